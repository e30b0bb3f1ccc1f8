/** One request and what became of it: plan, steps, checks, outcome. */
"use client";

import { ChevronDown } from "lucide-react";
import { useEffect, useState } from "react";
import { runFace } from "@/features/projects";
import { duration, elapsed } from "@/lib/format";
import type { Run, RunSummary } from "@/lib/types";
import { Button, ErrorNote, Loading, RelativeTime, Ring, Status, toneText } from "@/ui";
import { isActive, useCancelRun, useChecks, usePlan, useRun } from "../api";
import { progressFacts } from "../merge";
import { BuildTimeline } from "./BuildTimeline";
import { CheckReport } from "./CheckReport";
import { PlanReview } from "./PlanReview";

export function RunEntry({
  run,
  projectId,
  isLatest,
  planOnStage,
  onVersion,
  onReuse,
}: {
  run: RunSummary;
  projectId: string;
  isLatest: boolean;
  planOnStage: boolean;
  onVersion: (versionId: string) => void;
  onReuse: (text: string) => void;
}) {
  const [opened, setOpened] = useState<boolean | null>(null);
  const isOpen = opened ?? isLatest;
  const face = runFace(run);
  const tookMs = elapsed(run.created_at, run.finished_at, new Date());
  return (
    <article className="space-y-3">
      <div className="ml-auto w-fit max-w-[88%] rounded-2xl rounded-br-md bg-default px-3.5 py-2.5">
        <p className="whitespace-pre-wrap break-words">{run.prompt}</p>
      </div>
      <div className="overflow-clip rounded-xl border hairline bg-surface">
        <button
          aria-expanded={isOpen}
          className="flex w-full items-center gap-2 px-3.5 py-2.5 text-left transition-colors hover:bg-surface-secondary focus-visible:-outline-offset-2"
          onClick={() => setOpened(!isOpen)}
          type="button"
        >
          {isActive(run) && run.status !== "awaiting_approval" ? (
            <Ring className={`size-3.5 ${toneText(face.tone)}`} />
          ) : null}
          <Status tone={face.tone}>{face.label}</Status>
          <span className="ml-auto text-muted text-xs tabular-nums">
            {run.finished_at === null || tookMs === null ? (
              <RelativeTime iso={run.created_at} />
            ) : (
              <>
                {duration(tookMs)} · <RelativeTime iso={run.finished_at} />
              </>
            )}
          </span>
          <ChevronDown
            aria-hidden="true"
            className={`size-4 text-muted transition-transform ${isOpen ? "" : "-rotate-90"}`}
          />
        </button>
        {isOpen ? (
          <RunDetail onVersion={onVersion} planOnStage={planOnStage} projectId={projectId} summary={run} />
        ) : null}
        <Outcome onReuse={onReuse} run={run} />
      </div>
    </article>
  );
}

function RunDetail({
  summary,
  projectId,
  planOnStage,
  onVersion,
}: {
  summary: RunSummary;
  projectId: string;
  planOnStage: boolean;
  onVersion: (versionId: string) => void;
}) {
  const run = useRun(summary.id);
  const { refetch } = run;
  const isBehind = run.data !== undefined && run.data.status !== summary.status;
  useEffect(() => {
    // the list is read now and then, so it knows more when the live connection is gone
    if (isBehind) {
      void refetch();
    }
  }, [isBehind, refetch]);
  if (run.data === undefined) {
    return (
      <div className="border-t hairline px-3.5 py-3">
        {run.error === null ? (
          <Loading className="py-2!" label="Loading the run" />
        ) : (
          <ErrorNote error={run.error} />
        )}
      </div>
    );
  }
  return (
    <div className="border-t hairline">
      <PlanPart onStage={planOnStage} projectId={projectId} run={run.data} />
      <BuildTimeline onVersion={onVersion} run={run.data} />
      <ChecksPart run={run.data} />
      {isActive(run.data) ? <RunControls projectId={projectId} run={run.data} /> : null}
    </div>
  );
}

function PlanPart({ run, projectId, onStage }: { run: Run; projectId: string; onStage: boolean }) {
  const isAwaiting = run.status === "awaiting_approval";
  const plan = usePlan(run.id, run.status !== "queued" && run.status !== "planning");
  const [opened, setOpened] = useState(false);
  if (plan.data === undefined) {
    return isAwaiting && plan.error !== null ? <ErrorNote className="m-3.5" error={plan.error} /> : null;
  }
  if (isAwaiting && onStage) {
    return <p className="px-3.5 pt-3 text-ui">The plan is ready: read it on the right and decide.</p>;
  }
  if (isAwaiting) {
    return (
      <div className="px-3.5 pt-3 pb-1">
        <PlanReview canDecide compact plan={plan.data} projectId={projectId} />
      </div>
    );
  }
  return (
    <div className="px-3.5 pt-3">
      <p className="text-ui">{plan.data.summary}</p>
      <button
        aria-expanded={opened}
        className="mt-1 rounded text-muted text-xs underline-offset-4 hover:text-foreground hover:underline"
        onClick={() => setOpened(!opened)}
        type="button"
      >
        {opened ? "Hide the plan" : "Show the plan"}
      </button>
      {opened ? (
        <div className="mt-3 border-t hairline pt-3">
          <PlanReview canDecide={false} compact plan={plan.data} projectId={projectId} />
        </div>
      ) : null}
    </div>
  );
}

function ChecksPart({ run }: { run: Run }) {
  const hasChecks = ["verifying", "succeeded", "failed", "cancelled", "capped"].includes(run.status);
  const checks = useChecks(run.id, hasChecks);
  return checks.data === undefined || checks.data.length === 0 ? null : <CheckReport checks={checks.data} />;
}

function RunControls({ run, projectId }: { run: Run; projectId: string }) {
  const cancel = useCancelRun(projectId, run.id);
  const checks = useChecks(run.id, false);
  const plan = usePlan(run.id, false);
  const facts = progressFacts(run, checks.data ?? [], plan.data?.checks.length ?? null);
  return (
    <div className="border-t hairline px-3.5 py-2">
      <div className="flex items-center gap-3">
        <p aria-live="polite" className="min-w-0 flex-1 text-muted text-xs tabular-nums">
          {run.status === "awaiting_approval" ? "Waits for your decision" : facts}
        </p>
        <Button isPending={cancel.isPending} onPress={() => cancel.mutate()} size="sm" variant="outline">
          {cancel.isPending ? "Stopping" : "Stop"}
        </Button>
      </div>
      {cancel.error === null ? null : <ErrorNote className="mt-2" error={cancel.error} />}
    </div>
  );
}

/** How it ended, in words (with it whether the version can be published), and the way on when it did not end well. */
function Outcome({ run, onReuse }: { run: RunSummary; onReuse: (text: string) => void }) {
  if (isActive(run) || run.reason === null) {
    return null;
  }
  if (run.status === "succeeded") {
    return <p className="border-t hairline px-3.5 py-2.5 text-muted text-ui">{run.reason.message}</p>;
  }
  return (
    <div className="flex flex-wrap items-end gap-2 border-t hairline px-3.5 py-2.5">
      <p className="min-w-0 flex-1 basis-48 whitespace-pre-line break-words text-ui">{run.reason.message}</p>
      <Button onPress={() => onReuse(run.prompt)} size="sm" variant="outline">
        Edit and ask again
      </Button>
    </div>
  );
}
