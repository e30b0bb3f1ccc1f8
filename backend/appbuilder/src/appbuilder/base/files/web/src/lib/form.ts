/** The state of a form: what was entered, what is wrong with it, and sending it. */

import { type FormEvent, useRef, useState } from "react";
import { Problem } from "./http";
import type { Entered, Rule } from "./rules";

type Rules = Record<string, Rule<never>>;
export type Values<R> = { [K in keyof R]: R[K] extends Rule<infer T> ? T : never };

/** Stored values may be missing where the form needs one. */
export type Initial<R> = { [K in keyof R]?: Values<R>[K] | null };

export interface Bound {
  name: string;
  value: Entered;
  error: string | undefined;
  onChange(value: Entered): void;
}

export interface Form<R> {
  bind(name: keyof R & string): Bound;
  /** A failure that belongs to no single field. */
  problem: string;
  busy: boolean;
  // if wizard
  /** The names of the fields that are not right. */
  wrong: string[];
  /** Says what is wrong with these fields, and whether nothing is. */
  check(form: HTMLFormElement, names: readonly string[]): boolean;
  // end if
  submit(event: FormEvent<HTMLFormElement>): Promise<void>;
}

/** What must hold between several fields: messages by field. */
export type Check<V> = (values: V) => Record<string, string>;

/** `send` gets valid values only; afterwards the form is empty again unless it has been left. */
export function useForm<R extends { [K in keyof R]: Rule<any> }>(
  rules: R,
  initial: Initial<R>,
  send: (values: Values<R>) => Promise<void>,
  checks: readonly Check<Values<R>>[] = [],
): Form<R> {
  const start = () => shown(rules, initial);
  const [entered, setEntered] = useState(start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.current) return;
    const form = event.currentTarget;
    const { values, messages } = read(rules, entered);
    if (Object.keys(messages).length === 0) for (const check of checks) Object.assign(messages, check(values));
    setErrors(messages);
    setProblem("");
    if (Object.keys(messages).length > 0) return focusFirst(form, Object.keys(messages));
    sending.current = true;
    setBusy(true);
    try {
      await send(values);
      setEntered(start());
    } catch (error) {
      const known = error instanceof Problem ? error : new Problem(0, "Something went wrong. Try again.");
      const ours = Object.fromEntries(Object.entries(known.errors).filter(([name]) => name in rules));
      setErrors(ours);
      if (Object.keys(ours).length === 0) setProblem(known.message);
      focusFirst(form, Object.keys(ours));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  // if wizard
  function check(form: HTMLFormElement, names: readonly string[]): boolean {
    const found = Object.entries(read(rules, entered).messages).filter(([name]) => names.includes(name));
    setErrors(Object.fromEntries(found));
    focusFirst(form, found.map(([name]) => name));
    return found.length === 0;
  }

  // end if
  return {
    problem,
    busy,
    // if wizard
    wrong: Object.keys(errors),
    check,
    // end if
    submit,
    bind: (name) => ({
      name,
      value: entered[name] ?? "",
      error: errors[name],
      onChange(value) {
        setEntered((before) => ({ ...before, [name]: value }));
        setErrors(({ [name]: _, ...others }) => others);
      },
    }),
  };
}

function shown<R extends object>(rules: R, initial: Initial<R>): Record<string, Entered> {
  const pairs = Object.entries(rules as Rules).map(([name, rule]) => {
    return [name, rule.show(initial[name as keyof R] as never)];
  });
  return Object.fromEntries(pairs);
}

function read<R extends object>(rules: R, entered: Record<string, Entered>) {
  const values: Record<string, unknown> = {};
  const messages: Record<string, string> = {};
  for (const [name, rule] of Object.entries(rules as Rules)) {
    const result = rule.read(entered[name] ?? "");
    if ("message" in result) messages[name] = result.message;
    else values[name] = result.value;
  }
  return { values: values as Values<R>, messages };
}

function focusFirst(form: HTMLFormElement, names: string[]) {
  const fields = Array.from(form.elements) as HTMLInputElement[];
  fields.find((field) => names.includes(field.name))?.focus();
}
