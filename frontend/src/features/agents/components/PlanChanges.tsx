/** What differs between two plans, line by line. */
"use client";

import { Minus, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { PlanChange } from "@/lib/types";

const SHOWN_AT_FIRST = 8;

const KINDS = {
  added: { word: "Added", icon: Plus, tone: "text-positive" },
  removed: { word: "Removed", icon: Minus, tone: "text-critical" },
  changed: { word: "Changed", icon: Pencil, tone: "text-muted" },
} as const;

export function PlanChanges({ changes }: { changes: readonly PlanChange[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN_AT_FIRST);
  return (
    <div>
      <ul className="space-y-1.5 text-ui">
        {shown.map((change) => (
          <ChangeLine change={change} key={`${change.kind} ${change.what} ${change.to}`} />
        ))}
      </ul>
      {changes.length > shown.length ? (
        <button
          className="mt-1.5 rounded text-muted text-xs underline-offset-4 hover:text-foreground hover:underline"
          onClick={() => setAll(true)}
          type="button"
        >
          Show all {changes.length}
        </button>
      ) : null}
    </div>
  );
}

function ChangeLine({ change }: { change: PlanChange }) {
  const { word, icon: Icon, tone } = KINDS[change.kind];
  return (
    <li className="flex gap-2">
      <Icon aria-hidden="true" className={`mt-0.5 size-3.5 shrink-0 ${tone}`} />
      <span className="min-w-0 break-words">
        <span className="sr-only">{word}: </span>
        {change.what.slice(0, 1).toUpperCase() + change.what.slice(1)}
        {change.kind === "changed" ? (
          <span className="text-muted">
            : {change.from ?? "nothing"} <span aria-hidden="true">→</span>
            <span className="sr-only">to</span> {change.to ?? "nothing"}
          </span>
        ) : null}
      </span>
    </li>
  );
}
