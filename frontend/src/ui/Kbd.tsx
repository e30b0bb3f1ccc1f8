/** Keys as they stand on the keyboard of this machine. */
"use client";

import { useSyncExternalStore } from "react";

const NEVER_CHANGES = () => () => undefined;

/** "⌘" on Apple's machines, "Ctrl" elsewhere (and while the page is made at build time). */
export function useModifierKey(): string {
  return useSyncExternalStore(
    NEVER_CHANGES,
    () => (/mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}

/** `className` decides how it is displayed, so that a phone, which has no such keys, can leave it out. */
export function Kbd({ keys, className = "inline-flex" }: { keys: readonly string[]; className?: string }) {
  return (
    <span aria-hidden="true" className={`items-center gap-0.5 ${className}`}>
      {keys.map((key) => (
        <kbd
          className="inline-flex h-5 min-w-5 items-center justify-center rounded border hairline bg-surface px-1 font-sans text-[11px] text-muted"
          key={key}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
