/** Runs, plans, checks and messages: keys, queries, mutations. */
"use client";

import {
  type InfiniteData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import type { Check, Run, RunSummary } from "@/lib/types";
import { isActive, newestRun, newestRuns } from "./merge";

const PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;
// another tab or the CLI may start a run: nothing streams a project yet, so an idle page looks now and then
const IDLE_REFRESH_MS = 5000;

export const runKeys = {
  list: (projectId: string) => ["runs", "list", projectId] as const,
  one: (runId: string) => ["runs", "one", runId] as const,
  plan: (runId: string) => ["runs", "plan", runId] as const,
  /** A plan that is being edited, and what the API says of each of its states. */
  draft: (runId: string) => ["runs", "draft", runId] as const,
  check: (runId: string, etag: string, spec: unknown) => ["runs", "check", runId, etag, spec] as const,
  checks: (runId: string) => ["runs", "checks", runId] as const,
  output: (runId: string) => ["runs", "output", runId] as const,
  messages: (projectId: string) => ["messages", projectId] as const,
};

/** Runs of a project, newest first. */
export function useRuns(projectId: string) {
  const queryClient = useQueryClient();
  return useInfiniteQuery({
    queryKey: runKeys.list(projectId),
    queryFn: async ({ signal, pageParam }) => {
      const page = await unwrap(
        api.GET("/api/v1/projects/{project_id}/runs", {
          params: {
            path: { project_id: projectId },
            query: { limit: PAGE_SIZE, ...(pageParam === null ? {} : { starting_after: pageParam }) },
          },
          signal,
        }),
      );
      const known = queryClient.getQueryData<InfiniteData<{ data: RunSummary[] }>>(runKeys.list(projectId));
      return { ...page, data: newestRuns(known?.pages.flatMap(({ data }) => data) ?? [], page.data) };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: IDLE_REFRESH_MS,
  });
}

/** How one run is read: by screens, and before its events are followed. */
export function runQuery(queryClient: QueryClient, runId: string) {
  return queryOptions({
    queryKey: runKeys.one(runId),
    queryFn: async ({ signal }): Promise<Run> => {
      const answer = await unwrap(
        api.GET("/api/v1/runs/{run_id}", { params: { path: { run_id: runId } }, signal }),
      );
      return newestRun(queryClient.getQueryData<Run>(runKeys.one(runId)), answer);
    },
  });
}

export function useRun(runId: string) {
  return useQuery(runQuery(useQueryClient(), runId));
}

export function usePlan(runId: string, enabled: boolean) {
  return useQuery({
    queryKey: runKeys.plan(runId),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/runs/{run_id}/plan", { params: { path: { run_id: runId } }, signal })),
    enabled,
  });
}

export function useChecks(runId: string, enabled: boolean) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: runKeys.checks(runId),
    queryFn: async ({ signal }) => {
      const page = await unwrap(
        api.GET("/api/v1/runs/{run_id}/checks", { params: { path: { run_id: runId } }, signal }),
      );
      const known = queryClient.getQueryData<Check[]>(runKeys.checks(runId)) ?? [];
      const told = known.filter((check) => page.data.every(({ id }) => id !== check.id));
      // lists are newest first; a report reads from the first check on
      return [...page.data, ...told].toSorted((a, b) => a.created_at.localeCompare(b.created_at));
    },
    enabled,
  });
}

export function useMessages(projectId: string) {
  return useQuery({
    queryKey: runKeys.messages(projectId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/projects/{project_id}/messages", {
          params: { path: { project_id: projectId }, query: { limit: MAX_PAGE_SIZE } },
          signal,
        }),
      ),
  });
}

function useRefreshRun(projectId: string) {
  const queryClient = useQueryClient();
  return (runId?: string) =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: runKeys.list(projectId) }),
      queryClient.invalidateQueries({ queryKey: runKeys.messages(projectId) }),
      ...(runId === undefined ? [] : [queryClient.invalidateQueries({ queryKey: runKeys.one(runId) })]),
      ...(runId === undefined ? [] : [queryClient.invalidateQueries({ queryKey: runKeys.plan(runId) })]),
    ]);
}

/** What a person says: a new run when nothing is going on, else a message that waits for its turn. */
export function useSend(projectId: string) {
  const queryClient = useQueryClient();
  const refresh = useRefreshRun(projectId);
  return useMutation({
    mutationFn: async ({
      text,
      activeRun,
      autoApprove,
    }: {
      text: string;
      activeRun: string | null;
      autoApprove: boolean;
    }) => {
      if (activeRun !== null) {
        await unwrap(
          api.POST("/api/v1/runs/{run_id}/messages", {
            params: { path: { run_id: activeRun } },
            body: { text },
          }),
        );
        return null;
      }
      return unwrap(
        api.POST("/api/v1/projects/{project_id}/runs", {
          params: { path: { project_id: projectId } },
          body: { prompt: text, auto_approve: autoApprove },
        }),
      );
    },
    onSuccess: (run, { activeRun }) => {
      if (run !== null) {
        queryClient.setQueryData<Run>(runKeys.one(run.id), run);
      }
      return refresh(run?.id ?? activeRun ?? undefined);
    },
    onError: () => refresh(),
  });
}

export function useDecidePlan(projectId: string, runId: string) {
  const refresh = useRefreshRun(projectId);
  return useMutation({
    mutationFn: ({ decision, etag }: { decision: "approve" | "reject"; etag: string }) => {
      const params = { path: { run_id: runId } };
      return unwrap(
        decision === "approve"
          ? api.POST("/api/v1/runs/{run_id}/plan/approve", {
              // exactly the plan that was read: somebody else may have edited it meanwhile
              params: { ...params, header: { "If-Match": `"${etag}"` } },
            })
          : api.POST("/api/v1/runs/{run_id}/plan/reject", { params, body: { reason: "" } }),
      );
    },
    onSettled: () => refresh(runId),
  });
}

export function useCancelRun(projectId: string, runId: string) {
  const queryClient = useQueryClient();
  const refresh = useRefreshRun(projectId);
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/runs/{run_id}/cancel", { params: { path: { run_id: runId } } })),
    onSuccess: (run) => {
      queryClient.setQueryData<Run>(runKeys.one(runId), (known) =>
        known === undefined ? known : { ...known, ...run },
      );
    },
    onSettled: () => refresh(runId),
  });
}

export { isActive };
