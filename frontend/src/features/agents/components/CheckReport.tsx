/** The acceptance checks with their evidence: what was tried on the running app, and the screenshots. */
"use client";

import { Check as CheckMark, ChevronLeft, ChevronRight, Minus, X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { duration } from "@/lib/format";
import type { Check } from "@/lib/types";
import { Dialog, IconButton } from "@/ui";

export function CheckReport({ checks }: { checks: readonly Check[] }) {
  const [shown, setShown] = useState<string | null>(null);
  const passed = checks.filter((check) => check.status === "passed").length;
  const withEvidence = checks.filter((check) => check.evidence_url !== null);
  return (
    <section aria-label="Checks" className="border-t hairline px-3.5 py-3">
      <h3 className="mb-2 flex items-baseline justify-between font-medium text-ui">
        Checks
        <span className="font-normal text-muted text-xs tabular-nums">
          {passed} of {checks.length} passed
        </span>
      </h3>
      <ul className="space-y-1.5">
        {checks.map((check) => (
          <CheckRow check={check} key={check.id} />
        ))}
      </ul>
      {withEvidence.length === 0 ? null : (
        <ul className="mt-3 grid grid-cols-2 gap-2">
          {withEvidence.map((check) => (
            <li key={check.id}>
              <button
                className="group block w-full overflow-hidden rounded-lg border hairline bg-panel text-left transition-colors hover:border-border-tertiary"
                onClick={() => setShown(check.id)}
                type="button"
              >
                {/* biome-ignore lint/performance/noImgElement: a protected picture of the API, not an asset of the build */}
                <img
                  alt=""
                  className="aspect-[16/10] w-full object-cover object-top"
                  decoding="async"
                  loading="lazy"
                  src={check.evidence_url ?? undefined}
                />
                <span className="block truncate px-2 py-1 text-muted text-xs group-hover:text-foreground">
                  {check.title}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <EvidenceViewer checks={withEvidence} onClose={() => setShown(null)} onShow={setShown} shown={shown} />
    </section>
  );
}

const STATUS_WORD: Record<string, string> = { passed: "passed", failed: "failed", skipped: "skipped" };

function CheckRow({ check }: { check: Check }) {
  const explanation = check.reason?.message ?? check.detail;
  return (
    <li className="flex gap-2.5 text-ui">
      <span aria-hidden="true" className="flex h-5 w-4 items-center justify-center">
        <CheckIcon status={check.status} />
      </span>
      <span className="min-w-0 flex-1">
        {check.title}
        <span className="sr-only">, {STATUS_WORD[check.status] ?? check.status}</span>
        {check.status !== "passed" && explanation !== "" ? (
          <span className="block break-words text-muted text-xs">{explanation}</span>
        ) : null}
      </span>
      {check.status === "skipped" ? null : (
        <span className="shrink-0 text-muted text-xs tabular-nums leading-5">
          {duration(check.duration_ms)}
        </span>
      )}
    </li>
  );
}

function CheckIcon({ status }: { status: string }) {
  if (status === "passed") {
    return <CheckMark className="size-3.5 text-positive" strokeWidth={2.5} />;
  }
  return status === "failed" ? (
    <X className="size-3.5 text-critical" strokeWidth={2.5} />
  ) : (
    <Minus className="size-3.5 text-muted" />
  );
}

function EvidenceViewer({
  checks,
  shown,
  onShow,
  onClose,
}: {
  checks: readonly Check[];
  shown: string | null;
  onShow: (id: string) => void;
  onClose: () => void;
}) {
  const index = checks.findIndex((check) => check.id === shown);
  const check = checks[index];
  const go = (step: number) => {
    const next = checks[(index + step + checks.length) % checks.length];
    if (next !== undefined) {
      onShow(next.id);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      go(event.key === "ArrowRight" ? 1 : -1);
    }
  };
  return (
    <Dialog
      className="w-full sm:max-w-5xl"
      isOpen={check !== undefined}
      onClose={onClose}
      title={check?.title ?? ""}
    >
      {check === undefined ? null : (
        <div onKeyDown={onKeyDown} role="none">
          {/* biome-ignore lint/performance/noImgElement: a protected picture of the API, not an asset of the build */}
          <img
            alt={`The app at the end of the check: ${check.title}`}
            className="max-h-[70vh] w-full rounded-lg border hairline bg-panel object-contain object-top"
            src={check.evidence_url ?? undefined}
          />
          <div className="mt-3 flex items-center gap-2 text-ui">
            <span className="min-w-0 flex-1 text-muted">
              {STATUS_WORD[check.status] ?? check.status} in {duration(check.duration_ms)}
              {check.detail === "" ? null : `. ${check.detail}`}
            </span>
            {checks.length < 2 ? null : (
              <>
                <span className="text-muted text-xs tabular-nums">
                  {index + 1} of {checks.length}
                </span>
                <IconButton label="Previous screenshot" onPress={() => go(-1)}>
                  <ChevronLeft />
                </IconButton>
                <IconButton label="Next screenshot" onPress={() => go(1)}>
                  <ChevronRight />
                </IconButton>
              </>
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}
