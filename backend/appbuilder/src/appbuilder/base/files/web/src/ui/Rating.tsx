/** Stars: to see, and to give with mouse, finger or arrow keys. */

import { useId } from "react";
import type { Bound } from "../lib/form";
import { Legend, Note } from "./Field";

export function Star({ full, className }: { full: boolean; className: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`${className} ${full ? "text-star" : "text-edge"}`}>
      <path
        d="m10 1.8 2.5 5.3 5.7.8-4.1 4.1 1 5.8-5.1-2.8-5.1 2.8 1-5.8L1.8 7.9l5.7-.8L10 1.8z"
        fill={full ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth={1.4}
        strokeLinejoin="round"
      />
    </svg>
  );
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

export function Stars({ value, max }: { value: number | null; max: number }) {
  if (value === null) return <span className="text-sm text-muted">Not rated</span>;
  return (
    <span role="img" aria-label={`${value} of ${max}`} className="inline-flex gap-0.5">
      {numbers(1, max).map((number) => (
        <Star key={number} full={number <= value} className="size-4" />
      ))}
    </span>
  );
}

interface RatingInputProps extends Bound {
  label: string;
  required?: boolean;
  min: number;
  max: number;
}

export function RatingInput({ label, required, min, max, ...field }: RatingInputProps) {
  const id = useId();
  const value = field.value === "" ? null : Number(field.value);
  return (
    <fieldset aria-describedby={field.error ? `${id}-note` : undefined} aria-required={required || undefined} role="radiogroup">
      <Legend label={label} required={required} />
      <div className="clear-both -ml-1.5 flex flex-wrap items-center">
        {numbers(min, max).map((number) => (
          <label key={number} className="relative rounded-control p-1.5 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent-ink">
            <input
              type="radio"
              name={field.name}
              value={number}
              checked={value === number}
              onChange={() => field.onChange(String(number))}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span className="sr-only">{number}</span>
            {number === 0 ? (
              <span aria-hidden="true" className={`block px-1 text-sm ${value === 0 ? "font-semibold" : "text-muted"}`}>0</span>
            ) : (
              <Star full={value !== null && number <= value} className="size-6" />
            )}
          </label>
        ))}
        {value !== null && !required && (
          <button type="button" onClick={() => field.onChange("")} className="ml-2 text-sm text-muted underline">
            Clear
          </button>
        )}
      </div>
      {field.error && <Note id={`${id}-note`} error={field.error} />}
    </fieldset>
  );
}
