/** Session and account: keys, queries, mutations. */
"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

const ME_KEY = ["me"] as const;
const META_KEY = ["meta"] as const;
const META_STALE_MS = 5 * 60_000;

export function useMe() {
  return useQuery({
    queryKey: ME_KEY,
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/users/me", { signal })),
    staleTime: 60_000,
  });
}

export function useMeta() {
  return useQuery({
    queryKey: META_KEY,
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/meta", { signal })),
    staleTime: META_STALE_MS,
  });
}

export function useLogin() {
  return useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      unwrap(api.POST("/api/v1/auth/login", { body: { ...body, session: "cookie" } })),
  });
}

export function useRegister() {
  return useMutation({
    mutationFn: (body: { email: string; password: string; name: string }) =>
      unwrap(api.POST("/api/v1/auth/register", { body: { ...body, session: "cookie" } })),
  });
}

export function redeemWelcome(token: string) {
  return unwrap(api.POST("/api/v1/auth/welcome", { body: { token, session: "cookie" } }));
}

/** Ends the session and leaves the page, so that no cached data stay. */
export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/auth/logout")),
    onSettled: () => {
      queryClient.clear();
      window.location.assign("/login/");
    },
  });
}
