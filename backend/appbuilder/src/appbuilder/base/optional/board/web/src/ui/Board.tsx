/** Entries as cards in the columns of their status; cards move with the mouse, or with the choice on each of them. */

import { type DragEvent, type ReactNode, useEffect, useState } from "react";
import { Link } from "react-router";
import { reasonOf } from "../lib/http";
import { DOTS, type Marked } from "./Badge";
import { useToast } from "./Toasts";

interface BoardEntry {
  id: number;
}

interface BoardProps<T extends BoardEntry> {
  entries: readonly T[];
  /** The address that all entries begin with. */
  list: string;
  columns: readonly Marked[];
  columnOf(entry: T): string | null;
  titleOf(entry: T): string;
  /** Says how the choice is called, as in "Status of Offer 7". */
  label: string;
  /** Changes the entry's column; cards stay where they are when there is none. */
  move?(entry: T, column: string): Promise<unknown>;
  // if accounts
  mayMove?(entry: T): boolean;
  // end if
  onMoved(): void;
  // if workflow
  /** The columns that an entry can be moved to, with its own; the API refuses all others. */
  targets?(entry: T): readonly Marked[];
  // end if
  /** What else a card tells. */
  children?(entry: T): ReactNode;
}

export function Board<T extends BoardEntry>({ entries, columns, columnOf, move, onMoved, ...card }: BoardProps<T>) {
  const toast = useToast();
  // Cards are shown where they are going before the API has answered.
  const [going, setGoing] = useState<Record<number, string>>({});
  const [over, setOver] = useState<string>();
  // A card that moves is drawn anew; the focus goes with it.
  const [chosen, setChosen] = useState<number>();
  useEffect(() => setGoing({}), [entries]);
  // if accounts
  const isMovable = (entry: T) => Boolean(move) && (card.mayMove?.(entry) ?? true);
  // else
  const isMovable = (_: T) => Boolean(move);
  // end if
  const placeOf = (entry: T) => going[entry.id] ?? columnOf(entry);
  const shown = entries.some((entry) => placeOf(entry) === null) ? [{ value: "", label: "None" }, ...columns] : columns;

  async function send(entry: T, column: string, isUndo = false) {
    const before = placeOf(entry);
    if (!move || !column || column === before) return;
    setGoing((all) => ({ ...all, [entry.id]: column }));
    try {
      await move(entry, column);
    } catch (error) {
      setGoing(({ [entry.id]: _, ...others }) => others);
      toast(reasonOf(error, "It could not be moved."), { failed: true });
      return;
    }
    const name = columns.find((each) => each.value === column)?.label ?? column;
    // if workflow
    // A workflow seldom leads back.
    const undo = before && !isUndo && !card.targets ? () => send(entry, before, true) : undefined;
    // else
    const undo = before && !isUndo ? () => send(entry, before, true) : undefined;
    // end if
    toast(`${card.titleOf(entry)}: ${name}`, { undo });
    onMoved();
  }

  function drop(event: DragEvent, column: string) {
    event.preventDefault();
    setOver(undefined);
    const id = Number(event.dataTransfer.getData("text/plain"));
    const entry = entries.find((each) => each.id === id);
    if (entry) send(entry, column);
  }

  return (
    <div className="-mx-4 flex scroll-px-4 snap-x gap-4 overflow-x-auto px-4 pb-4 sm:-mx-6 sm:scroll-px-6 sm:px-6">
      {shown.map((column) => {
        const cards = entries.filter((entry) => (placeOf(entry) ?? "") === column.value);
        return (
          <section
            key={column.value}
            aria-label={column.label}
            onDragOver={(event) => {
              if (!move || !column.value) return;
              event.preventDefault();
              setOver(column.value);
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => drop(event, column.value)}
            className={
              "min-w-[min(13.5rem,80vw)] flex-1 snap-start rounded-card border p-2 transition-colors " +
              (over === column.value ? "border-accent-ink bg-accent-soft" : "border-line bg-sunken")
            }
          >
            <h2 className="flex min-h-9 items-center gap-2 px-2 text-sm font-medium">
              <span className={`size-2 rounded-full ${DOTS[column.tone ?? "neutral"]}`} />
              {column.label}
              <span className="ml-auto text-muted tabular-nums">{cards.length}</span>
            </h2>
            <ul className="mt-1 min-h-16 space-y-2">
              {cards.map((entry) => (
                <li
                  key={entry.id}
                  draggable={isMovable(entry)}
                  onDragStart={(event) => event.dataTransfer.setData("text/plain", String(entry.id))}
                  className={`card p-3 ${isMovable(entry) ? "cursor-grab active:cursor-grabbing" : ""}`}
                >
                  <h3 className="text-sm font-medium break-words">
                    <Link to={`${card.list}/${entry.id}`} draggable={false} className="rounded-control hover:underline">
                      {card.titleOf(entry)}
                    </Link>
                  </h3>
                  {card.children?.(entry)}
                  {isMovable(entry) && (
                    <Mover
                      label={`${card.label} of ${card.titleOf(entry)}`}
                      // if workflow
                      columns={card.targets?.(entry) ?? columns}
                      // else
                      columns={columns}
                      // end if
                      value={placeOf(entry)}
                      isFocused={chosen === entry.id}
                      onMove={(next) => {
                        setChosen(entry.id);
                        send(entry, next);
                      }}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface MoverProps {
  label: string;
  columns: readonly Marked[];
  value: string | null;
  isFocused: boolean;
  onMove(column: string): void;
}

/** The same as dragging, for keyboards, screen readers and fingers. */
function Mover({ label, columns, value, isFocused, onMove }: MoverProps) {
  return (
    <select
      autoFocus={isFocused}
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onMove(event.target.value)}
      className="pill mt-2.5 pl-3"
    >
      {value === null && <option value="">–</option>}
      {columns.map((column) => (
        <option key={column.value} value={column.value}>
          {column.label}
        </option>
      ))}
    </select>
  );
}
