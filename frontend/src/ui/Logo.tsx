/** The mark and the name. */
import Link from "next/link";

export function Mark({ className = "size-5" }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={className} fill="none" viewBox="0 0 20 20">
      <rect fill="currentColor" height="20" rx="5" width="20" />
      <path
        d="M5 6.5 8.6 14h2.2L15 6.5"
        stroke="var(--background)"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="2"
      />
    </svg>
  );
}

export function Logo({ compact = false }: { compact?: boolean }) {
  return (
    <Link
      aria-label="VibeCaaS, to the dashboard"
      className="flex shrink-0 items-center gap-2 rounded-md font-semibold tracking-tight"
      href="/"
    >
      <Mark />
      {compact ? null : <span>VibeCaaS</span>}
    </Link>
  );
}
