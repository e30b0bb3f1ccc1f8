/** A row of choices of which one is on; arrow keys move, as in a radio group. */
"use client";

import type { KeyboardEvent, ReactNode } from "react";

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
  note?: ReactNode;
}

export function Segmented<Value extends string>({
  label,
  choices,
  value,
  onChange,
  iconsOnly = false,
  className = "",
}: {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  iconsOnly?: boolean;
  className?: string;
}) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const index = choices.findIndex((choice) => choice.value === value);
    const next = choices[(index + step + choices.length) % choices.length];
    if (next !== undefined) {
      onChange(next.value);
      const buttons = event.currentTarget.querySelectorAll<HTMLButtonElement>("[role=radio]");
      buttons[choices.indexOf(next)]?.focus();
    }
  };
  return (
    <div
      aria-label={label}
      className={`inline-flex items-center gap-0.5 rounded-lg bg-default/70 p-0.5 ${className}`}
      onKeyDown={move}
      role="radiogroup"
    >
      {choices.map((choice) => (
        // biome-ignore lint/a11y/useSemanticElements: native radios cannot hold a picture and a count
        <button
          aria-checked={choice.value === value}
          aria-label={choice.label}
          className="inline-flex h-7 flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-2.5 font-medium text-muted text-ui transition-colors hover:text-foreground aria-checked:bg-segment aria-checked:text-foreground aria-checked:shadow-sm [&_svg]:size-3.5"
          key={choice.value}
          onClick={() => onChange(choice.value)}
          role="radio"
          tabIndex={choice.value === value ? 0 : -1}
          title={iconsOnly ? choice.label : undefined}
          type="button"
        >
          {choice.icon}
          {iconsOnly ? null : choice.label}
          {choice.note}
        </button>
      ))}
    </div>
  );
}
