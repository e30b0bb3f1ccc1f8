/** "5 minutes ago", exact on hover, renewed every half minute. */
"use client";

import { useNow } from "@/lib/browser";
import { exactTime, relativeTime } from "@/lib/format";

const RENEW_MS = 30_000;

export function RelativeTime({ iso, className = "" }: { iso: string; className?: string }) {
  const now = useNow(RENEW_MS);
  return (
    <time className={className} dateTime={iso} title={exactTime(iso)}>
      {relativeTime(iso, now)}
    </time>
  );
}
