/** The spec as JSON, for experts: what does not fit is listed with its pointer and shown at its line. */
"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { CodeEditor } from "@/features/projects";
import type { Editing } from "../draft";
import type { SpecJson } from "../spec";

const PAUSE_MS = 400;

/** The object that a text holds, or why it holds none. */
export function parseSpec(text: string): SpecJson | string {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null && !Array.isArray(found)
      ? (found as SpecJson)
      : "A spec is an object: it begins with { and ends with }.";
  } catch (error) {
    return `This is no JSON yet: ${(error as Error).message}.`;
  }
}

export function PlanJson({
  editing,
  syntax,
  onSyntax,
}: {
  editing: Editing;
  syntax: string | null;
  onSyntax: (problem: string | null) => void;
}) {
  const text = useMemo(() => JSON.stringify(editing.spec, null, 2), [editing.spec]);
  const [place, setPlace] = useState<{ pointer: string } | null>(null);
  const latest = useRef({ editing, onSyntax });
  latest.current = { editing, onSyntax };
  const timer = useRef<number | undefined>(undefined);
  const typed = useRef<string | null>(null);
  const take = () => {
    window.clearTimeout(timer.current);
    if (typed.current === null) {
      return;
    }
    const found = parseSpec(typed.current);
    typed.current = null;
    latest.current.onSyntax(typeof found === "string" ? found : null);
    if (typeof found !== "string") {
      latest.current.editing.change(() => found, true);
    }
  };
  const takeLatest = useRef(take);
  takeLatest.current = take;
  // who leaves before the pause is over keeps what was typed
  useEffect(() => () => takeLatest.current(), []);
  const onChange = (next: string) => {
    typed.current = next;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(take, PAUSE_MS);
  };
  return (
    <div className="space-y-3">
      <p className="text-muted text-ui">
        Ids tell things apart: keep them when you rename. Ctrl/⌘-S saves, Escape then Tab leaves the editor.
      </p>
      <div
        className="h-[min(60vh,36rem)] min-h-72 overflow-hidden rounded-lg border hairline"
        onBlur={take}
        role="none"
      >
        <CodeEditor
          notes={editing.problems}
          onChange={onChange}
          onSave={take}
          path="vibecaas.app.json"
          place={place}
          text={text}
        />
      </div>
      {syntax === null ? null : (
        <p className="text-critical text-ui" role="alert">
          {syntax}
        </p>
      )}
      <ul aria-label="What does not fit" aria-live="polite" className="space-y-1.5">
        {editing.problems.map((problem) => (
          <li key={problem.pointer + problem.detail}>
            <button
              className="w-full rounded-lg border border-critical/25 bg-critical/5 px-3 py-2 text-left text-ui hover:bg-critical/10"
              onClick={() => setPlace({ pointer: problem.pointer })}
              type="button"
            >
              <code className="block break-all font-mono text-muted text-xs">{problem.pointer || "/"}</code>
              {problem.detail}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
