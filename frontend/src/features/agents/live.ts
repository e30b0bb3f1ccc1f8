/** The live stream of a run, written into the query cache: one source of truth per page. */
"use client";

import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { projectKeys, refreshCode } from "@/features/projects";
import { followStream, type StreamState } from "@/lib/events";
import { count } from "@/lib/format";
import type { ServerEvent } from "@/lib/sse";
import type { Check, Preview, Project, Run, RunSummary, Step } from "@/lib/types";
import { announce } from "@/ui";
import { runKeys, runQuery } from "./api";
import { appendOutput, isActive, mergeCheck, mergeRun, mergeStep } from "./merge";

interface RunEvent {
  run?: RunSummary;
  step?: Step;
  check?: Check;
  preview?: Preview;
  step_id?: string;
  text?: string;
  conflicts?: string[];
}

interface Target {
  queryClient: QueryClient;
  projectId: string;
  runId: string;
}

/** Follows a run while it is active. Calls `onPreview` when the app was started anew. */
export function useRunStream(
  projectId: string,
  runId: string | null,
  onPreview: () => void,
): StreamState | null {
  const queryClient = useQueryClient();
  const [state, setState] = useState<StreamState | null>(null);
  useEffect(() => {
    if (runId === null) {
      setState(null);
      return;
    }
    const controller = new AbortController();
    const target = { queryClient, projectId, runId };
    // output is replayed from the start of the stream
    queryClient.setQueryData(runKeys.output(runId), {});
    void followRun(target, controller.signal, setState, onPreview);
    return () => controller.abort();
  }, [queryClient, projectId, runId, onPreview]);
  return state;
}

/** The state first, then the events: an event needs something that it can be written into. */
export async function followRun(
  target: Target,
  signal: AbortSignal,
  onState: (state: StreamState) => void,
  onPreview: () => void,
): Promise<void> {
  await target.queryClient.prefetchQuery(runQuery(target.queryClient, target.runId));
  await followStream({
    url: `/api/v1/runs/${encodeURIComponent(target.runId)}/events`,
    signal,
    onEvent: (event) => applyEvent(target, event, onPreview),
    onState: (next) => {
      onState(next);
      if (next === "ended" || next === "refused") {
        refreshAll(target);
      }
    },
  });
}

function refreshAll({ queryClient, projectId, runId }: Target): void {
  for (const queryKey of [
    runKeys.one(runId),
    runKeys.list(projectId),
    runKeys.plan(runId),
    runKeys.checks(runId),
    runKeys.messages(projectId),
  ]) {
    void queryClient.invalidateQueries({ queryKey });
  }
  void refreshCode(queryClient, projectId);
}

function applyEvent(target: Target, { event, data }: ServerEvent, onPreview: () => void): void {
  if (event === "reset") {
    refreshAll(target);
    return;
  }
  const payload = parse(data);
  if (payload === null) {
    return;
  }
  const [noun] = event.split(".");
  if (noun === "run" && payload.run !== undefined) {
    applyRun(target, payload.run);
    finish(target, payload.run, onPreview);
  } else if (noun === "step" && payload.step !== undefined) {
    applyStep(target, payload.step);
  } else if (noun === "check" && payload.check !== undefined) {
    applyCheck(target, payload.check);
  } else if (noun === "plan") {
    void target.queryClient.invalidateQueries({ queryKey: runKeys.plan(target.runId) });
  } else if (event === "commit.created") {
    applyCommit(target, payload);
  } else if (noun === "preview" && payload.preview !== undefined) {
    applyPreview(target, payload.preview);
    onPreview();
  } else if (event === "command.output") {
    applyOutput(target, payload);
  }
}

function applyCommit(target: Target, { conflicts = [] }: RunEvent): void {
  void refreshCode(target.queryClient, target.projectId);
  if (conflicts.length > 0) {
    const files = count(conflicts.length, "file");
    announce.done(
      `Kept your changes in ${files}`,
      "What the builder wanted there is shown with the version.",
    );
  }
}

/** Nobody follows a run that is over, so its last event is the last chance to learn what it left behind. */
function finish(target: Target, run: RunSummary, onPreview: () => void): void {
  if (isActive(run)) {
    return;
  }
  refreshAll(target);
  if (run.status !== "cancelled") {
    // the checks worked with the app that is shown: what they made and deleted again should not stay in sight
    onPreview();
  }
}

function parse(data: string): RunEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

function applyRun({ queryClient, projectId, runId }: Target, run: RunSummary): void {
  queryClient.setQueryData<Run>(runKeys.one(runId), (known) => known && mergeRun(known, run));
  queryClient.setQueryData<InfiniteData<{ data: RunSummary[] }>>(runKeys.list(projectId), (known) => {
    const pages = known?.pages.map((page) => ({
      ...page,
      data: page.data.map((one) => (one.id === run.id ? mergeRun(one, run) : one)),
    }));
    return known && pages && { ...known, pages };
  });
  queryClient.setQueryData<Project>(projectKeys.one(projectId), (known) => {
    const latest = known?.latest_run;
    return latest?.id === run.id && known !== undefined
      ? { ...known, latest_run: mergeRun(latest, run) }
      : known;
  });
}

function applyStep({ queryClient, runId }: Target, step: Step): void {
  queryClient.setQueryData<Run>(runKeys.one(runId), (known) => known && mergeStep(known, step));
}

function applyCheck({ queryClient, runId }: Target, check: Check): void {
  queryClient.setQueryData<Check[]>(runKeys.checks(runId), (known) => mergeCheck(known ?? [], check));
}

function applyPreview({ queryClient, projectId }: Target, preview: Preview): void {
  queryClient.setQueryData<Project>(projectKeys.one(projectId), (known) => known && { ...known, preview });
  void queryClient.invalidateQueries({ queryKey: projectKeys.one(projectId) });
}

function applyOutput({ queryClient, runId }: Target, { step_id: stepId, text }: RunEvent): void {
  if (stepId !== undefined && text !== undefined) {
    queryClient.setQueryData<Record<string, string>>(runKeys.output(runId), (known) =>
      appendOutput(known ?? {}, stepId, text),
    );
  }
}
