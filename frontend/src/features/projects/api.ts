/** Projects, their files and versions: keys, queries, mutations, invalidations. */
"use client";

import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { ApiError, toApiError } from "@/lib/problem";
import type { Project, Version } from "@/lib/types";

const UNCHECKED_REFRESH_MS = 5000;
const PAGE_SIZE = 24;
const LIVE_REFRESH_MS = 4000;
const IDLE_REFRESH_MS = 5000;
// after a restore or a saved file the running app is started anew; nothing streams that, so it is watched closely
const RESTART_REFRESH_MS = 500;
const RESTART_WITHIN_MS = 20_000;

export const projectKeys = {
  all: ["projects"] as const,
  list: (q: string) => ["projects", "list", q] as const,
  one: (id: string) => ["projects", "one", id] as const,
  files: (id: string) => ["projects", "files", id] as const,
  file: (id: string, path: string) => ["projects", "file", id, path] as const,
  versions: (id: string) => ["projects", "versions", id] as const,
  changedAt: (id: string) => ["projects", "changed-at", id] as const,
  diff: (versionId: string) => ["projects", "diff", versionId] as const,
  conflicts: (versionId: string) => ["projects", "conflicts", versionId] as const,
};

const isMoving = (project: Project) => project.status === "building";

/** Projects, newest first; refreshed while one of them is being built. */
export function useProjects(q: string) {
  return useInfiniteQuery({
    queryKey: projectKeys.list(q),
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET("/api/v1/projects", {
          params: { query: { limit: PAGE_SIZE, ...(q === "" ? {} : { q }), ...cursor(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.data.some(isMoving)) === true ? LIVE_REFRESH_MS : false,
  });
}

function cursor(after: string | null): { starting_after?: string } {
  return after === null ? {} : { starting_after: after };
}

export function useProject(id: string) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: projectKeys.one(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/projects/{project_id}", { params: { path: { project_id: id } }, signal })),
    refetchInterval: ({ state }) =>
      refreshInterval(state.data, queryClient.getQueryData<number>(projectKeys.changedAt(id)), Date.now()),
  });
}

/** How soon a project is read again: often while its app starts or is about to, since its files changed. */
export function refreshInterval(
  project: Project | undefined,
  changedAtMs: number | undefined,
  nowMs: number,
) {
  const isAboutToStart = changedAtMs !== undefined && nowMs - changedAtMs < RESTART_WITHIN_MS;
  const isStarting = project?.preview?.status === "starting";
  return isStarting || isAboutToStart ? RESTART_REFRESH_MS : IDLE_REFRESH_MS;
}

/** A person changed the files: the running app will follow, and the page must see it go and come back. */
function filesChanged(queryClient: QueryClient, projectId: string) {
  queryClient.setQueryData(projectKeys.changedAt(projectId), Date.now());
  return refreshCode(queryClient, projectId);
}

/** The kinds of app that can be made here; they stay the same while the installation runs. */
export function useTemplates() {
  return useQuery({
    queryKey: ["templates"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/templates", { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useCreateProject() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { prompt: string; template: Project["template"]; auto_approve: boolean }) =>
      unwrap(api.POST("/api/v1/projects", { body })),
    onSuccess: (project) => {
      queryClient.setQueryData(projectKeys.one(project.id), project);
      return queryClient.invalidateQueries({ queryKey: projectKeys.list("") });
    },
  });
}

export function useDeleteProject() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/projects/{project_id}", { params: { path: { project_id: id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["projects", "list"] }),
  });
}

export function useFiles(projectId: string) {
  return useQuery({
    queryKey: projectKeys.files(projectId),
    queryFn: async ({ signal }) => {
      const params = { path: { project_id: projectId } };
      return (await unwrap(api.GET("/api/v1/projects/{project_id}/files", { params, signal }))).data;
    },
  });
}

export interface FileContent {
  text: string;
  etag: string | null;
}

export function useFile(projectId: string, path: string) {
  return useQuery({
    queryKey: projectKeys.file(projectId, path),
    queryFn: ({ signal }) => readFile(projectId, path, signal),
  });
}

async function readFile(id: string, path: string, signal: AbortSignal): Promise<FileContent> {
  const { data, error, response } = await api.GET("/api/v1/projects/{project_id}/files/{path}", {
    params: { path: { project_id: id, path } },
    parseAs: "text",
    signal,
  });
  if (!response.ok) {
    throw toApiError(parseProblem(error), response);
  }
  return { text: String(data ?? ""), etag: response.headers.get("ETag") };
}

/** With `parseAs: "text"` an error's body arrives as text. */
function parseProblem(error: unknown): unknown {
  if (typeof error !== "string") {
    return error;
  }
  try {
    return JSON.parse(error);
  } catch {
    return null;
  }
}

/** Saves one file as a new version. A file that changed meanwhile is a 412, never overwritten. */
export function useSaveFile(projectId: string, path: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ text, etag }: { text: string; etag: string | null }) => {
      if (etag === null) {
        throw new ApiError({
          status: 428,
          code: "precondition_required",
          message: "The file was not loaded yet.",
        });
      }
      return unwrap(
        api.PUT("/api/v1/projects/{project_id}/files/{path}", {
          params: { path: { project_id: projectId, path }, header: { "If-Match": etag } },
          headers: { "Content-Type": "application/octet-stream" },
          body: text as never,
          bodySerializer: (body: unknown) => body as string,
        }),
      );
    },
    onSuccess: (entry, { text }) => {
      queryClient.setQueryData(projectKeys.file(projectId, path), { text, etag: entry.etag });
      return filesChanged(queryClient, projectId);
    },
  });
}

export function useVersions(projectId: string) {
  return useInfiniteQuery({
    queryKey: projectKeys.versions(projectId),
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET("/api/v1/projects/{project_id}/versions", {
          params: { path: { project_id: projectId }, query: { limit: PAGE_SIZE, ...cursor(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // the files of a new version are looked through a moment after it was made
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.data[0]?.publishable.verdict === "not_checked" ? UNCHECKED_REFRESH_MS : false,
  });
}

export function useDiff(versionId: string) {
  return useQuery({
    queryKey: projectKeys.diff(versionId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/versions/{version_id}/diff", {
          params: { path: { version_id: versionId } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What a build left as people had written it; only builds merge. */
export function useConflicts(version: Pick<Version, "id" | "kind">) {
  return useQuery({
    queryKey: projectKeys.conflicts(version.id),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/versions/{version_id}/conflicts", {
          params: { path: { version_id: version.id } },
          signal,
        }),
      ),
    enabled: version.kind === "build",
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Puts the builder's file in the place of the one that the build kept, as a new version. */
export function useTakeBuilt(version: Pick<Version, "id" | "project_id">) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (path: string) =>
      unwrap(
        api.POST("/api/v1/versions/{version_id}/conflicts/{path}", {
          params: { path: { version_id: version.id, path } },
        }),
      ),
    onSuccess: () => filesChanged(queryClient, version.project_id),
  });
}

/** Begins a run that only checks the newest version. Whoever shows runs reads them again, by the key of their list. */
export function useVerify(projectId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        api.POST("/api/v1/projects/{project_id}/verify", { params: { path: { project_id: projectId } } }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["runs", "list", projectId] }),
  });
}

export function useRestoreVersion(projectId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (versionId: string) =>
      unwrap(
        api.POST("/api/v1/versions/{version_id}/restore", { params: { path: { version_id: versionId } } }),
      ),
    onSuccess: () => filesChanged(queryClient, projectId),
  });
}

/** After a commit: files, versions and the project are read again. */
export function refreshCode(queryClient: QueryClient, projectId: string) {
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: projectKeys.files(projectId) }),
    queryClient.invalidateQueries({ queryKey: ["projects", "file", projectId] }),
    queryClient.invalidateQueries({ queryKey: projectKeys.versions(projectId) }),
    queryClient.invalidateQueries({ queryKey: projectKeys.one(projectId) }),
  ]);
}
