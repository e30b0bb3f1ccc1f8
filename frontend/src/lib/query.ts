/** TanStack Query's defaults: what is stale when, and which errors are worth another try. */
import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./problem";

const STALE_AFTER_MS = 10_000;
const MAX_RETRIES = 2;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        // "online" would pause queries on a machine without a network, where localhost still answers
        networkMode: "always",
        retry: (failures, error) =>
          error instanceof ApiError && error.retryable && error.status !== 429 && failures < MAX_RETRIES,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
