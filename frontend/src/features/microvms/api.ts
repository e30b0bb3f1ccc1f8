/** Previews: the address to show, tickets for private ones, restart. */
"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import type { Preview, Project } from "@/lib/types";

/** The address for the frame. A private preview is entered once with a ticket and keeps a cookie from then on. */
export function usePreviewAddress(preview: Preview) {
  const isPrivate = preview.visibility === "private";
  const entry = useQuery({
    queryKey: ["previews", "entry", preview.id],
    queryFn: () =>
      unwrap(
        api.POST("/api/v1/previews/{preview_id}/tickets", { params: { path: { preview_id: preview.id } } }),
      ),
    enabled: isPrivate && preview.status === "ready",
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return { address: isPrivate ? (entry.data?.url ?? null) : preview.url, error: entry.error };
}

export function useRestartPreview(projectKey: readonly unknown[]) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST("/api/v1/previews/{preview_id}/restart", { params: { path: { preview_id: id } } })),
    onSuccess: (preview) => {
      queryClient.setQueryData<Project>(projectKey, (project) =>
        project === undefined ? project : { ...project, preview },
      );
      return queryClient.invalidateQueries({ queryKey: projectKey });
    },
  });
}
