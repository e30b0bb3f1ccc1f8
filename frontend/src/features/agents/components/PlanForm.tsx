/** The plan as a form: what the app remembers, what people may do with it, and its look. */
"use client";

import { Plus } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button, EditableText, ErrorNote, Segmented } from "@/ui";
import type { Editing } from "../draft";
import { inWords, problemsAt, type Spec, withValue } from "../spec";
import { ColourField } from "./ColourField";
import { EntityForm } from "./EntityForm";

const COLOURS = ["accent", "background", "surface", "text"] as const;

const MODES = [
  { value: "auto", label: "As the device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export function PlanForm({ editing, spec }: { editing: Editing; spec: Spec }) {
  return (
    <div className="space-y-5">
      <p className="text-muted text-ui">
        Write over a name to change it. What leans on a part follows by itself.
      </p>
      <Section title="Name of the app">
        <EditableText
          className="-mx-2 max-w-sm [&_input]:font-medium"
          label="Name of the app"
          onCommit={async (name) => {
            editing.change((now) => withValue(now, ["app", "name"], name));
            return true;
          }}
          problem={problemsAt(editing.problems, "/app")[0]?.detail}
          value={spec.app.name}
        />
      </Section>
      <Section title="What the app remembers">
        <div className="space-y-3">
          {spec.entities.map((entity, index) => (
            <EntityForm editing={editing} entity={entity} index={index} key={entity.id} spec={spec} />
          ))}
          <AddEntity editing={editing} />
        </div>
      </Section>
      <Look editing={editing} spec={spec} />
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 font-medium text-muted text-xs">{title}</h3>
      {children}
    </section>
  );
}

function AddEntity({ editing }: { editing: Editing }) {
  const [label, setLabel] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  if (label === null) {
    return (
      <Button onPress={() => setLabel("")} size="sm" variant="ghost">
        <Plus />
        Add another kind of entry
      </Button>
    );
  }
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const isDone = label.trim() !== "" && (await editing.edit({ op: "add_entity", label: label.trim() }));
    setPending(false);
    if (isDone) {
      setLabel(null);
    }
  };
  return (
    <form className="space-y-2 rounded-lg border hairline bg-surface p-3" onSubmit={add}>
      <label className="block text-ui">
        <span className="mb-1 block font-medium">One of them is called</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          className="h-9 w-full max-w-xs rounded-lg border border-field-border bg-field px-3 shadow-field focus:border-brand focus:outline-none focus:ring-3 focus:ring-brand/15"
          maxLength={80}
          onChange={(event) => setLabel(event.target.value)}
          placeholder="Customer"
          value={label}
        />
      </label>
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={label.trim() === ""}
          isPending={pending}
          size="sm"
          type="submit"
          variant="primary"
        >
          Add it
        </Button>
        <Button onPress={() => setLabel(null)} size="sm" variant="outline">
          Cancel
        </Button>
      </div>
      {editing.refusal?.target === "" ? <ErrorNote error={editing.refusal.error} /> : null}
    </form>
  );
}

function Look({ editing, spec }: { editing: Editing; spec: Spec }) {
  const mode = MODES.find(({ value }) => value === spec.theme.mode)?.value ?? "auto";
  const set = (name: string, value: string | null) =>
    editing.change((now) => withValue(now, ["theme", name], value));
  const modeProblem = problemsAt(editing.problems, "/theme/mode")[0];
  return (
    <Section title="Look">
      <div className="space-y-3 rounded-lg border hairline bg-surface p-3">
        <Segmented
          choices={MODES}
          className="flex-wrap"
          label="Light or dark"
          onChange={(next) => set("mode", next)}
          value={mode}
        />
        {modeProblem === undefined ? null : <p className="text-critical text-xs">{modeProblem.detail}</p>}
        <div className="grid gap-x-4 gap-y-2 @sm:grid-cols-2">
          {COLOURS.map((name) => (
            <ColourField
              key={name}
              label={inWords(name)}
              onCommit={(value) => set(name, value)}
              problem={problemsAt(editing.problems, `/theme/${name}`)[0]?.detail}
              value={spec.theme[name] ?? null}
            />
          ))}
        </div>
      </div>
    </Section>
  );
}
