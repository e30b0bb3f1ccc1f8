import type { Row } from "./api";
import { ticks } from "./scale";
import { useWidth } from "./width";

const HEIGHT = 240;
const TOP = 12;
const BOTTOM = 28;
const NAME = 84;

interface ChartProps {
  label: string;
  rows: readonly Row[];
  look: "line" | "columns";
  format(result: number | null): string;
}

/** Numbers from left to right, as a line or as columns, above an axis of names. */
export function TimeChart({ label, rows, look, format }: ChartProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  const marks = ticks(rows.map((row) => row.result ?? 0));
  const low = marks[0] ?? 0;
  const high = marks[marks.length - 1] ?? 1;
  const left = Math.max(...marks.map((mark) => format(mark).length)) * 7 + 12;
  const step = Math.max(0, width - left) / rows.length;
  const x = (index: number) => left + step * (index + 0.5);
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const every = Math.max(1, Math.ceil(NAME / step));

  return (
    <div ref={element}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={HEIGHT} className="block text-xs">
          {marks.map((mark) => (
            <g key={mark}>
              <line x1={left} x2={width} y1={y(mark)} y2={y(mark)} className={mark === 0 ? "stroke-edge" : "stroke-line"} />
              <text x={left - 8} y={y(mark)} textAnchor="end" dominantBaseline="central" className="fill-muted tabular-nums">
                {format(mark)}
              </text>
            </g>
          ))}
          {rows.map((row, index) =>
            index % every === 0 ? (
              <text key={String(row.value)} x={x(index)} y={HEIGHT - 8} textAnchor="middle" className="fill-muted">
                {row.label}
              </text>
            ) : null,
          )}
          {look === "line" ? <Line rows={rows} x={x} y={y} format={format} /> : <Columns rows={rows} step={step} x={x} y={y} format={format} />}
        </svg>
      )}
    </div>
  );
}

interface MarksProps {
  rows: readonly Row[];
  x(index: number): number;
  y(value: number): number;
  format(result: number | null): string;
}

/** Where there is no number, the line has a gap; what has no date is a dot beside it. */
function Line({ rows, x, y, format }: MarksProps) {
  let path = "";
  rows.forEach(({ value, result }, index) => {
    if (result === null) return;
    const before = rows[index - 1]?.result ?? null;
    path += `${before === null || value === null ? "M" : "L"}${x(index)} ${y(result)}`;
  });
  return (
    <>
      <path d={path} fill="none" strokeWidth={2} strokeLinejoin="round" strokeLinecap="round" className="stroke-chart-1" />
      {rows.map((row, index) =>
        row.result === null ? null : (
          <circle key={String(row.value)} cx={x(index)} cy={y(row.result)} r={rows.length > 40 ? 2 : 4} strokeWidth={2} className="fill-surface stroke-chart-1">
            <title>{`${row.label}: ${format(row.result)}`}</title>
          </circle>
        ),
      )}
    </>
  );
}

function Columns({ rows, step, x, y, format }: MarksProps & { step: number }) {
  const width = Math.min(48, Math.max(1, step * 0.62));
  return rows.map((row, index) => {
    const top = y(Math.max(0, row.result ?? 0));
    return (
      <rect
        key={String(row.value)}
        x={x(index) - width / 2}
        y={top}
        width={width}
        height={y(Math.min(0, row.result ?? 0)) - top}
        rx={Math.min(3, width / 4)}
        className="fill-chart-1"
      >
        <title>{`${row.label}: ${format(row.result)}`}</title>
      </rect>
    );
  });
}
