import type { View, ViewQuery } from "../lib/viewQuery";
import { Icon, type IconName } from "./Icon";

const NAMES: Record<View, { label: string; icon: IconName }> = {
  table: { label: "Table", icon: "table" },
  cards: { label: "Cards", icon: "cards" },
  board: { label: "Board", icon: "board" },
  calendar: { label: "Calendar", icon: "calendar" },
  gallery: { label: "Gallery", icon: "image" },
};

/** Chooses how a list is seen; the first view is the usual one. */
export function ViewSwitch({ query, views }: { query: ViewQuery; views: readonly View[] }) {
  return (
    <div role="group" aria-label="View" className="inline-flex rounded-control border border-edge bg-surface p-0.5">
      {views.map((view, index) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === query.view}
          onClick={() => query.set("view", index === 0 ? "" : view)}
          className={
            "inline-flex min-h-8.5 items-center gap-2 rounded-[calc(var(--radius-control)-2px)] px-2.5 text-sm font-medium " +
            (view === query.view ? "bg-accent-soft text-accent-ink" : "text-muted hover:text-ink")
          }
        >
          <Icon name={NAMES[view].icon} className="size-4.5" />
          <span className="max-sm:sr-only">{NAMES[view].label}</span>
        </button>
      ))}
    </div>
  );
}
