import type { ListQuery } from "../lib/listQuery";

/** Narrows a list to the entries of which something is true. */
export function FlagFilter({ query, name, label }: { query: ListQuery; name: string; label: string }) {
  const isOn = query.get(name) === "true";
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => query.set(name, isOn ? "" : "true")}
      className={`min-h-10 rounded-control border px-3 text-sm ${isOn ? "border-accent-ink bg-accent-soft font-medium text-accent-ink" : "border-edge bg-surface hover:bg-sunken"}`}
    >
      {label}
    </button>
  );
}
