/** One tone per kind of state, always with words beside the colour. */
import type { ReactNode } from "react";

export type Tone = "neutral" | "progress" | "waiting" | "positive" | "caution" | "critical";

const TEXT: Record<Tone, string> = {
  neutral: "text-muted",
  progress: "text-brand",
  waiting: "text-caution",
  positive: "text-positive",
  caution: "text-caution",
  critical: "text-critical",
};

const DOT: Record<Tone, string> = {
  neutral: "bg-muted/60",
  progress: "bg-brand motion-safe:animate-pulse",
  waiting: "bg-caution",
  positive: "bg-positive",
  caution: "bg-caution",
  critical: "bg-critical",
};

export function toneText(tone: Tone): string {
  return TEXT[tone];
}

/** A dot and a word. */
export function Status({
  tone,
  children,
  className = "",
}: {
  tone: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs ${TEXT[tone]} ${className}`}
    >
      <span aria-hidden="true" className={`size-1.5 shrink-0 rounded-full ${DOT[tone]}`} />
      {children}
    </span>
  );
}

/** A small framed word: a kind, a role. */
export function Tag({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={`inline-flex h-5 items-center rounded-md bg-default px-1.5 font-medium text-[11px] text-default-foreground ${className}`}
    >
      {children}
    </span>
  );
}
