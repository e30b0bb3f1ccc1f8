/** A month of entries on their days; on a phone a list of the days that have any. */

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { CalendarQuery } from "../lib/calendarQuery";
import { addDays, addMonths, daysOfGrid, nameOfDay, nameOfMonth, weekdays } from "../lib/days";
import { today } from "../lib/format";
import { Button, IconButton, IconLink } from "./Button";

const SHOWN = 3;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface CalendarEntry {
  id: number;
}

interface CalendarProps<T extends CalendarEntry> {
  query: CalendarQuery;
  entries: readonly T[];
  /** The address that all entries begin with. */
  list: string;
  /** When an entry is: a day, or a day and a time. */
  dateOf(entry: T): string | null;
  titleOf(entry: T): string;
  /** What is added on a day, and the parameter that holds the day; nothing can be added when there is none. */
  add?: { what: string; parameter: string; time?: boolean };
}

export function Calendar<T extends CalendarEntry>({ query, entries, ...rest }: CalendarProps<T>) {
  const byDay = new Map<string, T[]>();
  for (const entry of [...entries].sort((one, other) => (rest.dateOf(one) ?? "").localeCompare(rest.dateOf(other) ?? ""))) {
    const day = rest.dateOf(entry)?.slice(0, 10);
    if (day) byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  const turn = (months: number) => query.set("month", addMonths(query.month, months));
  return (
    <section aria-label="Calendar">
      <div className="mb-3 flex items-center gap-1">
        <h2 aria-live="polite" className="mr-auto text-lg font-semibold tracking-tight">
          {nameOfMonth(query.month)}
        </h2>
        <IconButton icon="back" label="Previous month" onClick={() => turn(-1)} />
        <Button look="quiet" onClick={() => query.set("month", "")}>
          Today
        </Button>
        <IconButton icon="next" label="Next month" onClick={() => turn(1)} />
      </div>
      <Grid query={query} byDay={byDay} {...rest} />
      <Agenda month={query.month} byDay={byDay} {...rest} />
    </section>
  );
}

interface PartProps<T> extends Omit<CalendarProps<T & CalendarEntry>, "query" | "entries"> {
  byDay: Map<string, T[]>;
}

/** Arrow keys walk over the days, Page Up and Page Down over the months. */
function Grid<T extends CalendarEntry>({ query, byDay, ...rest }: PartProps<T> & { query: CalendarQuery }) {
  const days = daysOfGrid(query.month);
  const [chosen, setChosen] = useState(today());
  const table = useRef<HTMLTableElement>(null);
  const walking = useRef(false);
  const reached = days.includes(chosen) ? chosen : `${query.month}-01`;
  useEffect(() => {
    if (walking.current) table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    walking.current = false;
  }, [reached, query.month]);

  function walk(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget) return;
    const page = { PageUp: -1, PageDown: 1 }[event.key];
    const step = STEPS[event.key];
    if (page === undefined && step === undefined) return;
    event.preventDefault();
    walking.current = true;
    const next = page === undefined ? addDays(reached, step ?? 0) : `${addMonths(reached.slice(0, 7), page)}-01`;
    setChosen(next);
    if (!days.includes(next) || page !== undefined) query.set("month", next.slice(0, 7));
  }

  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  return (
    <table ref={table} role="grid" aria-label={nameOfMonth(query.month)} className="card w-full table-fixed overflow-hidden max-sm:hidden">
      <thead>
        <tr>
          {weekdays().map((name) => (
            <th key={name} scope="col" className="border-b border-line px-2 py-2 text-left text-xs font-medium text-muted">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {weeks.map((week) => (
          <tr key={week[0]} className="divide-x divide-line">
            {week.map((day) => (
              <td
                key={day}
                tabIndex={day === reached ? 0 : -1}
                aria-current={day === today() ? "date" : undefined}
                onKeyDown={walk}
                onFocus={() => setChosen(day)}
                className={`group h-28 p-1.5 align-top -outline-offset-2 ${day.startsWith(query.month) ? "" : "bg-sunken"}`}
              >
                <Day day={day} entries={byDay.get(day) ?? []} {...rest} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day<T extends CalendarEntry>({ day, entries, add, ...rest }: Omit<PartProps<T>, "byDay"> & { day: string; entries: T[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHOWN);
  const isToday = day === today();
  return (
    <>
      <div className="flex h-7 items-center justify-between">
        <span className={`grid h-6 min-w-6 place-items-center rounded-full text-xs tabular-nums ${isToday ? "bg-accent font-semibold text-on-accent" : "text-muted"}`}>
          <span className="sr-only">{nameOfDay(day)}</span>
          <span aria-hidden="true">{Number(day.slice(8))}</span>
        </span>
        {add && (
          <span className="-mr-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
            <IconLink
              icon="plus"
              label={`New ${add.what} on ${nameOfDay(day)}`}
              to={`${rest.list}/new?${add.parameter}=${day}${add.time ? "T09:00" : ""}`}
            />
          </span>
        )}
      </div>
      <ul className="mt-0.5 space-y-0.5">
        {shown.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} {...rest} />
          </li>
        ))}
      </ul>
      {entries.length > shown.length && (
        <button type="button" onClick={() => setAll(true)} className="min-h-6 px-1.5 text-xs text-muted underline">
          {entries.length - shown.length} more
        </button>
      )}
    </>
  );
}

function Entry<T extends CalendarEntry>({ entry, list, dateOf, titleOf }: Omit<PartProps<T>, "byDay" | "add"> & { entry: T }) {
  const time = dateOf(entry)?.slice(11, 16);
  return (
    <Link to={`${list}/${entry.id}`} className="flex min-h-6 items-center gap-1.5 rounded-control bg-accent-soft px-1.5 text-xs hover:underline">
      {time && <span className="text-muted tabular-nums">{time}</span>}
      <span className="min-w-0 truncate font-medium">{titleOf(entry)}</span>
    </Link>
  );
}

function Agenda<T extends CalendarEntry>({ month, byDay, ...rest }: PartProps<T> & { month: string }) {
  const days = [...byDay.keys()].filter((day) => day.startsWith(month)).sort();
  if (days.length === 0) return <p className="card px-5 py-8 text-center text-sm text-muted sm:hidden">Nothing in this month.</p>;
  return (
    <ol className="space-y-5 sm:hidden">
      {days.map((day) => (
        <li key={day}>
          <h3 className={`mb-2 text-sm font-medium ${day === today() ? "text-accent-ink" : "text-muted"}`}>{nameOfDay(day)}</h3>
          <ul className="card divide-y divide-line">
            {byDay.get(day)?.map((entry) => (
              <li key={entry.id}>
                <Link to={`${rest.list}/${entry.id}`} className="flex min-h-12 items-center gap-3 px-4 py-2">
                  {rest.dateOf(entry)?.slice(11, 16) && (
                    <span className="text-sm text-muted tabular-nums">{rest.dateOf(entry)?.slice(11, 16)}</span>
                  )}
                  <span className="min-w-0 font-medium break-words">{rest.titleOf(entry)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
