import type { Row } from "./api";

const SLICES = 6;
const FILLS = ["fill-chart-1", "fill-chart-2", "fill-chart-3", "fill-chart-4", "fill-chart-5", "fill-chart-6"];
const DOTS = ["bg-chart-1", "bg-chart-2", "bg-chart-3", "bg-chart-4", "bg-chart-5", "bg-chart-6"];
const OUTER = 80;
const INNER = 50;

interface ChartProps {
  label: string;
  rows: readonly Row[];
  format(result: number | null): string;
}

/** Shares of a whole as a ring, with a legend that says the numbers; small shares become one. */
export function PieChart({ label, rows, format }: ChartProps) {
  const slices = merged(rows);
  const whole = slices.reduce((sum, slice) => sum + slice.result, 0);
  let turned = 0;
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-8 gap-y-4">
      <svg role="img" aria-label={label} viewBox="-84 -84 168 168" className="size-42 shrink-0">
        {slices.map((slice, index) => {
          const start = turned;
          turned += slice.result / whole;
          return (
            <path key={slice.label} d={arc(start, turned)} strokeWidth={2} className={`${FILLS[index]} stroke-surface`}>
              <title>{`${slice.label}: ${format(slice.result)}`}</title>
            </path>
          );
        })}
      </svg>
      <ul className="max-w-md min-w-44 flex-1 space-y-1.5 text-sm">
        {slices.map((slice, index) => (
          <li key={slice.label} className="flex items-baseline gap-2.5">
            <span className={`size-2.5 shrink-0 rounded-full ${DOTS[index]}`} />
            <span className="min-w-0 flex-1 break-words">{slice.label}</span>
            <span className="font-medium tabular-nums">{format(slice.result)}</span>
            <span className="w-11 text-right text-muted tabular-nums">{Math.round((100 * slice.result) / whole)} %</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function merged(rows: readonly Row[]): { label: string; result: number }[] {
  const slices = rows
    .map((row) => ({ label: row.label, result: row.result ?? 0 }))
    .filter((slice) => slice.result > 0)
    .sort((one, other) => other.result - one.result);
  if (slices.length <= SLICES) return slices;
  const rest = slices.slice(SLICES - 1).reduce((sum, slice) => sum + slice.result, 0);
  return [...slices.slice(0, SLICES - 1), { label: "Others", result: rest }];
}

/** A part of the ring, between two shares of the full turn. */
function arc(start: number, end: number): string {
  // A full circle would begin where it ends, and so be nothing.
  const last = Math.min(end, start + 0.9999);
  const point = (share: number, radius: number) => {
    const angle = (share - 0.25) * 2 * Math.PI;
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  };
  const large = last - start > 0.5 ? 1 : 0;
  return (
    `M${point(start, OUTER)}A${OUTER} ${OUTER} 0 ${large} 1 ${point(last, OUTER)}` +
    `L${point(last, INNER)}A${INNER} ${INNER} 0 ${large} 0 ${point(start, INNER)}Z`
  );
}
