/** The first plan, with room to read it: it stands where code and preview will be. */
"use client";

import { isStatus } from "@/lib/problem";
import { ErrorState, Loading } from "@/ui";
import { usePlan, useRun } from "../api";
import { PlanReview } from "./PlanReview";

export function PlanStage({ projectId, runId }: { projectId: string; runId: string }) {
  const run = useRun(runId);
  const status = run.data?.status;
  const plan = usePlan(runId, status !== undefined && status !== "queued" && status !== "planning");
  if (plan.data === undefined) {
    const isComing = plan.error === null || isStatus(plan.error, 404);
    return isComing ? (
      <Loading className="flex-1" label="Reading the request and making a plan" />
    ) : (
      <ErrorState className="flex-1" error={plan.error} onRetry={() => void plan.refetch()} />
    );
  }
  return (
    <div className="min-h-0 flex-1 scroll-pb-24 overflow-y-auto bg-panel">
      <div className="mx-auto max-w-3xl px-6 py-8">
        <PlanReview canDecide={status === "awaiting_approval"} plan={plan.data} projectId={projectId} />
      </div>
    </div>
  );
}
