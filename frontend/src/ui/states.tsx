/** The other faces of a screen: loading and empty. */
import type { ReactNode } from "react";

export function Skeleton({ className = "" }: { className?: string }) {
  return (
    <div aria-hidden="true" className={`rounded-md bg-default motion-safe:animate-pulse ${className}`} />
  );
}

/** A quiet progress line: never a spinner without words. */
export function Loading({ label, className = "" }: { label: string; className?: string }) {
  return (
    <div
      className={`flex items-center justify-center gap-2 py-10 text-muted text-ui ${className}`}
      role="status"
    >
      <Ring className="size-4" />
      {label}
    </div>
  );
}

export function Ring({ className = "size-4" }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={`ring-spin ${className}`} fill="none" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeOpacity="0.2" strokeWidth="1.75" />
      <path
        d="M14.25 8A6.25 6.25 0 0 0 8 1.75"
        stroke="currentColor"
        strokeLinecap="round"
        strokeWidth="1.75"
      />
    </svg>
  );
}

export function EmptyState({
  icon,
  title,
  children,
  action,
  className = "",
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={`flex flex-col items-center justify-center px-6 py-12 text-center ${className}`}>
      {icon === undefined ? null : (
        <div className="mb-3 flex size-10 items-center justify-center rounded-full bg-default text-muted [&_svg]:size-5">
          {icon}
        </div>
      )}
      <p className="font-medium">{title}</p>
      {children === undefined ? null : <div className="mt-1 max-w-sm text-muted text-ui">{children}</div>}
      {action === undefined ? null : <div className="mt-4">{action}</div>}
    </div>
  );
}
