/** Numbers about all entries: tiles, and bars for those that are split by a value. */

import type { ReactNode } from "react";
import type { Group } from "../lib/http";

export function Totals({ children }: { children: ReactNode }) {
  return <div className="mb-4 flex flex-wrap gap-4">{children}</div>;
}

export function Total({ label, value }: { label: string; value: string }) {
  return (
    <div className="card min-w-36 flex-1 px-4 py-3 lg:max-w-96">
      <p className="text-sm text-muted">{label}</p>
      <p className="mt-0.5 text-xl font-semibold tracking-tight tabular-nums">{value}</p>
    </div>
  );
}

interface GroupedTotalProps {
  label: string;
  groups: Group[];
  format(result: number | null): string;
  name(group: Group): string;
}

export function GroupedTotal({ label, groups, format, name }: GroupedTotalProps) {
  const largest = Math.max(...groups.map((group) => Math.abs(group.result ?? 0)), 0) || 1;
  return (
    <div className="card min-w-full flex-1 px-4 py-3 sm:min-w-72">
      <h2 className="text-sm font-normal text-muted">{label}</h2>
      {groups.length === 0 && <p className="mt-1 text-sm text-muted">Nothing yet</p>}
      <ul className="mt-2 space-y-2">
        {groups.slice(0, 6).map((group) => (
          <li key={String(group.value)}>
            <div className="flex justify-between gap-4 text-sm">
              <span className="truncate">{name(group)}</span>
              <span className="font-medium tabular-nums">{format(group.result)}</span>
            </div>
            <div className="mt-1 h-1.5 rounded-full bg-sunken">
              <div
                className="h-full rounded-full bg-accent"
                style={{ width: `${(100 * Math.abs(group.result ?? 0)) / largest}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
