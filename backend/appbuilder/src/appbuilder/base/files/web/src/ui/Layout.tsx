/** How parts of a page lie beside each other. */

import type { ReactNode } from "react";

/** A form beside a list; above it on a narrow screen. */
export function Aside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[22rem_1fr]">
      <div className="lg:sticky lg:top-8">{aside}</div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** A column that is easy to read and fill in. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className="mx-auto max-w-xl">{children}</div>;
}

interface SectionProps {
  title: string;
  count?: number;
  action?: ReactNode;
  /** Keeps lines short enough to read. */
  readable?: boolean;
  children: ReactNode;
}

export function Section({ title, count, action, readable, children }: SectionProps) {
  return (
    <section className={`mt-10 ${readable ? "max-w-3xl" : ""}`}>
      <div className="mb-3 flex min-h-10 flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg font-semibold tracking-tight">
          {title}
          {count !== undefined && <span className="ml-2 text-base font-normal text-muted tabular-nums">{count}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
