/** A form that is filled in step by step; the last step shows what was entered before it is sent. */

import { type FormEvent, Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import type { Form } from "../lib/form";
import { NOTHING } from "../lib/format";
import { Button, ButtonLink } from "./Button";
import type { Choice } from "./Field";
import { FormProblem } from "./FormFrame";

export interface Step {
  title: string;
  /** The names of its fields, which must be right before the next step begins. */
  names: readonly string[];
  fields: ReactNode;
  /** The same values to read. */
  summary: ReactNode;
}

interface WizardProps {
  label: string;
  action: string;
  cancel?: string;
  form: Form<never>;
  steps: readonly Step[];
}

export function Wizard({ label, action, cancel, form, steps }: WizardProps) {
  const [number, setNumber] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const step = steps[number];
  const isLast = number === steps.length - 1;

  // What the API refuses may stand in an earlier step.
  const refused = steps.findIndex((each) => each.names.some((name) => form.wrong.includes(name)));
  useEffect(() => {
    if (refused >= 0) setNumber((now) => Math.min(now, refused));
  }, [refused]);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [number]);

  function go(to: number) {
    moved.current = true;
    setNumber(to);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isLast) form.submit(event);
    else if (step && form.check(event.currentTarget, step.names)) go(number + 1);
  }

  return (
    <form aria-label={label} noValidate onSubmit={submit} className="card p-5 sm:p-6">
      <ol className="mb-6 flex gap-2" aria-label="Steps">
        {steps.map((each, index) => (
          <li key={each.title} aria-current={index === number ? "step" : undefined} className="min-w-0 flex-1">
            <span className={`block h-1.5 rounded-full ${index <= number ? "bg-chart-1" : "bg-line"}`} />
            <span className={`mt-2 block truncate text-xs ${index === number ? "font-medium" : "text-muted"}`}>{each.title}</span>
          </li>
        ))}
      </ol>
      <p className="text-sm text-muted">
        Step {number + 1} of {steps.length}
      </p>
      <h2 ref={heading} tabIndex={-1} className="mb-5 text-lg font-semibold tracking-tight outline-none">
        {step?.title}
      </h2>
      <div className="space-y-5">
        <FormProblem text={form.problem} />
        <Fragment key={number}>{step?.fields}</Fragment>
      </div>
      {isLast && number > 0 && <Summary steps={steps.slice(0, -1)} onChange={go} />}
      <div className="mt-6 flex flex-wrap gap-3">
        {number > 0 && (
          <Button look="secondary" onClick={() => go(number - 1)}>
            Back
          </Button>
        )}
        <Button type="submit" busy={form.busy}>
          {isLast ? action : "Next"}
        </Button>
        {cancel && (
          <span className="ml-auto">
            <ButtonLink look="quiet" to={cancel}>
              Cancel
            </ButtonLink>
          </span>
        )}
      </div>
    </form>
  );
}

function Summary({ steps, onChange }: { steps: readonly Step[]; onChange(step: number): void }) {
  return (
    <section aria-label="Summary" className="mt-6 divide-y divide-line rounded-card bg-sunken px-5">
      {steps.map((step, index) => (
        <div key={step.title} className="flex items-start justify-between gap-4 py-4">
          <div className="min-w-0">
            <h3 className="mb-1.5 text-sm font-medium">{step.title}</h3>
            <dl className="space-y-1 text-sm">{step.summary}</dl>
          </div>
          <Button look="quiet" aria-label={`Change ${step.title}`} onClick={() => onChange(index)} className="-mt-2 -mr-3">
            Change
          </Button>
        </div>
      ))}
    </section>
  );
}

/** One value of the summary, as it was entered. */
export function Entered({ label, value, choices }: { label: string; value: string | boolean; choices?: readonly Choice[] }) {
  const text = typeof value === "boolean" ? (value ? "Yes" : "No") : (choices?.find((each) => each.value === value)?.label ?? value);
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 break-words whitespace-pre-line">{text || NOTHING}</dd>
    </div>
  );
}
