/** The plan while it is edited: a form or its JSON, what would change, what does not fit, and Save. */
"use client";

import { Undo2 } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { FieldProblem } from "@/lib/problem";
import type { Plan } from "@/lib/types";
import { Button, ErrorNote, Segmented } from "@/ui";
import { type Draft, type Editing, useEditing } from "../draft";
import { asForm } from "../spec";
import { PlanChanges } from "./PlanChanges";
import { PlanForm } from "./PlanForm";
import { PlanJson } from "./PlanJson";

const VIEWS = [
  { value: "form", label: "Form" },
  { value: "json", label: "Edit as JSON" },
] as const;

export function PlanEditor({
  plan,
  draft,
  setDraft,
  compact,
}: {
  plan: Plan;
  draft: Draft;
  setDraft: (draft: Draft | null) => void;
  /** In the narrow conversation. */
  compact: boolean;
}) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // the button that opened this is gone: begin where the editor begins
  useEffect(() => heading.current?.focus(), []);
  const editing = useEditing(plan, draft, setDraft);
  const [view, setView] = useState<"form" | "json">("form");
  const [syntax, setSyntax] = useState<string | null>(null);
  const form = asForm(editing.spec);
  const isForm = view === "form" && form !== null;
  const canSave = editing.isDirty && editing.problems.length === 0 && syntax === null && !editing.isStale;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (canSave) {
        editing.save();
      }
    }
  };
  return (
    <div onKeyDown={onKeyDown} role="none">
      <section aria-labelledby={headingId} className="space-y-5">
        <header className="flex flex-wrap items-center justify-between gap-2">
          <h2
            className="font-semibold text-lg tracking-tight outline-none"
            id={headingId}
            ref={heading}
            tabIndex={-1}
          >
            Edit the plan
          </h2>
          <Segmented
            choices={VIEWS}
            label="How to edit"
            onChange={(next) => {
              setSyntax(null);
              setView(next);
            }}
            value={isForm ? "form" : "json"}
          />
        </header>
        {isForm ? (
          <PlanForm editing={editing} spec={form} />
        ) : (
          <PlanJson editing={editing} key={draft.round} onSyntax={setSyntax} syntax={syntax} />
        )}
        {isForm ? <Problems problems={editing.problems} /> : null}
        <YourChanges editing={editing} plan={plan} />
        <SaveBar canSave={canSave} compact={compact} editing={editing} />
      </section>
    </div>
  );
}

function Problems({ problems }: { problems: readonly FieldProblem[] }) {
  if (problems.length === 0) {
    return null;
  }
  return (
    <section className="rounded-lg border border-critical/25 bg-critical/5 px-3 py-2.5" role="alert">
      <h3 className="font-medium text-ui">This does not fit yet</h3>
      <ul className="mt-1 list-disc space-y-1 pl-4 text-ui">
        {problems.map((problem) => (
          <li key={problem.pointer + problem.detail}>{problem.detail}</li>
        ))}
      </ul>
    </section>
  );
}

function YourChanges({ editing, plan }: { editing: Editing; plan: Plan }) {
  const changes = (editing.preview ?? plan).diff.proposed;
  if (editing.problems.length > 0) {
    return null;
  }
  return (
    <section aria-busy={editing.isChecking} aria-live="polite">
      <h3 className="mb-2 font-medium text-muted text-xs">Changes to the plan as it was proposed</h3>
      {changes.length === 0 ? (
        <p className="text-muted text-ui">None yet.</p>
      ) : (
        <PlanChanges changes={changes} />
      )}
    </section>
  );
}

function SaveBar({ editing, canSave, compact }: { editing: Editing; canSave: boolean; compact: boolean }) {
  return (
    <div
      className={`sticky bottom-0 z-10 -mx-1 space-y-2 border-t hairline px-1 py-3 ${compact ? "bg-surface" : "bg-panel"}`}
    >
      {editing.isStale ? <Overtaken editing={editing} /> : null}
      {editing.saveError === null || editing.isStale ? null : <ErrorNote error={editing.saveError} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button isDisabled={!canSave} isPending={editing.isSaving} onPress={editing.save} variant="primary">
          Save
        </Button>
        <Button onPress={editing.discard} variant="outline">
          {editing.isDirty ? "Discard" : "Close"}
        </Button>
        <Button isDisabled={!editing.isDirty} onPress={editing.undo} variant="ghost">
          <Undo2 />
          Undo
        </Button>
        <span className="text-muted text-xs">{saveHint(editing)}</span>
      </div>
    </div>
  );
}

function saveHint(editing: Editing): string {
  if (editing.problems.length > 0) {
    return "Mend what is marked, then save.";
  }
  return editing.isDirty
    ? "Not saved yet. Only a saved plan can be approved."
    : "Nothing is stored before you save.";
}

function Overtaken({ editing }: { editing: Editing }) {
  return (
    <div className="rounded-lg border border-caution/30 bg-caution/8 px-3 py-2 text-ui" role="alert">
      <p>
        Somebody else changed this plan, or decided about it, since you began. Saving would undo their
        changes.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onPress={() => void editing.reload(false)} size="sm" variant="outline">
          Show their plan
        </Button>
        <Button onPress={() => void editing.reload(true)} size="sm" variant="ghost">
          Go on with mine
        </Button>
      </div>
    </div>
  );
}
