/** How values are written for people, in the language of their browser. */

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const AGO = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

type Maybe<T> = T | null | undefined;

export const NOTHING = "–";

export function formatDate(value: Maybe<string>): string {
  return value ? DAY.format(new Date(`${value}T00:00`)) : NOTHING;
}

export function formatDateTime(value: Maybe<string>): string {
  return value ? MOMENT.format(new Date(value)) : NOTHING;
}

/** "2 hours ago" for a week, then the date. */
export function formatAgo(value: string): string {
  const seconds = (new Date(value).getTime() - Date.now()) / 1000;
  if (seconds < -7 * 86_400) return DAY.format(new Date(value));
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return AGO.format(Math.trunc(seconds / size), unit);
  }
  return "just now";
}

export function formatNumber(value: Maybe<number>, places = 2): string {
  return value === null || value === undefined
    ? NOTHING
    : new Intl.NumberFormat(undefined, { maximumFractionDigits: places }).format(value);
}

export function formatMoney(value: Maybe<number>, currency: string): string {
  return value === null || value === undefined
    ? NOTHING
    : new Intl.NumberFormat(undefined, { style: "currency", currency }).format(value);
}

/** Minutes as "1 h 30 min". */
export function formatDuration(value: Maybe<number>): string {
  if (value === null || value === undefined) return NOTHING;
  const minutes = Math.round(Math.abs(value));
  const parts = [Math.floor(minutes / 60) && `${formatNumber(Math.floor(minutes / 60))} h`, minutes % 60 && `${minutes % 60} min`];
  return (value < 0 ? "−" : "") + (parts.filter(Boolean).join(" ") || "0 min");
}

/** Today as a date field holds it. */
export function today(): string {
  return now().slice(0, 10);
}

/** This minute as a date and time field holds it. */
export function now(): string {
  const time = new Date();
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}

export function formatFlag(value: Maybe<boolean>): string {
  return value === null || value === undefined ? NOTHING : value ? "Yes" : "No";
}
