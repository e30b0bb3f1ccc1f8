/** A report on a page: its number, or a chart or table of its rows. */

import { type ReactNode, useId, useState } from "react";
import { formatNumber } from "../../lib/format";
import type { Problem } from "../../lib/http";
import { useLoad } from "../../lib/load";
import { Button, IconAnchor } from "../../ui/Button";
import * as api from "./api";
import { BarChart } from "./BarChart";
import { PieChart } from "./PieChart";
import { TimeChart } from "./TimeChart";

interface ReportProps {
  name: string;
  title: string;
  display: "number" | "table" | "bar" | "columns" | "line" | "pie";
  /** The headings of the rows' names and numbers. */
  by?: string;
  measure: string;
  format?(result: number | null): string;
}

export function Report({ display, ...report }: ReportProps) {
  const loaded = useLoad(report.name, () => api.read(report.name));
  const format = report.format ?? formatNumber;
  const { data, problem } = loaded;
  if (display === "number") {
    return (
      <div className="card px-5 py-4">
        <h2 className="text-sm font-normal text-muted">{report.title}</h2>
        {problem ? (
          <Failed problem={problem} retry={loaded.reload} />
        ) : (
          <p className="mt-1 text-2xl font-semibold tracking-tight tabular-nums">
            {data ? format(data.total) : <Wait className="h-8 w-20" />}
          </p>
        )}
      </div>
    );
  }
  return (
    <Frame {...report} hasRows={Boolean(data?.rows.length)}>
      {problem ? (
        <Failed problem={problem} retry={loaded.reload} />
      ) : !data ? (
        <Wait className="h-48" />
      ) : data.rows.length === 0 ? (
        <p className="py-6 text-center text-sm text-muted">Nothing to show yet.</p>
      ) : display === "table" ? (
        <Numbers {...report} data={data} format={format} />
      ) : (
        <Drawn {...report} display={display} data={data} format={format} />
      )}
    </Frame>
  );
}

function Frame({ name, title, hasRows, children }: { name: string; title: string; hasRows: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="card break-inside-avoid p-5">
      <div className="-mt-1.5 mb-3 flex items-center justify-between gap-3">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {hasRows && <IconAnchor icon="download" label={`Download ${title} as CSV`} href={api.csvOf(name)} download />}
      </div>
      {children}
    </section>
  );
}

interface DrawnProps {
  title: string;
  by?: string;
  measure: string;
  data: api.Figures;
  format(result: number | null): string;
}

/** The chart, and the same numbers as a table for those who want them: always on paper. */
function Drawn({ display, ...report }: DrawnProps & { display: "bar" | "columns" | "line" | "pie" }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { rows } = report.data;
  const label = `${report.title}: ${rows.length === 1 ? "one value" : `${rows.length} values`}, listed below the chart`;
  const hasShares = rows.every((row) => (row.result ?? 0) >= 0) && rows.some((row) => row.result);
  const chart = { label, rows, format: report.format };
  return (
    <>
      {display === "line" || display === "columns" ? (
        <TimeChart {...chart} look={rows.length === 1 ? "columns" : display} />
      ) : display === "pie" && hasShares ? (
        <PieChart {...chart} />
      ) : (
        <BarChart {...chart} />
      )}
      <Button look="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} className="mt-3 -ml-3">
        {open ? "Hide numbers" : "Show numbers"}
      </Button>
      <div id={id} className={open ? "mt-2" : "mt-2 hidden print:block"}>
        <Numbers {...report} />
      </div>
    </>
  );
}

function Numbers({ title, by, measure, data, format }: DrawnProps) {
  const cell = "py-2 font-normal";
  return (
    <table aria-label={title} className="w-full text-left text-sm">
      <thead className="text-muted">
        <tr className="border-b border-line">
          <th scope="col" className={cell}>
            {by}
          </th>
          <th scope="col" className={`${cell} text-right`}>
            {measure}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {data.rows.map((row) => (
          <tr key={String(row.value)}>
            <th scope="row" className={`${cell} break-words`}>
              {row.label}
            </th>
            <td className={`${cell} text-right tabular-nums`}>{format(row.result)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-edge font-medium">
          <th scope="row" className="py-2 font-medium">
            All
          </th>
          <td className="py-2 text-right tabular-nums">{format(data.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Wait({ className }: { className: string }) {
  return <span role="status" aria-label="Loading" className={`block animate-pulse rounded-control bg-sunken ${className}`} />;
}

function Failed({ problem, retry }: { problem: Problem; retry(): void }) {
  return (
    <p role="alert" className="text-sm text-danger-ink">
      {problem.message}{" "}
      <button type="button" onClick={retry} className="underline">
        Try again
      </button>
    </p>
  );
}
