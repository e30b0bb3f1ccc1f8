/** The frame of the screens before sign-in: one quiet column. */
import type { ReactNode } from "react";
import { Mark, ThemeToggle } from "@/ui";

export function AuthFrame({
  title,
  lead,
  children,
  footer,
}: {
  title: string;
  lead: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="flex justify-end p-3">
        <ThemeToggle />
      </div>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center px-5 pb-24" id="content">
        <Mark className="size-9" />
        <h1 className="mt-6 font-semibold text-2xl tracking-tight">{title}</h1>
        <div className="mt-1.5 text-muted">{lead}</div>
        <div className="mt-7">{children}</div>
        {footer === undefined ? null : <div className="mt-6 text-muted text-ui">{footer}</div>}
      </main>
    </div>
  );
}
