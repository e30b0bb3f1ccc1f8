/** What a version changed, file by file. */
"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { count } from "@/lib/format";
import type { FileChange } from "@/lib/types";
import { EmptyState, ErrorState, Loading, Tag } from "@/ui";
import { useDiff } from "../api";
import { type PatchRow, parsePatch } from "../patch";

const OPEN_AT_FIRST = 5;

export function DiffView({ versionId }: { versionId: string }) {
  const diff = useDiff(versionId);
  if (diff.data === undefined) {
    return diff.error === null ? (
      <Loading label="Comparing" />
    ) : (
      <ErrorState error={diff.error} onRetry={() => void diff.refetch()} />
    );
  }
  const { files } = diff.data;
  if (files.length === 0) {
    return (
      <EmptyState title="No file differs">This version has the same content as the one before it.</EmptyState>
    );
  }
  return (
    <div className="space-y-3 p-3">
      <p className="text-muted text-xs">{count(files.length, "file")} changed</p>
      {files.map((file, index) => (
        <FileDiff file={file} key={file.path} openAtFirst={index < OPEN_AT_FIRST} />
      ))}
    </div>
  );
}

export function FileDiff({ file, openAtFirst }: { file: FileChange; openAtFirst: boolean }) {
  const [open, setOpen] = useState(openAtFirst);
  return (
    <section className="overflow-hidden rounded-lg border hairline bg-surface">
      <button
        aria-expanded={open}
        className="flex w-full items-center gap-2 bg-surface-secondary px-3 py-2 text-left focus-visible:-outline-offset-2"
        onClick={() => setOpen(!open)}
        type="button"
      >
        <ChevronDown
          aria-hidden="true"
          className={`size-3.5 shrink-0 text-muted transition-transform ${open ? "" : "-rotate-90"}`}
        />
        <span className="min-w-0 flex-1 truncate font-mono text-xs">{file.path}</span>
        {file.status === "modified" ? null : <Tag>{file.status}</Tag>}
        <Counts deletions={file.deletions} insertions={file.insertions} />
      </button>
      {open ? <Patch file={file} /> : null}
    </section>
  );
}

export function Counts({ insertions, deletions }: { insertions: number; deletions: number }) {
  return (
    <span className="flex gap-1.5 font-mono text-xs tabular-nums">
      <span className="text-positive">+{insertions}</span>
      <span className="text-critical">−{deletions}</span>
    </span>
  );
}

const ROW_CLASS: Record<PatchRow["kind"], string> = {
  hunk: "bg-brand-soft text-muted",
  context: "",
  added: "bg-added",
  removed: "bg-removed",
};

const SIGN: Record<PatchRow["kind"], string> = { hunk: "", context: " ", added: "+", removed: "-" };

function Patch({ file }: { file: FileChange }) {
  const rows = parsePatch(file.patch);
  if (rows.length === 0) {
    return (
      <p className="px-3 py-3 text-muted text-xs">
        No text to compare: the file is binary, empty or was renamed.
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={`Changes in ${file.path}`} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse font-mono text-xs leading-5">
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a patch never move
            <tr className={ROW_CLASS[row.kind]} key={index}>
              <LineNumber value={row.kind === "hunk" ? null : row.before} />
              <LineNumber value={row.kind === "hunk" ? null : row.after} />
              <td className="whitespace-pre pr-4">
                <span className="select-none">{SIGN[row.kind]} </span>
                {row.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {file.truncated ? (
        <p className="border-t hairline px-3 py-2 text-muted text-xs">The rest is too long to show here.</p>
      ) : null}
    </section>
  );
}

function LineNumber({ value }: { value: number | null }) {
  return <td className="w-9 min-w-9 select-none px-1.5 text-right text-muted">{value}</td>;
}
