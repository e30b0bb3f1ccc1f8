/** Several entries at once: chosen with checkboxes, shown as links. */

import { useId, useState } from "react";
import { Link } from "react-router";
import type { Bound } from "../lib/form";
import type { LinkedEntry } from "../lib/http";
import { type Choice, Legend, Note } from "./Field";

// With more choices than this, one looks for them.
const FEW = 8;

interface SeveralProps extends Bound {
  label: string;
  required?: boolean;
  choices: readonly Choice[];
}

/** The form holds the numbers of the chosen entries with commas between them. */
export function Several({ label, required, choices, ...field }: SeveralProps) {
  const id = useId();
  const [sought, setSought] = useState("");
  const chosen = String(field.value).split(",").filter(Boolean);
  const words = sought.trim().toLowerCase();
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(words));

  function change(value: string, isChosen: boolean) {
    field.onChange((isChosen ? [...chosen, value] : chosen.filter((each) => each !== value)).join(","));
  }

  return (
    <fieldset aria-describedby={field.error ? `${id}-note` : undefined}>
      <Legend label={label} required={required} />
      {choices.length > FEW && (
        <input
          type="search"
          aria-label={`Search ${label}`}
          placeholder={`${chosen.length} chosen`}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="control clear-both mb-2"
        />
      )}
      <div className="clear-both max-h-56 overflow-y-auto rounded-control border border-edge px-3 py-1">
        {shown.length === 0 && <p className="py-2 text-sm text-muted">Nothing to choose from.</p>}
        {shown.map((choice) => (
          <label key={choice.value} className="flex min-h-9 items-center gap-3 text-sm">
            <input
              type="checkbox"
              name={field.name}
              checked={chosen.includes(choice.value)}
              onChange={(event) => change(choice.value, event.target.checked)}
              className="size-4.5 shrink-0 accent-accent"
            />
            <span className="min-w-0 break-words">{choice.label}</span>
          </label>
        ))}
      </div>
      {field.error && <Note id={`${id}-note`} error={field.error} />}
    </fieldset>
  );
}

interface EntryLinksProps {
  /** The page of their list. */
  list: string;
  entries: readonly LinkedEntry[];
  /** What they are, where they have numbers instead of names. */
  what?: string;
}

export function EntryLinks({ list, entries, what = "" }: EntryLinksProps) {
  if (entries.length === 0) return <span className="text-muted">–</span>;
  return (
    <span className="flex flex-wrap gap-1.5">
      {entries.map((entry) => (
        <Link
          key={entry.id}
          to={`${list}/${entry.id}`}
          className="rounded-full border border-line bg-sunken px-2.5 py-0.5 text-xs font-medium hover:border-muted"
        >
          {`${what} ${entry.title}`.trim() || `#${entry.id}`}
        </Link>
      ))}
    </span>
  );
}
