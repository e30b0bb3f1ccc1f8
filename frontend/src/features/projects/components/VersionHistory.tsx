/** The versions (= commits) of a project: what, who, when; compare and restore. */
"use client";

import { ArrowLeft, History } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/features/auth";
import { count, shortCommit } from "@/lib/format";
import type { Version } from "@/lib/types";
import {
  announce,
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  IconButton,
  Loading,
  RelativeTime,
  Tag,
} from "@/ui";
import { useRestoreVersion, useVersions } from "../api";
import { Conflicts } from "./Conflicts";
import { Counts, DiffView } from "./DiffView";
import { Publishable, Verdict } from "./Publishable";

export function VersionHistory({
  projectId,
  selected,
  onSelect,
  isRunning,
}: {
  projectId: string;
  selected: string | null;
  onSelect: (versionId: string | null) => void;
  isRunning: boolean;
}) {
  const versions = useVersions(projectId);
  if (versions.data === undefined) {
    return versions.error === null ? (
      <Loading label="Loading versions" />
    ) : (
      <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
    );
  }
  const all = versions.data.pages.flatMap((page) => page.data);
  const shown = all.find((version) => version.id === selected);
  if (shown !== undefined) {
    return (
      <VersionDetail
        isCurrent={shown.id === all[0]?.id}
        isRunning={isRunning}
        onBack={() => onSelect(null)}
        version={shown}
      />
    );
  }
  if (all.length === 0) {
    return (
      <EmptyState icon={<History />} title="No version yet">
        Every build and every saved edit becomes a version that you can compare and restore.
      </EmptyState>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <ol className="p-2">
        {all.map((version, index) => (
          <VersionRow isCurrent={index === 0} key={version.id} onSelect={onSelect} version={version} />
        ))}
      </ol>
      {versions.hasNextPage ? (
        <div className="flex justify-center pb-4">
          <Button
            isPending={versions.isFetchingNextPage}
            onPress={() => void versions.fetchNextPage()}
            size="sm"
            variant="outline"
          >
            Show older versions
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Who made a version, for the person who reads it: builds are ours, an id means nobody knows more than that. */
export function authorName(
  { kind, author }: Pick<Version, "kind" | "author">,
  ownId: string | undefined,
): string {
  if (kind === "build" || author === "") {
    return "VibeCaaS";
  }
  if (author === ownId) {
    return "You";
  }
  return author.startsWith("usr_") ? "A member" : author;
}

function useAuthorName(version: Version): string {
  return authorName(version, useMe().data?.user.id);
}

const KIND_LABEL: Record<string, string> = {
  build: "Build",
  edit: "Edit",
  restore: "Restore",
  merge: "Merge",
};

function VersionRow({
  version,
  isCurrent,
  onSelect,
}: {
  version: Version;
  isCurrent: boolean;
  onSelect: (id: string) => void;
}) {
  const author = useAuthorName(version);
  return (
    <li>
      <button
        className="flex w-full flex-col gap-1 rounded-lg px-3 py-2.5 text-left transition-colors hover:bg-default/60 focus-visible:-outline-offset-2"
        onClick={() => onSelect(version.id)}
        type="button"
      >
        <span className="flex w-full items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium text-ui">{version.message}</span>
          {isCurrent ? <Tag className="bg-brand-soft text-brand">Current</Tag> : null}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted text-xs">
          <span>{KIND_LABEL[version.kind] ?? version.kind}</span>
          <span className="font-mono">{shortCommit(version.commit)}</span>
          <Counts deletions={version.deletions} insertions={version.insertions} />
          <span className="truncate">{author}</span>
          <Verdict version={version} />
          <RelativeTime className="ml-auto" iso={version.created_at} />
        </span>
      </button>
    </li>
  );
}

function VersionDetail({
  version,
  isCurrent,
  isRunning,
  onBack,
}: {
  version: Version;
  isCurrent: boolean;
  isRunning: boolean;
  onBack: () => void;
}) {
  const [confirming, setConfirming] = useState(false);
  const author = useAuthorName(version);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-start gap-2 border-b hairline p-2 pr-3">
        <IconButton label="All versions" onPress={onBack}>
          <ArrowLeft />
        </IconButton>
        <div className="min-w-0 flex-1 py-0.5">
          <p className="font-medium text-ui">{version.message}</p>
          <p className="text-muted text-xs">
            {author}, <RelativeTime iso={version.created_at} /> ·{" "}
            <span className="font-mono">{shortCommit(version.commit)}</span>
          </p>
        </div>
        {isCurrent ? (
          <Tag className="mt-1 bg-brand-soft text-brand">Current</Tag>
        ) : (
          <Button isDisabled={isRunning} onPress={() => setConfirming(true)} size="sm" variant="outline">
            Restore
          </Button>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Publishable isCurrent={isCurrent} isRunning={isRunning} version={version} />
        <Conflicts version={version} />
        <DiffView versionId={version.id} />
      </div>
      {confirming ? (
        <RestoreDialog onClose={() => setConfirming(false)} onRestored={onBack} version={version} />
      ) : null}
    </div>
  );
}

function RestoreDialog({
  version,
  onClose,
  onRestored,
}: {
  version: Version;
  onClose: () => void;
  onRestored: () => void;
}) {
  const restore = useRestoreVersion(version.project_id);
  const action = async () => {
    const made = await restore.mutateAsync(version.id);
    announce.done("Version restored", `${count(made.files_changed, "file")} changed, as a new version.`);
    onRestored();
  };
  return (
    <ConfirmDialog
      action={action}
      confirm="Restore"
      isOpen
      onClose={onClose}
      title={`Restore “${version.message}”?`}
    >
      The code goes back to {shortCommit(version.commit)} as a new version; nothing is lost, and the versions
      after it stay in the list. Data of the app stay as they are.
    </ConfirmDialog>
  );
}
