/**
 * Rules of fields. Each knows how a stored value is shown in the form and how an entered one is read:
 * a value of the right type, or the message to show. The API checks the same and says the same
 * (api/app/core/problems.py).
 */

import { formatDuration } from "./format";

export const REQUIRED = "This field is required.";

export type Entered = string | boolean;

export interface Rule<T> {
  /** What the form holds for a stored value. */
  show(value: T | null | undefined): Entered;
  /** What is sent, or why it cannot be. */
  read(entered: Entered): { value: T } | { message: string };
}

interface Need {
  required?: boolean;
}
type Maybe<T, O extends Need> = O extends { required: true } ? T : T | null;

function rule<T, O extends Need>(
  options: O,
  show: (value: T) => string,
  read: (text: string) => T | { message: string },
): Rule<Maybe<T, O>> {
  return {
    show: (value) => (value === null || value === undefined ? "" : show(value as T)),
    read(entered) {
      const text = String(entered).trim();
      if (text === "") return options.required ? { message: REQUIRED } : { value: null as Maybe<T, O> };
      const result = read(text);
      return isMessage(result) ? result : { value: result as Maybe<T, O> };
    },
  };
}

function isMessage(result: unknown): result is { message: string } {
  return typeof result === "object" && result !== null && "message" in result;
}

function checkedText(text: string, max: number | undefined, pattern?: RegExp, message = "") {
  if (max !== undefined && [...text].length > max) return { message: `Use at most ${max} characters.` };
  return pattern && !pattern.test(text) ? { message } : text;
}

export function text<const O extends Need & { max?: number }>(options: O): Rule<Maybe<string, O>> {
  return rule<string, O>(options, (value) => value, (entered) => checkedText(entered, options.max));
}

export function email<const O extends Need & { max?: number }>(options: O): Rule<Maybe<string, O>> {
  const message = "Enter an e-mail address such as name@example.com.";
  const pattern = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/;
  return rule<string, O>(options, (value) => value, (entered) => checkedText(entered, options.max, pattern, message));
}

export function url<const O extends Need & { max?: number }>(options: O): Rule<Maybe<string, O>> {
  const message = "Enter a web address that begins with https:// or http://.";
  const pattern = /^https?:\/\/[^\s/]+\S*$/;
  return rule<string, O>(options, (value) => value, (entered) => checkedText(entered, options.max, pattern, message));
}

export function phone<const O extends Need & { max?: number }>(options: O): Rule<Maybe<string, O>> {
  const pattern = /^\+?[0-9 ()./-]{3,}$/;
  return rule<string, O>(options, (value) => value, (entered) =>
    checkedText(entered, options.max, pattern, "Enter a phone number."),
  );
}

interface Range extends Need {
  min?: number;
  max?: number;
  /** Digits after the point; none when it must be a whole number. */
  places?: number;
}

export function number<const O extends Range>(options: O): Rule<Maybe<number, O>> {
  const { min, max, places } = options;
  return rule<number, O>(
    options,
    (value) => (places === 2 ? value.toFixed(2) : String(value)),
    (entered) => {
      const value = Number(entered);
      if (!Number.isFinite(value)) return { message: "Enter a number." };
      if (places === 0 && !Number.isInteger(value)) return { message: "Enter a whole number." };
      if (places && (entered.split(".")[1] ?? "").length > places) {
        return { message: `Use at most ${places} decimal places.` };
      }
      if (min !== undefined && value < min) return { message: `Must be at least ${min}.` };
      if (max !== undefined && value > max) return { message: `Must be at most ${max}.` };
      return value;
    },
  );
}

/** Minutes; the form holds "hours:minutes", either of which may be left empty. */
export function duration<const O extends Range>(options: O): Rule<Maybe<number, O>> {
  const { min, max } = options;
  return rule<number, O>(
    options,
    (value) => `${Math.floor(value / 60)}:${value % 60}`,
    (entered) => {
      const parts = entered.split(":").map((part) => Number(part.trim()));
      if (!parts.every(Number.isInteger)) return { message: "Enter hours and minutes as whole numbers." };
      const value = (parts[0] ?? 0) * 60 + (parts[1] ?? 0);
      if (min !== undefined && value < min) return { message: `Must be at least ${formatDuration(min)}.` };
      if (max !== undefined && value > max) return { message: `Must be at most ${formatDuration(max)}.` };
      return value;
    },
  );
}

export function date<const O extends Need>(options: O): Rule<Maybe<string, O>> {
  return rule<string, O>(options, (value) => value, (entered) =>
    /^\d{4}-\d{2}-\d{2}$/.test(entered) ? entered : { message: "Enter a date." },
  );
}

export function dateTime<const O extends Need>(options: O): Rule<Maybe<string, O>> {
  return rule<string, O>(options, (value) => value.slice(0, 16), (entered) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(entered) ? entered : { message: "Enter a date and a time." },
  );
}

/** One of the values of a select. */
export function choice<const O extends Need>(options: O): Rule<Maybe<string, O>> {
  return rule<string, O>(options, (value) => value, (entered) => entered);
}

/** The id of another entry. */
export function reference<const O extends Need>(options: O): Rule<Maybe<number, O>> {
  return rule<number, O>(options, String, Number);
}

/** The ids of several entries; the form holds them with commas between them. */
export function references(options: Need): Rule<number[]> {
  return {
    show: (ids) => (ids ?? []).join(","),
    read(entered) {
      const ids = String(entered).split(",").filter(Boolean).map(Number);
      return options.required && ids.length === 0 ? { message: REQUIRED } : { value: ids };
    },
  };
}

export function flag(): Rule<boolean> {
  return { show: (value) => value ?? false, read: (entered) => ({ value: Boolean(entered) }) };
}

/** A check of a form: `later` must not come before `earlier`, as far as both are there. */
export function inOrder(earlier: string, later: string, message: string) {
  return (values: Record<string, unknown>): Record<string, string> => {
    const [first, second] = [values[earlier], values[later]];
    if (first === null || second === null) return {};
    return (second as string | number) < (first as string | number) ? { [later]: message } : {};
  };
}
