/** The code of a project: files on one side, versions on the other. */
"use client";

import { Download, FolderCode } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { EmptyState, ErrorState, LinkButton, Loading, Segmented } from "@/ui";
import { useFiles } from "../api";
import { FileTree } from "./FileTree";
import { FileView } from "./FileView";
import { VersionHistory } from "./VersionHistory";

const SIDE_BY_SIDE_PX = 560;

const CHOICES = [
  { value: "files", label: "Files" },
  { value: "versions", label: "Versions" },
] as const;

export function CodePane({
  projectId,
  isRunning,
  versionId,
  onVersion,
  onOpenFile,
}: {
  projectId: string;
  isRunning: boolean;
  /** A version that was chosen elsewhere (a commit in the timeline); null shows files. */
  versionId: string | null;
  onVersion: (versionId: string | null) => void;
  onOpenFile: () => void;
}) {
  const [tab, setTab] = useState<"files" | "versions">("files");
  useEffect(() => {
    if (versionId !== null) {
      setTab("versions");
    }
  }, [versionId]);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex h-11 shrink-0 items-center justify-between gap-2 border-b hairline px-2">
        <Segmented choices={CHOICES} label="Files or versions" onChange={setTab} value={tab} />
        <LinkButton
          aria-label="Download the code as an archive"
          download
          href={`/api/v1/projects/${projectId}/archive`}
          variant="ghost"
        >
          <Download />
          <span className="hidden @md:inline">Download</span>
        </LinkButton>
      </div>
      {/* both stay mounted, so that an unsaved edit survives a look at the versions */}
      <div className={tab === "files" ? "flex min-h-0 flex-1" : "hidden"}>
        <Files onOpenFile={onOpenFile} projectId={projectId} />
      </div>
      {tab === "versions" ? (
        <VersionHistory
          isRunning={isRunning}
          onSelect={onVersion}
          projectId={projectId}
          selected={versionId}
        />
      ) : null}
    </div>
  );
}

function Files({ projectId, onOpenFile }: { projectId: string; onOpenFile: () => void }) {
  const files = useFiles(projectId);
  const [path, setPath] = useState<string | null>(null);
  const [dirtyPath, setDirtyPath] = useState<string | null>(null);
  const { ref, isWide } = useIsWide();
  const open = (next: string) => {
    if (
      next !== path &&
      dirtyPath !== null &&
      !window.confirm(`Discard the unsaved edits of ${dirtyPath}?`)
    ) {
      return;
    }
    setDirtyPath(null);
    setPath(next);
    onOpenFile();
  };
  const back = () => {
    if (dirtyPath === null || window.confirm(`Discard the unsaved edits of ${dirtyPath}?`)) {
      setDirtyPath(null);
      setPath(null);
    }
  };
  if (files.data === undefined) {
    return (
      <div className="flex-1" ref={ref}>
        {files.error === null ? (
          <Loading label="Loading files" />
        ) : (
          <ErrorState error={files.error} onRetry={() => void files.refetch()} />
        )}
      </div>
    );
  }
  if (files.data.length === 0) {
    return (
      <div className="flex-1" ref={ref}>
        <EmptyState icon={<FolderCode />} title="No files yet">
          The code appears here as soon as the first build is saved.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1" ref={ref}>
      {isWide || path === null ? (
        <div className={`overflow-y-auto px-1.5 ${isWide ? "w-56 shrink-0 border-r hairline" : "flex-1"}`}>
          <FileTree changed={dirtyPath} files={files.data} onSelect={open} selected={path} />
        </div>
      ) : null}
      {path === null ? null : (
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <FileView
            onBack={back}
            onDirty={(dirty) => setDirtyPath(dirty ? path : null)}
            path={path}
            projectId={projectId}
            showBack={!isWide}
          />
        </div>
      )}
      {path === null && isWide ? (
        <EmptyState className="flex-1" icon={<FolderCode />} title="Choose a file">
          Edits are saved as versions of their own; every one can be restored.
        </EmptyState>
      ) : null}
    </div>
  );
}

/** Tree and editor stand side by side when there is room for both. */
function useIsWide() {
  const ref = useRef<HTMLDivElement>(null);
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(([entry]) => {
      setIsWide((entry?.contentRect.width ?? 0) >= SIDE_BY_SIDE_PX);
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
  return { ref, isWide };
}
