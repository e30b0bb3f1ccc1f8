/** Days as texts such as 2026-11-24, without hours and zones; weeks begin on Monday. */

const LONG = new Intl.DateTimeFormat(undefined, { dateStyle: "full" });
const MONTH = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" });
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: "short" });

function dateOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

function dayOf(date: Date): string {
  const pad = (number: number, length: number) => String(number).padStart(length, "0");
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

export function addDays(day: string, days: number): string {
  const date = dateOf(day);
  date.setDate(date.getDate() + days);
  return dayOf(date);
}

export function addMonths(month: string, months: number): string {
  const date = dateOf(`${month}-01`);
  date.setMonth(date.getMonth() + months);
  return dayOf(date).slice(0, 7);
}

/** The text, if it is a month. */
export function monthOf(text: string): string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : "";
}

/** Six weeks, so that a calendar keeps its height: from the Monday before the month begins, or that day. */
export function daysOfGrid(month: string): string[] {
  const first = dateOf(`${month}-01`);
  const before = (first.getDay() + 6) % 7;
  return Array.from({ length: 42 }, (_, index) => addDays(`${month}-01`, index - before));
}

/** Mon to Sun, in the language of the browser. */
export function weekdays(): string[] {
  return Array.from({ length: 7 }, (_, index) => WEEKDAY.format(new Date(2024, 0, index + 1)));
}

export function nameOfDay(day: string): string {
  return LONG.format(dateOf(day));
}

export function nameOfMonth(month: string): string {
  return MONTH.format(dateOf(`${month}-01`));
}
