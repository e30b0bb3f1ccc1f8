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
    <div className="relative sm:card sm:overflow-x-auto print:overflow-visible">
      <table aria-label={label} className="w-full text-left text-sm max-sm:block print:text-xs">
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line text-muted">
            {head.map(({ label, numeric }, index) => (
              <th key={index} scope="col" className={`px-4 py-3 font-medium whitespace-nowrap print:px-2 ${numeric ? "text-right" : ""}`}>
                {label}
              </th>
            ))}
            <th scope="col" className="px-4 py-3 print:hidden">
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
    <tr className="max-sm:card max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-2 max-sm:p-4 sm:hover:bg-sunken">{children}</tr>
  );
}

interface CellProps extends Head {
  /** Kept on one line, as a date is. */
  short?: boolean;
  /** What was stored, where that may be nothing; then a phone does not show the cell. */
  value?: unknown;
  children: ReactNode;
}

/** With so few letters a name is not broken over two lines. */
const SHORT = 24;

export function Cell({ label, numeric, short, value, children }: CellProps) {
  const isShort = short || (typeof children === "string" && children.length <= SHORT);
  const line = numeric ? "sm:whitespace-nowrap" : isShort ? "sm:whitespace-nowrap print:whitespace-normal" : "";
  const shape = value === null ? "max-sm:hidden" : "max-sm:col-span-2 max-sm:flex max-sm:justify-between max-sm:gap-4";
  return (
    <td className={`${shape} sm:px-4 sm:py-3 print:px-2 ${numeric ? "tabular-nums sm:text-right" : ""} ${line}`}>
      <span aria-hidden="true" className="text-muted sm:hidden">
        {label}
      </span>
      <span className="min-w-0 break-words print:[overflow-wrap:anywhere] max-sm:text-right sm:block sm:max-w-72 max-sm:[&>ul]:justify-end sm:[&>ul]:min-w-32">{children}</span>
    </td>
  );
}

/** The cell that names the entry. */
export function TitleCell({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="min-w-36 font-semibold break-words max-sm:text-base sm:px-4 sm:py-3 sm:font-medium print:min-w-0 print:px-2">
      <span className="sm:block sm:max-w-sm print:[overflow-wrap:anywhere]">{children}</span>
    </th>
  );
}

/** The last cell of a table; on a phone it stands beside the name. */
export function ActionCell({ children }: { children?: ReactNode }) {
  return (
    <td className="max-sm:col-start-2 max-sm:row-start-1 max-sm:-mt-2 max-sm:-mr-2 sm:px-3 sm:py-1.5 print:hidden">
      <div className="flex justify-end max-sm:max-w-28 max-sm:flex-wrap">{children}</div>
    </td>
  );
}
