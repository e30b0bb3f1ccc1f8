/** Name and value, one below the other on a phone, side by side on a wide screen. */

import type { ReactNode } from "react";

export function Details({ children }: { children: ReactNode }) {
  return <dl className="card divide-y divide-line px-5">{children}</dl>;
}

export function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 py-3.5 sm:grid-cols-[12rem_1fr] sm:items-baseline sm:has-[img]:items-start sm:gap-6">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="min-w-0 max-w-3xl break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}
