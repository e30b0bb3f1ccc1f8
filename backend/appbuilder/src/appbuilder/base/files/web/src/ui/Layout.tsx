/** How parts of a page lie beside each other. */

import { type ReactNode, useId, useState } from "react";
import { Button } from "./Button";

interface AsideProps {
  /** What the button says that opens the form on a narrow screen. */
  label: string;
  aside: ReactNode;
  children: ReactNode;
}

/** A form beside a list; above it and behind a button on a narrow screen. */
export function Aside({ label, aside, children }: AsideProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[22rem_1fr] lg:gap-8">
      <div className="lg:sticky lg:top-8">
        <Button
          icon={open ? "close" : "plus"}
          look={open ? "secondary" : "primary"}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="w-full lg:hidden"
        >
          {open ? "Close" : label}
        </Button>
        <div id={id} className={`max-lg:mt-4 lg:block ${open ? "" : "hidden"}`}>
          {aside}
        </div>
      </div>
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
