/** A new field: its name, its type, and what that type cannot do without. */
"use client";

import { type FormEvent, useState } from "react";
import type { PlanEdit } from "@/lib/types";
import { Button, Checkbox, ErrorNote, Select } from "@/ui";
import type { Editing } from "../draft";
import { type EntitySpec, FIELD_TYPES, type FieldType, inWords, NEVER_REQUIRED, type Spec } from "../spec";

const INPUT =
  "h-9 w-full rounded-lg border border-field-border bg-field px-3 text-ui shadow-field focus:border-brand focus:outline-none focus:ring-3 focus:ring-brand/15";

interface NewField {
  label: string;
  type: FieldType;
  required: boolean;
  options: string;
  reference: string;
  expression: string;
}

type Settings = Extract<PlanEdit, { op: "add_field" }>["settings"];

/** The settings of a new field; each type brings only its own. */
export function settingsOf(field: NewField): NonNullable<Settings> {
  return {
    ...(NEVER_REQUIRED.includes(field.type) ? {} : { required: field.required }),
    ...(field.type === "enum"
      ? { options: field.options.split(/[\n,]/).flatMap((option) => option.trim() || []) }
      : {}),
    ...(field.type === "reference" ? { reference: field.reference } : {}),
    ...(field.type === "computed" ? { expression: field.expression.trim() } : {}),
  };
}

export function AddField({
  editing,
  entity,
  spec,
  onDone,
}: {
  editing: Editing;
  entity: EntitySpec;
  spec: Spec;
  onDone: () => void;
}) {
  const [field, setField] = useState<NewField>({
    label: "",
    type: "text",
    required: false,
    options: "",
    reference: spec.entities.find(({ id }) => id !== entity.id)?.id ?? entity.id,
    expression: "",
  });
  const [pending, setPending] = useState(false);
  const change = (part: Partial<NewField>) => setField({ ...field, ...part });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const { label, type } = field;
    const isDone = await editing.edit({
      op: "add_field",
      entity: entity.id,
      label: label.trim(),
      type,
      settings: settingsOf(field),
    });
    setPending(false);
    if (isDone) {
      onDone();
    }
  };
  return (
    <form className="space-y-2.5 border-t hairline p-3" onSubmit={add}>
      <div className="flex flex-wrap items-center gap-2">
        <input
          aria-label={`Name of the new field of ${inWords(entity.name)}`}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          className={`${INPUT} min-w-40 flex-1`}
          maxLength={80}
          onChange={(event) => change({ label: event.target.value })}
          placeholder="Its name, such as Priority"
          value={field.label}
        />
        <Select
          choices={typesFor(spec)}
          className="min-w-44"
          label="Type of the new field"
          onChange={(type) => change({ type })}
          value={field.type}
        />
      </div>
      <TypeSettings change={change} field={field} spec={spec} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          isDisabled={field.label.trim() === ""}
          isPending={pending}
          size="sm"
          type="submit"
          variant="primary"
        >
          Add field
        </Button>
        <Button onPress={onDone} size="sm" variant="outline">
          Cancel
        </Button>
        {NEVER_REQUIRED.includes(field.type) ? null : (
          <Checkbox isSelected={field.required} onChange={(required) => change({ required })}>
            Required
          </Checkbox>
        )}
      </div>
      {editing.refusal?.target === `${entity.id}/+` ? <ErrorNote error={editing.refusal.error} /> : null}
    </form>
  );
}

/** Only an app with accounts knows people. */
function typesFor(spec: Spec): { value: FieldType; label: string }[] {
  const types = Object.entries(FIELD_TYPES).map(([value, label]) => ({ value: value as FieldType, label }));
  return spec.access?.mode === "accounts" ? types : types.filter(({ value }) => value !== "person");
}

function TypeSettings({
  field,
  spec,
  change,
}: {
  field: NewField;
  spec: Spec;
  change: (part: Partial<NewField>) => void;
}) {
  if (field.type === "enum") {
    return (
      <textarea
        aria-label="Choices, separated by commas"
        className={`${INPUT} field-sizing-content h-auto min-h-9 resize-none py-2`}
        onChange={(event) => change({ options: event.target.value })}
        placeholder="Its choices, such as Low, Medium, High"
        rows={1}
        value={field.options}
      />
    );
  }
  if (field.type === "reference") {
    return (
      <Select
        choices={spec.entities.map(({ id, name }) => ({ value: id, label: inWords(name) }))}
        label="What it points to"
        onChange={(reference) => change({ reference })}
        value={field.reference}
      />
    );
  }
  if (field.type === "computed") {
    return (
      <input
        aria-label="How it is worked out"
        className={INPUT}
        onChange={(event) => change({ expression: event.target.value })}
        placeholder="How it is worked out, such as quantity * price"
        value={field.expression}
      />
    );
  }
  return null;
}
