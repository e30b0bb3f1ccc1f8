/** One file: read, edit, save as a new version, and the conflict when somebody else was faster. */
"use client";

import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { isStatus } from "@/lib/problem";
import { announce, Button, EmptyState, ErrorNote, ErrorState, IconButton, Loading } from "@/ui";
import { type FileContent, useFile, useSaveFile } from "../api";
import { CodeEditor } from "./LazyCodeEditor";

const MAX_EDITED_CHARACTERS = 1_000_000;

export function FileView({
  projectId,
  path,
  onBack,
  onDirty,
  showBack,
}: {
  projectId: string;
  path: string;
  onBack: () => void;
  onDirty: (dirty: boolean) => void;
  showBack: boolean;
}) {
  const file = useFile(projectId, path);
  if (file.data === undefined) {
    return file.error === null ? (
      <Loading label={`Opening ${path}`} />
    ) : (
      <ErrorState error={file.error} onRetry={() => void file.refetch()} />
    );
  }
  return (
    <Editing
      file={file.data}
      key={path}
      onBack={onBack}
      onDirty={onDirty}
      path={path}
      projectId={projectId}
      reload={() => void file.refetch()}
      showBack={showBack}
    />
  );
}

function Editing({
  projectId,
  path,
  file,
  onBack,
  onDirty,
  showBack,
  reload,
}: {
  projectId: string;
  path: string;
  file: FileContent;
  onBack: () => void;
  onDirty: (dirty: boolean) => void;
  showBack: boolean;
  reload: () => void;
}) {
  // the version the edits are based on: a newer one on the server must not slip in under them
  const [base, setBase] = useState(file);
  const [draft, setDraft] = useState<string | null>(null);
  const save = useSaveFile(projectId, path);
  const isDirty = draft !== null && draft !== base.text;
  const isOutdated = file.text !== base.text;
  const change = (text: string) => {
    setDraft(text);
    onDirty(text !== base.text);
  };
  const discard = () => {
    setBase(file);
    setDraft(null);
    onDirty(false);
    save.reset();
  };
  const submit = () => {
    if (!isDirty || save.isPending) {
      return;
    }
    save.mutate(
      { text: draft, etag: base.etag },
      {
        onSuccess: (entry) => {
          setBase({ text: draft, etag: entry.etag });
          onDirty(false);
          announce.done("Saved as a new version", path);
        },
        onError: (error) => isStatus(error, 412) && reload(),
      },
    );
  };
  if (!isDirty && isOutdated && !save.isPending) {
    setBase(file);
    setDraft(null);
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-10 shrink-0 items-center gap-2 border-b hairline pr-2 pl-3">
        {showBack ? (
          <IconButton className="-ml-1.5" label="All files" onPress={onBack}>
            <ArrowLeft />
          </IconButton>
        ) : null}
        <span className="min-w-0 flex-1 truncate font-mono text-muted text-xs" title={path}>
          {path}
        </span>
        {isDirty ? (
          <>
            <Button onPress={discard} size="sm" variant="ghost">
              Discard
            </Button>
            <Button isPending={save.isPending} onPress={submit} size="sm" variant="primary">
              Save
            </Button>
          </>
        ) : null}
      </div>
      {save.error === null ? null : <SaveProblem error={save.error} onTakeTheirs={discard} />}
      <div className="min-h-0 flex-1">
        {base.text.length > MAX_EDITED_CHARACTERS || base.text.includes("\0") ? (
          <EmptyState title="Not a text to edit here">
            The file is binary or larger than one million characters.
          </EmptyState>
        ) : (
          <CodeEditor
            key={base.etag}
            onChange={change}
            onSave={submit}
            path={path}
            text={draft ?? base.text}
          />
        )}
      </div>
    </div>
  );
}

function SaveProblem({ error, onTakeTheirs }: { error: unknown; onTakeTheirs: () => void }) {
  if (!isStatus(error, 412)) {
    return <ErrorNote className="m-2" error={error} />;
  }
  return (
    <div
      className="m-2 flex items-center gap-3 rounded-lg border border-caution/30 bg-caution/5 px-3 py-2 text-ui"
      role="alert"
    >
      <p className="flex-1">
        The file was changed meanwhile, by a build or in another tab. Your text is still here: copy what you
        need, then load the newer content.
      </p>
      <Button onPress={onTakeTheirs} size="sm" variant="outline">
        Load newer
      </Button>
    </div>
  );
}
