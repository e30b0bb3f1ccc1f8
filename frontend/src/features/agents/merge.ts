/**
 * Events written into what is already known. Pure.
 * A page may load a run's newest state and then replay its stream from the beginning, so an event only counts
 * when it leads further than what is known.
 */
import type { Check, Run, RunSummary, Step } from "@/lib/types";

const RUN_RANK: Record<string, number> = {
  queued: 0,
  planning: 1,
  awaiting_approval: 2,
  building: 3,
  verifying: 4,
  succeeded: 9,
  failed: 9,
  cancelled: 9,
  capped: 9,
};

const STEP_RANK: Record<string, number> = {
  pending: 0,
  leased: 1,
  running: 2,
  interrupted: 3,
  committed: 9,
  failed: 9,
  skipped: 9,
};

export function isActive(run: { status: string } | null | undefined): boolean {
  return run !== null && run !== undefined && (RUN_RANK[run.status] ?? 9) < 9;
}

/** Whether `next` is as far as `known` or further. Unknown states (a newer server) always win. */
function leadsFurther(rank: Record<string, number>, known: string, next: string): boolean {
  const from = rank[known];
  const to = rank[next];
  return from === undefined || to === undefined || to >= from;
}

export function mergeRun<Known extends RunSummary>(known: Known, next: RunSummary): Known {
  return leadsFurther(RUN_RANK, known.status, next.status) ? { ...known, ...next } : known;
}

export function mergeStep(run: Run, next: Step): Run {
  const known = run.steps.find((step) => step.id === next.id);
  if (known === undefined) {
    return { ...run, steps: [...run.steps, next].sort((a, b) => a.position - b.position) };
  }
  const isNewer =
    next.attempt > known.attempt ||
    (next.attempt === known.attempt && leadsFurther(STEP_RANK, known.status, next.status));
  return isNewer ? { ...run, steps: run.steps.map((step) => (step.id === next.id ? next : step)) } : run;
}

/**
 * An answer of the server beside what events have told meanwhile: a slow answer never takes a run back.
 * Without this, an answer that was asked for before an event and came after it would hide the event for good.
 */
export function newestRun(known: Run | undefined, answer: Run): Run {
  if (known === undefined) {
    return answer;
  }
  return known.steps.filter((step) => isAhead(step, answer)).reduce(mergeStep, newest(known, answer));
}

function isAhead(step: Step, answer: Run): boolean {
  const same = answer.steps.find((one) => one.id === step.id);
  return (
    same === undefined || step.attempt > same.attempt || !leadsFurther(STEP_RANK, step.status, same.status)
  );
}

function newest<Answer extends RunSummary>(known: RunSummary, answer: Answer): Answer {
  return leadsFurther(RUN_RANK, known.status, answer.status) ? answer : { ...answer, ...summaryOf(known) };
}

function summaryOf({
  status,
  finished_at,
  reason,
}: RunSummary): Pick<RunSummary, "status" | "finished_at" | "reason"> {
  return { status, finished_at, reason };
}

/** The runs of an answer, none behind what is known of it. */
export function newestRuns(known: readonly RunSummary[], answer: readonly RunSummary[]): RunSummary[] {
  return answer.map((run) => {
    const same = known.find((one) => one.id === run.id);
    return same === undefined ? run : newest(same, run);
  });
}

export function mergeCheck(known: readonly Check[], next: Check): Check[] {
  return known.some((check) => check.id === next.id)
    ? known.map((check) => (check.id === next.id ? next : check))
    : [...known, next];
}

const KEPT_CHARACTERS = 16_000;

/** The last lines of a step's output: enough to see what happens, never the whole log. */
export function appendOutput(
  known: Record<string, string>,
  stepId: string,
  text: string,
): Record<string, string> {
  const whole = (known[stepId] ?? "") + text;
  return { ...known, [stepId]: whole.slice(-KEPT_CHARACTERS) };
}

/** "Step 3 of 7 · 2 of 5 checks": progress in facts. */
export function progressFacts(run: Run, checks: readonly Check[], plannedChecks: number | null): string {
  const done = run.steps.filter((step) => (STEP_RANK[step.status] ?? 0) === 9).length;
  const facts =
    run.steps.length === 0 ? [] : [`Step ${Math.min(done + 1, run.steps.length)} of ${run.steps.length}`];
  if (run.status === "verifying" || checks.length > 0) {
    const total = plannedChecks === null ? "" : ` of ${Math.max(plannedChecks, checks.length)}`;
    facts.push(`${checks.length}${total} checks`);
  }
  return facts.join(" · ");
}
