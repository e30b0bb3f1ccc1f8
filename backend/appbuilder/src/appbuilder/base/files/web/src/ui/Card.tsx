import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatAgo, formatDateTime } from "../lib/format";

/** Cards below each other; two beside each other where lines would become too long to read. */
export function CardList({ children }: { children: ReactNode }) {
  return (
    <div className="@container">
      <ul className="grid gap-3 *:min-w-0 @4xl:grid-cols-2">{children}</ul>
    </div>
  );
}

interface CardProps {
  to: string;
  title: string;
  created: string;
  actions: ReactNode;
  children?: ReactNode;
}

/** An entry as a card. */
export function Card({ to, title, created, actions, children }: CardProps) {
  return (
    <article className="card h-full p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
        <div className="min-w-0 flex-[1_1_10rem]">
          <h2 className="font-semibold break-words">
            <Link to={to} className="rounded-control hover:underline">
              {title}
            </Link>
          </h2>
          <p className="text-sm text-muted">
            <time dateTime={created} title={formatDateTime(created)}>
              {formatAgo(created)}
            </time>
          </p>
        </div>
        <div className="-mt-1.5 -mr-2 ml-auto flex shrink-0">{actions}</div>
      </div>
      {children}
    </article>
  );
}

/** A long text; where a card has several, each has its name above it. */
export function CardText({ label, children }: { label?: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="mt-3">
      {label && <p className="text-sm text-muted">{label}</p>}
      <p className="line-clamp-8 break-words whitespace-pre-line">{children}</p>
    </div>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">{children}</dl>;
}

interface FactProps {
  label: string;
  /** What was stored, where that may be nothing; then nothing is shown. */
  value?: unknown;
  children: ReactNode;
}

export function Fact({ label, value, children }: FactProps) {
  if (value === null) return null;
  return (
    <div className="flex max-w-full min-w-0 items-center gap-2">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
