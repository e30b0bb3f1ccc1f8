/** Files that a build left as people had written them, each with what the builder wanted to change. */
"use client";

import { useState } from "react";
import { count } from "@/lib/format";
import type { FileChange, Version } from "@/lib/types";
import { announce, Button } from "@/ui";
import { useConflicts, useTakeBuilt } from "../api";
import { FileDiff } from "./DiffView";

export function Conflicts({ version }: { version: Version }) {
  const files = useConflicts(version).data?.files ?? [];
  if (files.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="conflicts" className="m-3 mb-0 rounded-lg border hairline p-3">
      <h3 className="font-medium text-caution text-ui" id="conflicts">
        {count(files.length, "file")} kept as you wrote {files.length === 1 ? "it" : "them"}
      </h3>
      <p className="mt-1 mb-3 text-muted text-xs">
        You and VibeCaaS changed the same lines, and yours stand. Below is what differs from the builder’s
        file: take it, or edit the file yourself.
      </p>
      <ul className="space-y-3">
        {files.map((file) => (
          <Conflict file={file} key={file.path} version={version} />
        ))}
      </ul>
    </section>
  );
}

function Conflict({ file, version }: { file: FileChange; version: Version }) {
  const take = useTakeBuilt(version);
  const [taken, setTaken] = useState(false);
  const onTake = () =>
    take.mutate(file.path, {
      onSuccess: () => {
        setTaken(true);
        announce.done(
          "The builder’s file is in place",
          "As a new version; yours stays in the one before it.",
        );
      },
      onError: (error) => announce.failed("The file could not be taken", error),
    });
  return (
    <li className="space-y-2">
      <FileDiff file={file} openAtFirst />
      {file.status === "deleted" ? (
        <p className="text-muted text-xs">The builder no longer needs this file.</p>
      ) : (
        <Button
          aria-label={`Use the builder’s ${file.path}`}
          isDisabled={taken}
          isPending={take.isPending}
          onPress={onTake}
          size="sm"
          variant="outline"
        >
          {taken ? "Taken" : "Use the builder’s file"}
        </Button>
      )}
    </li>
  );
}
