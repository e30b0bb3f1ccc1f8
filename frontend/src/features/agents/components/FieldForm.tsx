/** One field in the form: its name, whether it is required, its options. */
"use client";

import { Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { Button, Checkbox, EditableText, ErrorNote, IconButton } from "@/ui";
import type { Editing } from "../draft";
import { besides } from "../focus";
import { type EntitySpec, FIELD_TYPES, type FieldSpec, inWords, NEVER_REQUIRED, problemsAt } from "../spec";

export function FieldForm({
  editing,
  entity,
  field,
  place,
}: {
  editing: Editing;
  entity: EntitySpec;
  field: FieldSpec;
  place: string;
}) {
  const about = { entity: entity.id, field: field.id };
  const called = `${field.label} of ${inWords(entity.name)}`;
  const problem = problemsAt(editing.problems, place)[0];
  const refusal = editing.refusal?.target === `${entity.id}/${field.id}` ? editing.refusal.error : null;
  const row = useRef<HTMLLIElement>(null);
  const remove = async () => {
    const goBesides = besides(row.current);
    if (await editing.edit({ op: "remove_field", ...about })) {
      goBesides();
    }
  };
  return (
    <li className="px-1 py-1" ref={row}>
      <div className="flex flex-wrap items-start gap-x-2 @md:flex-nowrap">
        <EditableText
          className="min-w-40 flex-1"
          label={`Name of ${called}`}
          onCommit={(label) => editing.edit({ op: "rename_field", ...about, label })}
          problem={problem?.detail}
          value={field.label}
        />
        <span className="flex h-8 w-full items-center gap-2 pl-2 @md:w-auto @md:pl-0">
          <span className="min-w-32 flex-1 truncate text-muted text-xs @md:flex-none">
            {FIELD_TYPES[field.type] ?? inWords(field.type)}
          </span>
          {NEVER_REQUIRED.includes(field.type) ? (
            <span className="w-18" />
          ) : (
            <Checkbox
              isSelected={field.required}
              label={`${called} is required`}
              onChange={(required) =>
                void editing.edit({ op: "change_field", ...about, settings: { required } })
              }
            >
              Required
            </Checkbox>
          )}
          <IconButton label={`Remove ${called}`} onPress={() => void remove()}>
            <X />
          </IconButton>
        </span>
      </div>
      {field.type === "enum" ? (
        <Options called={called} editing={editing} entity={entity} field={field} />
      ) : null}
      {refusal === null ? null : <ErrorNote className="m-1" error={refusal} />}
    </li>
  );
}

/** The choices of a field. A plain text becomes an option with a value of its own. */
function Options({
  editing,
  entity,
  field,
  called,
}: {
  editing: Editing;
  entity: EntitySpec;
  field: FieldSpec;
  called: string;
}) {
  const [isAdding, setIsAdding] = useState(false);
  const set = (options: (FieldSpec["options"][number] | string)[]) =>
    editing.edit({
      op: "change_field",
      entity: entity.id,
      field: field.id,
      settings: { options: options.map((option) => (typeof option === "string" ? option : { ...option })) },
    });
  const remove = async (value: string, chip: Element | null) => {
    const goBesides = besides(chip);
    if (await set(field.options.filter((each) => each.value !== value))) {
      goBesides();
    }
  };
  return (
    <ul aria-label={`Choices of ${called}`} className="flex flex-wrap gap-1 px-2 pb-1.5">
      {field.options.map((option) => (
        <li
          className="flex items-center rounded-md bg-default/60 pl-0.5 has-[input:focus]:bg-transparent"
          key={option.value}
        >
          <EditableText
            className="[&_input]:field-sizing-content [&_input]:h-7 [&_input]:min-w-10 [&_input]:max-w-52 [&_input]:px-1.5"
            label={`Choice ${option.label} of ${called}`}
            onCommit={(label) =>
              set(field.options.map((each) => (each.value === option.value ? { ...each, label } : each)))
            }
            value={option.label}
          />
          <button
            aria-label={`Remove the choice ${option.label} of ${called}`}
            className="flex size-7 items-center justify-center rounded-md text-muted hover:text-foreground"
            onClick={(event) => void remove(option.value, event.currentTarget.closest("li"))}
            type="button"
          >
            <X aria-hidden="true" className="size-3" />
          </button>
        </li>
      ))}
      <li>
        {isAdding ? (
          <NewOption
            label={`New choice of ${called}`}
            onAdd={(text) => set([...field.options, text])}
            onClose={() => setIsAdding(false)}
          />
        ) : (
          <Button
            aria-label={`Add a choice to ${called}`}
            className="h-7!"
            onPress={() => setIsAdding(true)}
            size="sm"
            variant="ghost"
          >
            <Plus />
            Add a choice
          </Button>
        )}
      </li>
    </ul>
  );
}

function NewOption({
  label,
  onAdd,
  onClose,
}: {
  label: string;
  onAdd: (text: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const leave = async () => {
    if (text.trim() === "" || (await onAdd(text.trim()))) {
      onClose();
    }
  };
  return (
    <input
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
      autoFocus
      className="h-7 w-36 rounded-md border border-field-border bg-field px-2 text-ui focus:border-brand focus:outline-none focus:ring-3 focus:ring-brand/15"
      maxLength={80}
      onBlur={() => void leave()}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          onClose();
        } else if (event.key === "Enter") {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
      value={text}
    />
  );
}
