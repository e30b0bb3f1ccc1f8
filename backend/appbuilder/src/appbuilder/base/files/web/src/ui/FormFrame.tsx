import type { FormEvent, ReactNode } from "react";
import { Button, ButtonLink } from "./Button";

interface FormFrameProps {
  label: string;
  action: string;
  cancel?: string;
  form: { problem: string; busy: boolean; submit(event: FormEvent<HTMLFormElement>): Promise<void> };
  children: ReactNode;
}

/** A form on a card. Messages come from our rules, so the browser's own are switched off. */
export function FormFrame({ label, action, cancel, form, children }: FormFrameProps) {
  return (
    <form aria-label={label} noValidate onSubmit={form.submit} className="card space-y-5 p-5 sm:p-6">
      <FormProblem text={form.problem} />
      {children}
      <div className="flex flex-wrap gap-3 pt-1">
        <Button type="submit" busy={form.busy}>
          {action}
        </Button>
        {cancel && (
          <ButtonLink look="secondary" to={cancel}>
            Cancel
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

/** A failure that belongs to no single field. */
export function FormProblem({ text }: { text: string }) {
  if (!text) return null;
  return (
    <p role="alert" className="rounded-control bg-danger-soft px-4 py-3 text-sm text-danger-ink">
      {text}
    </p>
  );
}
