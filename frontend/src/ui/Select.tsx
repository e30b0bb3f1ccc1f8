/** A choice of one among many: the browser's own list, which every phone and screen reader knows. */
"use client";

import { ChevronDown } from "lucide-react";

export function Select<Value extends string>({
  label,
  value,
  choices,
  onChange,
  className = "",
}: {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  className?: string;
}) {
  return (
    <span className={`relative inline-flex ${className}`}>
      <select
        aria-label={label}
        className="h-9 w-full appearance-none rounded-lg border border-field-border bg-field pr-8 pl-3 text-ui shadow-field transition-colors focus-visible:border-brand"
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) {
            onChange(chosen.value);
          }
        }}
        value={value}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
