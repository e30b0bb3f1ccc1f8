import type { ReactNode } from "react";
import { Link } from "react-router";
import { useHeading } from "../lib/heading";
import { Icon } from "./Icon";

interface PageHeaderProps {
  title: string;
  text?: string;
  back?: { to: string; label: string };
  children?: ReactNode;
}

/** The head of a page. */
export function PageHeader({ title, text, back, children }: PageHeaderProps) {
  const heading = useHeading(title);
  return (
    <div className="mb-6">
      {back && (
        <Link to={back.to} className="-ml-1 mb-2 inline-flex min-h-9 items-center gap-1 rounded-control pr-2 text-sm text-muted hover:text-ink print:hidden">
          <Icon name="back" className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight text-balance break-words">
            {title}
          </h1>
          {text && <p className="mt-1 max-w-2xl text-pretty text-muted">{text}</p>}
        </div>
        {children && <div className="flex flex-wrap gap-3">{children}</div>}
      </div>
    </div>
  );
}
