/** What stands above and below a list: search, filters, order, pages. */

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { formatNumber } from "../lib/format";
import { type ListQuery, PAGE_SIZE } from "../lib/listQuery";
import { Button, IconButton } from "./Button";
import type { Choice } from "./Field";
import { Icon } from "./Icon";

const PAUSE_MS = 200;

interface PartProps {
  query: ListQuery;
  label: string;
}

/** Keeps what is typed and hands it on after a short pause. */
function useTyped(query: ListQuery, name: string): [string, (text: string) => void] {
  const settled = query.get(name);
  const [typed, setTyped] = useState(settled);
  const sent = useRef(settled);
  useEffect(() => {
    // What was sent from here comes back; meanwhile somebody may have typed on.
    if (settled === sent.current) return;
    sent.current = settled;
    setTyped(settled);
  }, [settled]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = window.setTimeout(() => {
      sent.current = typed;
      query.set(name, typed);
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  });
  return [typed, setTyped];
}

export function SearchBox({ query, label }: PartProps) {
  const [typed, setTyped] = useTyped(query, "q");
  return (
    <div className="relative min-w-48 flex-1 max-sm:basis-full">
      <Icon name="search" className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4.5 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="control pl-10"
      />
    </div>
  );
}

export function ChoiceFilter({ query, name, label, choices }: PartProps & { name: string; choices: readonly Choice[] }) {
  return (
    <select
      aria-label={label}
      value={query.get(name)}
      onChange={(event) => query.set(name, event.target.value)}
      className="control max-w-full sm:w-auto sm:max-w-44"
    >
      <option value="">{label}: all</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

const YES_NO: readonly Choice[] = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

export function YesNoFilter(props: PartProps & { name: string }) {
  return <ChoiceFilter {...props} choices={YES_NO} />;
}

/** One of a few whole numbers, the highest first. */
export function NumberFilter({ min, max, ...props }: PartProps & { name: string; min: number; max: number }) {
  const numbers = Array.from({ length: max - min + 1 }, (_, index) => String(max - index));
  return <ChoiceFilter {...props} choices={numbers.map((number) => ({ value: number, label: number }))} />;
}

export function TextFilter({ query, name, label }: PartProps & { name: string }) {
  const [typed, setTyped] = useTyped(query, name);
  return (
    <input
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      className="control sm:w-40"
    />
  );
}

type RangeType = "number" | "date" | "datetime-local";

export function RangeFilter({ query, name, label, type }: PartProps & { name: string; type: RangeType }) {
  return (
    <fieldset className="flex min-w-0 items-center gap-x-2 gap-y-1 max-sm:w-full max-sm:flex-wrap">
      <legend className="sr-only">{label}</legend>
      <span aria-hidden="true" className="text-sm whitespace-nowrap text-muted max-sm:w-full">
        {label}
      </span>
      <RangeEnd query={query} name={`${name}_min`} label={`${label} from`} type={type} />
      <span aria-hidden="true" className="text-muted">
        –
      </span>
      <RangeEnd query={query} name={`${name}_max`} label={`${label} to`} type={type} />
    </fieldset>
  );
}

function RangeEnd({ query, name, label, type }: PartProps & { name: string; type: RangeType }) {
  const [typed, setTyped] = useTyped(query, name);
  return (
    <input
      type={type}
      step="any"
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      className={`control min-w-0 max-sm:flex-1 ${type === "number" ? "sm:w-24" : "sm:w-auto"}`}
    />
  );
}

interface SortProps {
  query: ListQuery;
  choices: readonly Choice[];
  /** The order when the address names none. */
  initial: string;
}

export function SortSelect({ query, choices, initial }: SortProps) {
  return (
    <select
      aria-label="Order"
      value={query.get("sort") || initial}
      onChange={(event) => query.set("sort", event.target.value === initial ? "" : event.target.value)}
      className="control w-auto max-w-full max-sm:min-w-0 max-sm:flex-[1_1_8rem] sm:max-w-44"
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

export function Pager({ query, total }: { query: ListQuery; total: number }) {
  const id = useId();
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages <= 1) return null;
  const first = (query.page - 1) * PAGE_SIZE + 1;
  const last = Math.min(total, query.page * PAGE_SIZE);
  return (
    <nav aria-labelledby={id} className="mt-4 flex items-center justify-between gap-4">
      <p id={id} className="text-sm text-muted tabular-nums">
        {formatNumber(first)}–{formatNumber(last)} of {formatNumber(total)}
      </p>
      <div className="flex gap-1">
        <IconButton icon="back" label="Previous page" disabled={query.page <= 1} onClick={() => query.set("page", String(query.page - 1))} />
        <IconButton icon="next" label="Next page" disabled={query.page >= pages} onClick={() => query.set("page", String(query.page + 1))} />
      </div>
    </nav>
  );
}

export function ListControls({ children }: { children: ReactNode }) {
  return <div className="mb-4 flex flex-wrap items-center gap-3 print:hidden">{children}</div>;
}

interface FiltersProps {
  query: ListQuery;
  /** Those that would take a second row. */
  more?: ReactNode;
  children: ReactNode;
}

/** The filters of a list; on a phone all of them wait behind a button, elsewhere those that are used less. */
export function Filters({ query, more, children }: FiltersProps) {
  const id = useId();
  const [open, setOpen] = useState(query.isNarrowed);
  return (
    <>
      <Button
        look="secondary"
        icon="filter"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className={`sm:order-1 ${more ? "" : "sm:hidden"}`}
      >
        <span>
          <span className="max-sm:hidden">More </span>
          <span className="sm:lowercase">Filters</span>
        </span>
      </Button>
      <div id={id} className={`w-full flex-wrap items-center gap-3 sm:contents ${open ? "flex" : "hidden"}`}>
        {children}
        {more && <div className={`flex-wrap items-center gap-3 max-sm:contents sm:order-2 sm:w-full ${open ? "flex" : "hidden"}`}>{more}</div>}
      </div>
    </>
  );
}
