/** Form fields: a label, the control, and below it a hint or what is wrong. */

import { type ReactNode, useId } from "react";
import type { Bound } from "../lib/form";

interface FieldProps extends Bound {
  label: string;
  required?: boolean;
  hint?: string;
}

interface Aria {
  id: string;
  name: string;
  "aria-invalid": boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-required": boolean | undefined;
}

function Frame({ field, children }: { field: FieldProps; children: (aria: Aria) => ReactNode }) {
  const id = useId();
  const note = field.error ?? field.hint;
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {field.label}
        </label>
        {!field.required && <Optional />}
      </div>
      {children({
        id,
        name: field.name,
        "aria-invalid": field.error ? true : undefined,
        "aria-describedby": note ? `${id}-note` : undefined,
        "aria-required": field.required || undefined,
      })}
      {note && <Note id={`${id}-note`} error={field.error} hint={field.hint} />}
    </div>
  );
}

/** Says so in sight; to screen readers the required ones are marked instead. */
export function Optional() {
  return (
    <span aria-hidden="true" className="text-muted">
      Optional
    </span>
  );
}

/** The name of a group of controls. A legend that floats takes part in the layout as a label does. */
export function Legend({ label, required }: { label: string; required?: boolean }) {
  return (
    <legend className="float-left mb-1.5 w-full">
      <span className="flex items-baseline justify-between gap-3 text-sm">
        <span className="font-medium">{label}</span>
        {!required && <Optional />}
      </span>
    </legend>
  );
}

export function Note({ id, error, hint }: { id: string; error?: string; hint?: string }) {
  return (
    <p id={id} className={`mt-1.5 text-sm ${error ? "text-danger-ink" : "text-muted"}`}>
      {error ?? hint}
    </p>
  );
}

interface InputProps extends FieldProps {
  type?: "text" | "password" | "email" | "url" | "tel" | "date" | "datetime-local";
  autoComplete?: string;
}

export function TextInput({ type = "text", autoComplete = "off", ...field }: InputProps) {
  return (
    <Frame field={field}>
      {(aria) => (
        <input
          {...aria}
          type={type}
          autoComplete={autoComplete}
          value={String(field.value)}
          onChange={(event) => field.onChange(event.target.value)}
          className="control"
        />
      )}
    </Frame>
  );
}

export function TextArea({ rows = 4, ...field }: FieldProps & { rows?: number }) {
  return (
    <Frame field={field}>
      {(aria) => (
        <textarea
          {...aria}
          rows={rows}
          value={String(field.value)}
          onChange={(event) => field.onChange(event.target.value)}
          className="control"
        />
      )}
    </Frame>
  );
}

/** Numbers as text: no spinner, no value lost to the mouse wheel; the phone shows its number pad. */
export function NumberInput({ unit, whole, ...field }: FieldProps & { unit?: string; whole?: boolean }) {
  return (
    <Frame field={field}>
      {(aria) => (
        <div className="relative">
          <input
            {...aria}
            inputMode={whole ? "numeric" : "decimal"}
            autoComplete="off"
            value={String(field.value)}
            onChange={(event) => field.onChange(event.target.value)}
            className={`control tabular-nums ${unit ? "pr-14" : ""}`}
          />
          {unit && <span className="absolute inset-y-0 right-3 flex items-center text-sm text-muted">{unit}</span>}
        </div>
      )}
    </Frame>
  );
}

/** A length of time, entered as hours and minutes; the form holds "1:30". */
export function DurationInput(field: FieldProps) {
  const id = useId();
  const note = field.error ?? field.hint;
  const [hours = "", minutes = ""] = String(field.value).split(":");
  const change = (...parts: string[]) => field.onChange(parts.some(Boolean) ? parts.join(":") : "");
  const parts = [
    { name: "hours", unit: "h", value: hours, onChange: (text: string) => change(text, minutes) },
    { name: "minutes", unit: "min", value: minutes, onChange: (text: string) => change(hours, text) },
  ];
  return (
    <fieldset aria-describedby={note ? `${id}-note` : undefined}>
      <Legend label={field.label} required={field.required} />
      <div className="clear-both flex gap-3">
        {parts.map((part) => (
          <div key={part.name} className="relative w-32">
            <input
              name={field.name}
              aria-label={`${field.label}: ${part.name}`}
              aria-invalid={field.error ? true : undefined}
              aria-required={field.required || undefined}
              inputMode="numeric"
              autoComplete="off"
              value={part.value}
              onChange={(event) => part.onChange(event.target.value)}
              className="control pr-12 tabular-nums"
            />
            <span aria-hidden="true" className="absolute inset-y-0 right-3 flex items-center text-sm text-muted">
              {part.unit}
            </span>
          </div>
        ))}
      </div>
      {note && <Note id={`${id}-note`} error={field.error} hint={field.hint} />}
    </fieldset>
  );
}

export interface Choice {
  value: string;
  label: string;
}

export function Select({ choices, ...field }: FieldProps & { choices: readonly Choice[] }) {
  return (
    <Frame field={field}>
      {(aria) => (
        <select
          {...aria}
          value={String(field.value)}
          onChange={(event) => field.onChange(event.target.value)}
          className="control"
        >
          <option value="">{field.required ? "Choose…" : "None"}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

export function Checkbox(field: FieldProps) {
  const id = useId();
  const note = field.error ?? field.hint;
  return (
    <div>
      <label htmlFor={id} className="flex min-h-10 items-center gap-3 text-sm font-medium">
        <input
          id={id}
          name={field.name}
          type="checkbox"
          checked={Boolean(field.value)}
          onChange={(event) => field.onChange(event.target.checked)}
          aria-describedby={note ? `${id}-note` : undefined}
          className="size-4.5 accent-accent"
        />
        {field.label}
      </label>
      {note && <Note id={`${id}-note`} error={field.error} hint={field.hint} />}
    </div>
  );
}
