/** One kind of entry in the form: its name, its fields, what people may do with its entries. */
"use client";

import { Plus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Button, EditableText, ErrorNote, IconButton } from "@/ui";
import type { Editing } from "../draft";
import { besides } from "../focus";
import { type EntitySpec, inWords, problemsAt, type Spec } from "../spec";
import { AddField } from "./AddField";
import { FieldForm } from "./FieldForm";

export function EntityForm({
  editing,
  spec,
  entity,
  index,
}: {
  editing: Editing;
  spec: Spec;
  entity: EntitySpec;
  index: number;
}) {
  const name = inWords(entity.name);
  const place = `/entities/${index}`;
  const shownBelow = entity.fields.map((_, field) => `${place}/fields/${field}`);
  const problem = problemsAt(editing.problems, place, shownBelow)[0];
  const refusal = editing.refusal?.target === entity.id ? editing.refusal.error : null;
  const card = useRef<HTMLElement>(null);
  const remove = async () => {
    const goBesides = besides(card.current);
    if (await editing.edit({ op: "remove_entity", entity: entity.id })) {
      goBesides();
    }
  };
  return (
    <section aria-label={name} className="rounded-lg border hairline bg-surface" ref={card}>
      <div className="flex items-start gap-1 border-b hairline px-1 py-1.5">
        <EditableText
          className="flex-1 [&_input]:font-medium"
          label={`Name of ${name}`}
          onCommit={(label) => editing.edit({ op: "rename_entity", entity: entity.id, label })}
          problem={problem?.detail}
          value={name}
        />
        <IconButton label={`Remove ${name}`} onPress={() => void remove()}>
          <Trash2 />
        </IconButton>
      </div>
      <ul className="divide-y divide-separator">
        {entity.fields.map((field, position) => (
          <FieldForm
            editing={editing}
            entity={entity}
            field={field}
            key={field.id}
            place={`${place}/fields/${position}`}
          />
        ))}
      </ul>
      <MoreFields editing={editing} entity={entity} spec={spec} />
      <Behaviours editing={editing} entity={entity} />
      {refusal === null ? null : <ErrorNote className="m-2" error={refusal} />}
    </section>
  );
}

function MoreFields({ editing, entity, spec }: { editing: Editing; entity: EntitySpec; spec: Spec }) {
  const [isAdding, setIsAdding] = useState(false);
  if (isAdding) {
    return <AddField editing={editing} entity={entity} onDone={() => setIsAdding(false)} spec={spec} />;
  }
  return (
    <div className="border-t hairline px-1 py-1">
      <Button
        aria-label={`Add a field to ${inWords(entity.name)}`}
        onPress={() => setIsAdding(true)}
        size="sm"
        variant="ghost"
      >
        <Plus />
        Add a field
      </Button>
    </div>
  );
}

/** Better words for some; a behaviour that is not here is called as the spec calls it. */
const BEHAVIOUR_WORDS: Record<string, string> = {
  create: "Add",
  read: "See",
  update: "Change",
  comments: "Comment",
  ratings: "Rate",
  tags: "Tag",
  favourites: "Keep as favourites",
  attachments: "Attach files",
  ordering: "Put in order",
  export_csv: "Export CSV",
  import_csv: "Import CSV",
};

/** Whatever of an entity's behaviours is yes or no, whatever the spec calls it. */
function Behaviours({ editing, entity }: { editing: Editing; entity: EntitySpec }) {
  const switches = Object.entries(entity.behaviours).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === "boolean",
  );
  return (
    <fieldset className="border-t hairline px-3 py-2.5">
      <legend className="sr-only">What people can do with {inWords(entity.plural)}</legend>
      <p aria-hidden="true" className="mb-1.5 text-muted text-xs">
        People can
      </p>
      <div className="flex flex-wrap gap-1.5">
        {switches.map(([name, isOn]) => (
          <button
            aria-pressed={isOn}
            className="h-7 rounded-full border hairline px-2.5 text-muted text-xs transition-colors hover:text-foreground aria-pressed:border-brand/40 aria-pressed:bg-brand-soft aria-pressed:text-foreground"
            key={name}
            onClick={() => void editing.edit({ op: "set_behaviour", entity: entity.id, name, value: !isOn })}
            type="button"
          >
            {BEHAVIOUR_WORDS[name] ?? inWords(name)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
