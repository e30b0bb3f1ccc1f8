import type { Row } from "./api";
import { fitted } from "./scale";
import { useWidth } from "./width";

const BAR = 18;
/** Below this width names stand above their bars. */
const WIDE = 480;

interface ChartProps {
  label: string;
  rows: readonly Row[];
  format(result: number | null): string;
}

/** A bar for each row, with its name before or above it and its number after it. */
export function BarChart({ label, rows, format }: ChartProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  const isWide = width >= WIDE;
  const names = isWide ? Math.min(240, width * 0.32) : 0;
  const step = isWide ? 36 : 52;
  const middle = step - (isWide ? 18 : 16);
  const numbers = Math.max(...rows.map((row) => format(row.result).length), 1) * 7.5 + 12;
  const room = Math.max(0, width - names - numbers);
  const results = rows.map((row) => row.result ?? 0);
  const low = Math.min(0, ...results);
  const span = Math.max(0, ...results) - low || 1;
  const x = (value: number) => names + ((value - low) / span) * room;

  return (
    <div ref={element}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={rows.length * step} className="block text-sm">
          {rows.map((row, index) => {
            const result = row.result ?? 0;
            const start = x(Math.min(0, result));
            const length = x(Math.max(0, result)) - start;
            return (
              <g key={String(row.value)} transform={`translate(0 ${index * step})`}>
                <title>{`${row.label}: ${format(row.result)}`}</title>
                <text y={isWide ? middle : 12} dominantBaseline="central" className="fill-ink">
                  {fitted(row.label, isWide ? names - 12 : width)}
                </text>
                <rect x={names} y={middle - BAR / 2} width={room} height={BAR} rx={4} className="fill-sunken" />
                <rect x={start} y={middle - BAR / 2} width={Math.max(length, 2)} height={BAR} rx={4} className="fill-chart-1" />
                <text x={width} y={middle} textAnchor="end" dominantBaseline="central" className="fill-ink font-medium tabular-nums">
                  {format(row.result)}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
