/** The plan as an outline a person can check, and the decision: build it or not. */
"use client";

import { Check, CircleSlash } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { duration } from "@/lib/format";
import type { Plan } from "@/lib/types";
import { Button, ErrorNote, Tag } from "@/ui";
import { useDecidePlan } from "../api";
import { useDraft } from "../draft";
import { FIELD_TYPES, type FieldType, inWords } from "../spec";
import { PlanChanges } from "./PlanChanges";
import { PlanEditor } from "./PlanEditor";

export function PlanReview({
  plan,
  projectId,
  canDecide,
  compact = false,
}: {
  plan: Plan;
  projectId: string;
  canDecide: boolean;
  /** In the narrow conversation. */
  compact?: boolean;
}) {
  const headingId = useId();
  const { draft, start, set } = useDraft(plan);
  if (canDecide && draft !== null) {
    return (
      <div className="@container">
        <PlanEditor compact={compact} draft={draft} plan={plan} setDraft={set} />
      </div>
    );
  }
  return (
    <article aria-labelledby={headingId} className={compact ? "space-y-4" : "space-y-6"}>
      <header>
        <div className="flex items-center gap-2">
          <h2 className={compact ? "font-medium" : "font-semibold text-xl tracking-tight"} id={headingId}>
            The plan
          </h2>
          <PlanState status={canDecide ? "proposed" : plan.status} />
        </div>
        <p className={`mt-1 ${compact ? "text-ui" : "text-[0.9375rem] leading-6"}`}>{plan.summary}</p>
      </header>
      {canDecide && !compact ? <Decision onEdit={start} plan={plan} projectId={projectId} /> : null}
      <Changes plan={plan} />
      <Entities compact={compact} plan={plan} />
      <div className={compact ? "space-y-4" : "grid gap-6 sm:grid-cols-2"}>
        <Pages plan={plan} />
        <Look plan={plan} />
      </div>
      <Trace plan={plan} />
      <NotIncluded items={plan.not_included} />
      <Checks plan={plan} />
      {canDecide && compact ? <Decision onEdit={start} plan={plan} projectId={projectId} /> : null}
    </article>
  );
}

function PlanState({ status }: { status: string }) {
  if (status === "approved") {
    return <Tag>Approved</Tag>;
  }
  return status === "rejected" ? (
    <Tag>Rejected</Tag>
  ) : (
    <Tag className="bg-caution/12 text-caution">Your decision</Tag>
  );
}

function Decision({ plan, projectId, onEdit }: { plan: Plan; projectId: string; onEdit: () => void }) {
  const decide = useDecidePlan(projectId, plan.run_id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      decide.mutate({ decision: "approve", etag: plan.etag });
    }
  };
  return (
    <div onKeyDown={onKeyDown} role="none">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          isPending={decide.isPending}
          onPress={() => decide.mutate({ decision: "approve", etag: plan.etag })}
          variant="primary"
        >
          Approve and build
        </Button>
        <Button isDisabled={decide.isPending} onPress={onEdit} variant="outline">
          Edit
        </Button>
        <Button
          isDisabled={decide.isPending}
          onPress={() => decide.mutate({ decision: "reject", etag: plan.etag })}
          variant="outline"
        >
          Reject
        </Button>
        <span className="text-muted text-xs">{estimateText(plan)} Nothing is built before you approve.</span>
      </div>
      {decide.error === null ? null : <ErrorNote className="mt-2" error={decide.error} />}
    </div>
  );
}

function estimateText(plan: Plan): string {
  const { seconds, amount_minor: amount, currency } = plan.estimate;
  const price =
    amount === 0
      ? "no model, no cost"
      : new Intl.NumberFormat("en", { style: "currency", currency }).format(amount / 100);
  return `About ${duration(seconds * 1000)}, ${price}.`;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 font-medium text-muted text-xs">{title}</h3>
      {children}
    </section>
  );
}

/** What a follow-up changes in the app, and what was edited by hand. */
function Changes({ plan }: { plan: Plan }) {
  const { current, proposed } = plan.diff;
  return (
    <>
      {current === null || current.length === 0 ? null : (
        <Section title="What changes in the app">
          <PlanChanges changes={current} />
        </Section>
      )}
      {proposed.length === 0 ? null : (
        <Section title="Edited by hand">
          <PlanChanges changes={proposed} />
        </Section>
      )}
    </>
  );
}

function Entities({ plan, compact }: { plan: Plan; compact: boolean }) {
  return (
    <Section title="What the app remembers">
      <div className="space-y-3">
        {plan.outline.entities.map((entity) => (
          <div className="overflow-hidden rounded-lg border hairline bg-surface" key={entity.name}>
            <div className="border-b hairline px-3 py-2">
              <p className="font-medium text-ui">{entity.name}</p>
              {entity.behaviours.length === 0 ? null : (
                <p className="mt-0.5 text-muted text-xs">{entity.behaviours.join(" · ")}</p>
              )}
            </div>
            <ul className="divide-y divide-separator">
              {entity.fields.map((field) => (
                <FieldRow compact={compact} field={field} key={field.name} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

const FIELD_COLUMNS =
  "grid grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-3 px-3 py-1.5 text-ui";

const typeName = (type: string) => FIELD_TYPES[type as FieldType] ?? inWords(type);

function FieldRow({
  field,
  compact,
}: {
  field: Plan["outline"]["entities"][number]["fields"][number];
  compact: boolean;
}) {
  const name = (
    <span>
      {field.name}
      {field.required ? null : <span className="ml-1.5 text-muted text-xs">optional</span>}
    </span>
  );
  if (compact) {
    return (
      <li className="px-3 py-1.5 text-ui">
        {name} <span className="ml-1 text-muted text-xs">{typeName(field.type)}</span>
        {field.note === "" ? null : <span className="block text-muted text-xs">{field.note}</span>}
      </li>
    );
  }
  return (
    <li className={FIELD_COLUMNS}>
      {name}
      <span className="text-muted">{typeName(field.type)}</span>
      <span className="text-muted text-xs">{field.note}</span>
    </li>
  );
}

function Pages({ plan }: { plan: Plan }) {
  return (
    <Section title="Pages">
      <ul className="space-y-1.5 text-ui">
        {plan.outline.pages.map((page) => (
          <li className="flex flex-wrap items-baseline gap-x-2" key={page.route}>
            <span>{page.title}</span>
            <span className="text-muted text-xs">{page.layout}</span>
            <code className="ml-auto font-mono text-muted text-xs">{page.route}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]+|(oklch|rgb|hsl)\([\d.,%\s/]+\))$/i;

const MODE_LABEL: Record<string, string> = {
  auto: "Light or dark, as the device prefers",
  light: "Light",
  dark: "Dark",
};

function Look({ plan }: { plan: Plan }) {
  const { mode, accent, background, surface, text } = plan.outline.theme;
  // an empty value means the app's own colour: there is nothing to show
  const colours = Object.entries({ accent, background, surface, text }).filter(([, value]) => value !== "");
  return (
    <Section title="Look">
      <ul className="flex flex-wrap gap-x-4 gap-y-2 text-xs">
        <li className="flex items-center text-muted">{MODE_LABEL[mode] ?? mode}</li>
        {colours.map(([name, value]) => (
          <li className="flex items-center gap-1.5" key={name}>
            <span
              aria-hidden="true"
              className="size-4 rounded border border-border-secondary"
              style={COLOUR.test(value) ? { backgroundColor: value } : undefined}
            />
            <span className="text-muted">{name}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Trace({ plan }: { plan: Plan }) {
  if (plan.included.length === 0) {
    return null;
  }
  return (
    <Section title="How your words were understood">
      <ul className="space-y-2 text-ui">
        {plan.included.map((line) => (
          <li className="flex gap-2" key={`${line.phrase}-${line.element}`}>
            <Check aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-positive" />
            <span>
              <span className="font-medium">“{line.phrase}”</span>{" "}
              <span className="text-muted">{line.element}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NotIncluded({ items }: { items: readonly string[] }) {
  if (items.length === 0) {
    return null;
  }
  return (
    <Section title="Not included">
      <ul className="space-y-1.5 rounded-lg border hairline bg-surface px-3 py-2.5 text-ui">
        {items.map((item) => (
          <li className="flex gap-2" key={item}>
            <CircleSlash aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-caution" />
            {item}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Checks({ plan }: { plan: Plan }) {
  if (plan.checks.length === 0) {
    return null;
  }
  return (
    <Section title="How it will be checked">
      <ul className="space-y-1 text-ui">
        {plan.checks.map((check) => (
          <li className="flex items-baseline gap-2" key={check.id}>
            <span className="min-w-0 flex-1">{check.title}</span>
            <span className="text-muted text-xs">
              {check.kind === "browser" ? "in a browser" : "over HTTP"}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
