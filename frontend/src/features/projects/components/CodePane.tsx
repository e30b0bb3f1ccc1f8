/** The code of a project: files on one side, versions on the other. */
"use client";

import { Download, FolderCode } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog, EmptyState, ErrorState, LinkButton, Loading, Segmented } from "@/ui";
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
  onFileOpen,
}: {
  projectId: string;
  isRunning: boolean;
  /** A version that was chosen elsewhere (a commit in the timeline); null shows files. */
  versionId: string | null;
  onVersion: (versionId: string | null) => void;
  /** Told when a file is opened or closed: the pane may need more room. */
  onFileOpen: (open: boolean) => void;
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
        <Files onFileOpen={onFileOpen} projectId={projectId} />
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

function Files({ projectId, onFileOpen }: { projectId: string; onFileOpen: (open: boolean) => void }) {
  const files = useFiles(projectId);
  const [path, setPath] = useState<string | null>(null);
  const [dirtyPath, setDirtyPath] = useState<string | null>(null);
  // where the person wanted to go while edits were not saved; undefined when nothing is asked
  const [wanted, setWanted] = useState<string | null | undefined>(undefined);
  const { ref, isWide } = useIsWide();
  const goTo = (next: string | null) => {
    setDirtyPath(null);
    setPath(next);
    onFileOpen(next !== null);
  };
  const ask = (next: string | null) => {
    if (next !== path && dirtyPath !== null) {
      setWanted(next);
    } else {
      goTo(next);
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
          <FileTree changed={dirtyPath} files={files.data} onSelect={ask} selected={path} />
        </div>
      ) : null}
      {path === null ? null : (
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <FileView
            onBack={() => ask(null)}
            onDirty={(dirty) => setDirtyPath(dirty ? path : null)}
            path={path}
            projectId={projectId}
            showBack={!isWide}
          />
        </div>
      )}
      {wanted === undefined ? null : (
        <ConfirmDialog
          action={async () => goTo(wanted)}
          confirm="Discard the edits"
          danger
          isOpen
          onClose={() => setWanted(undefined)}
          title="Discard unsaved edits?"
        >
          The edits of {dirtyPath} are not saved as a version yet.
        </ConfirmDialog>
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
