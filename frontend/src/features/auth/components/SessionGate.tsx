/** Shows its children to signed-in people; others are sent to the sign-in page by the client. */
"use client";

import type { ReactNode } from "react";
import { isStatus } from "@/lib/problem";
import { ErrorState, Loading } from "@/ui";
import { useMe } from "../api";

export function SessionGate({ children }: { children: ReactNode }) {
  const me = useMe();
  if (me.data !== undefined) {
    return children;
  }
  if (me.error !== null && !isStatus(me.error, 401)) {
    return <ErrorState className="min-h-dvh" error={me.error} onRetry={() => void me.refetch()} />;
  }
  return <Loading className="min-h-dvh" label="Opening VibeCaaS" />;
}
