/** The steps of a run as they happen: who did what, how long, which commit, why one was skipped. */
"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Circle, Minus, Pause, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useNow } from "@/lib/browser";
import { duration, elapsed, shortCommit } from "@/lib/format";
import type { Run, Step } from "@/lib/types";
import { Ring } from "@/ui";
import { isActive, runKeys } from "../api";

const TICK_MS = 1000;
const SHOWN_LINES = 6;

export function BuildTimeline({ run, onVersion }: { run: Run; onVersion: (versionId: string) => void }) {
  const now = useNow(isActive(run) ? TICK_MS : null);
  const output = useStepOutput(run.id);
  if (run.steps.length === 0) {
    return null;
  }
  return (
    <ol aria-label="Steps" className="px-3.5 py-3">
      {run.steps.map((step, index) => (
        <StepRow
          isLast={index === run.steps.length - 1}
          showReason={!repeatsBelow(step, run.steps[index + 1])}
          key={step.id}
          now={now}
          onVersion={onVersion}
          output={output[step.id] ?? ""}
          // the plan is made; what takes time now is the person, and that is no work of a step
          step={run.status === "awaiting_approval" && step.status === "running" ? asWaiting(step) : step}
        />
      ))}
    </ol>
  );
}

function asWaiting(step: Step): Step {
  return { ...step, status: "interrupted", started_at: null };
}

/** Steps in a row that were skipped for one reason say it once, under the last of them. */
function repeatsBelow(step: Step, next: Step | undefined): boolean {
  return (
    step.status === "skipped" && next?.status === "skipped" && step.reason?.message === next.reason?.message
  );
}

/** Output arrives by events only: this reads what they wrote into the cache. */
function useStepOutput(runId: string): Record<string, string> {
  const { data } = useQuery<Record<string, string>>({
    queryKey: runKeys.output(runId),
    queryFn: () => ({}),
    enabled: false,
    initialData: {},
  });
  return data;
}

const STATE_WORD: Record<string, string> = {
  pending: "waiting",
  leased: "starting",
  running: "running",
  committed: "done",
  failed: "failed",
  skipped: "skipped",
  interrupted: "waiting to go on",
};

function StepIcon({ status }: { status: string }): ReactNode {
  switch (status) {
    case "committed":
      return <Check className="size-3.5 text-positive" strokeWidth={2.5} />;
    case "running":
    case "leased":
      return <Ring className="size-4 text-brand" />;
    case "failed":
      return <X className="size-3.5 text-critical" strokeWidth={2.5} />;
    case "skipped":
      return <Minus className="size-3.5 text-muted" />;
    case "interrupted":
      return <Pause className="size-3.5 text-caution" />;
    default:
      return <Circle className="size-2.5 text-muted/60" />;
  }
}

function StepRow({
  step,
  now,
  output,
  isLast,
  showReason,
  onVersion,
}: {
  step: Step;
  now: Date;
  output: string;
  isLast: boolean;
  showReason: boolean;
  onVersion: (versionId: string) => void;
}) {
  const isQuiet = step.status === "skipped" || step.status === "pending";
  return (
    <li className="flex gap-2.5">
      <div aria-hidden="true" className="flex w-4 flex-col items-center">
        <span className="flex h-5 items-center">
          <StepIcon status={step.status} />
        </span>
        {isLast ? null : <span className="w-px flex-1 bg-separator" />}
      </div>
      <div className={`min-w-0 flex-1 ${isLast ? "" : "pb-2.5"}`}>
        <div className="flex items-baseline gap-2">
          <p className={`min-w-0 flex-1 text-ui ${isQuiet ? "text-muted" : "font-medium"}`}>
            {step.title}
            <span className="sr-only">, {STATE_WORD[step.status] ?? step.status}</span>
          </p>
          <StepTime now={now} step={step} />
        </div>
        <StepFacts onVersion={onVersion} showReason={showReason} step={step} />
        <StepOutput isRunning={step.status === "running"} text={output} />
      </div>
    </li>
  );
}

function StepTime({ step, now }: { step: Step; now: Date }) {
  const milliseconds = step.status === "skipped" ? null : elapsed(step.started_at, step.finished_at, now);
  return milliseconds === null ? null : (
    <span className="shrink-0 text-muted text-xs tabular-nums">{duration(milliseconds)}</span>
  );
}

function StepFacts({
  step,
  showReason,
  onVersion,
}: {
  step: Step;
  showReason: boolean;
  onVersion: (versionId: string) => void;
}) {
  const { role, reason, attempt, version_id: versionId, commit, status } = step;
  if (status === "pending" || (status === "skipped" && !showReason)) {
    return null;
  }
  if (status === "skipped") {
    return <p className="text-muted text-xs">Skipped. {reason?.message}</p>;
  }
  return (
    <p className="text-muted text-xs">
      {role}
      {/* a plan goes on in a second attempt once it is approved: nothing went wrong */}
      {attempt > 1 && role !== "planning" ? ` · attempt ${attempt}` : null}
      {versionId !== null && commit !== null ? (
        <>
          {" · "}
          <button
            className="rounded font-mono text-brand underline-offset-4 hover:underline"
            onClick={() => onVersion(versionId)}
            title="Show what this step changed"
            type="button"
          >
            {shortCommit(commit)}
          </button>
        </>
      ) : null}
      {reason === null ? null : ` · ${reason.message}`}
    </p>
  );
}

/** The last lines while it runs; afterwards on request. */
function StepOutput({ text, isRunning }: { text: string; isRunning: boolean }) {
  const [opened, setOpened] = useState(false);
  const lines = text.trimEnd().split("\n");
  if (text.trim() === "") {
    return null;
  }
  const isOpen = isRunning || opened;
  return (
    <div className="mt-1">
      {isRunning ? null : (
        <button
          aria-expanded={opened}
          className="rounded text-muted text-xs underline-offset-4 hover:text-foreground hover:underline"
          onClick={() => setOpened(!opened)}
          type="button"
        >
          {opened ? "Hide output" : "Output"}
        </button>
      )}
      {isOpen ? (
        <pre className="mt-1 max-h-48 overflow-auto whitespace-pre-wrap break-words rounded-md bg-default/60 px-2.5 py-1.5 font-mono text-[11px] text-default-foreground leading-4">
          {(opened ? lines : lines.slice(-SHOWN_LINES)).join("\n")}
        </pre>
      ) : null}
    </div>
  );
}
