/** The frame of a screen: one slim header, the content below it. */
import type { ReactNode } from "react";
import { Logo } from "./Logo";

export function Shell({
  title,
  actions,
  children,
  fill = false,
}: {
  title?: ReactNode;
  actions: ReactNode;
  children: ReactNode;
  /** The content has exactly the height of the window and scrolls inside (the workbench). */
  fill?: boolean;
}) {
  return (
    <div className={fill ? "relative flex h-dvh flex-col overflow-hidden" : "flex min-h-dvh flex-col"}>
      <a
        className="sr-only z-50 rounded-md bg-surface px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        href="#content"
      >
        Skip to the content
      </a>
      <header className="flex h-13 shrink-0 items-center gap-3 border-b hairline bg-background px-3 sm:px-4">
        <Logo compact={title !== undefined} />
        {title === undefined ? null : (
          <>
            <span aria-hidden="true" className="text-border text-lg">
              /
            </span>
            <div className="min-w-0 flex-1">{title}</div>
          </>
        )}
        <div className="ml-auto flex shrink-0 items-center gap-1">{actions}</div>
      </header>
      <main className={fill ? "flex min-h-0 flex-1 flex-col" : "flex-1"} id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
