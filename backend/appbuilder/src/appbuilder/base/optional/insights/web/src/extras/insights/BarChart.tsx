import type { Row } from "./api";
import { fitted } from "./scale";
import { useWidth } from "./width";

const ROW = 36;
const BAR = 18;

interface ChartProps {
  label: string;
  rows: readonly Row[];
  format(result: number | null): string;
}

/** A bar for each row, with its name before it and its number after it. */
export function BarChart({ label, rows, format }: ChartProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  const names = Math.min(160, Math.max(72, width * 0.32));
  const numbers = Math.max(...rows.map((row) => format(row.result).length), 1) * 7.5 + 12;
  const room = Math.max(0, width - names - numbers);
  const results = rows.map((row) => row.result ?? 0);
  const low = Math.min(0, ...results);
  const span = Math.max(0, ...results) - low || 1;
  const x = (value: number) => names + ((value - low) / span) * room;

  return (
    <div ref={element}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={rows.length * ROW} className="block text-sm">
          {rows.map((row, index) => {
            const result = row.result ?? 0;
            const start = x(Math.min(0, result));
            const length = x(Math.max(0, result)) - start;
            return (
              <g key={String(row.value)} transform={`translate(0 ${index * ROW})`}>
                <title>{`${row.label}: ${format(row.result)}`}</title>
                <text y={ROW / 2} dominantBaseline="central" className="fill-ink">
                  {fitted(row.label, names - 12)}
                </text>
                <rect x={names} y={(ROW - BAR) / 2} width={room} height={BAR} rx={4} className="fill-sunken" />
                <rect x={start} y={(ROW - BAR) / 2} width={Math.max(length, 2)} height={BAR} rx={4} className="fill-chart-1" />
                <text x={width} y={ROW / 2} textAnchor="end" dominantBaseline="central" className="fill-ink font-medium tabular-nums">
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
