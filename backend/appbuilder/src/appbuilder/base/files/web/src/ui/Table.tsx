/** A table that becomes a stack of cards on a phone, where each value carries its name. */

import type { ReactNode } from "react";

export interface Head {
  label: string;
  numeric?: boolean;
}

interface TableProps {
  label: string;
  head: readonly Head[];
  children: ReactNode;
}

export function Table({ label, head, children }: TableProps) {
  return (
    <div className="relative sm:card sm:overflow-x-auto">
      <table aria-label={label} className="w-full text-left text-sm max-sm:block">
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line text-muted">
            {head.map(({ label, numeric }) => (
              <th key={label} scope="col" className={`px-4 py-3 font-medium whitespace-nowrap ${numeric ? "text-right" : ""}`}>
                {label}
              </th>
            ))}
            <th scope="col" className="px-4 py-3">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block max-sm:space-y-3 sm:divide-y sm:divide-line">{children}</tbody>
      </table>
    </div>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return (
    <tr className="max-sm:card max-sm:flex max-sm:flex-col max-sm:gap-2 max-sm:p-4 sm:hover:bg-sunken">{children}</tr>
  );
}

interface CellProps extends Head {
  /** Kept on one line, as a date is. */
  short?: boolean;
  /** What was stored, where that may be nothing; then a phone does not show the cell. */
  value?: unknown;
  children: ReactNode;
}

export function Cell({ label, numeric, short, value, children }: CellProps) {
  const shape = value === null ? "max-sm:hidden" : "max-sm:flex max-sm:justify-between max-sm:gap-4";
  return (
    <td className={`${shape} sm:px-4 sm:py-3 ${numeric ? "tabular-nums sm:text-right" : ""} ${numeric || short ? "sm:whitespace-nowrap" : ""}`}>
      <span aria-hidden="true" className="text-muted sm:hidden">
        {label}
      </span>
      <span className="min-w-0 break-words max-sm:text-right sm:block sm:max-w-72 max-sm:[&>ul]:justify-end sm:[&>ul]:min-w-32">{children}</span>
    </td>
  );
}

/** The cell that names the entry. */
export function TitleCell({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="min-w-36 font-semibold break-words max-sm:text-base sm:px-4 sm:py-3 sm:font-medium">
      <span className="sm:block sm:max-w-sm">{children}</span>
    </th>
  );
}

export function ActionCell({ children }: { children?: ReactNode }) {
  return (
    <td className="max-sm:-mb-2 sm:px-3 sm:py-1.5">
      <div className="flex justify-end">{children}</div>
    </td>
  );
}
