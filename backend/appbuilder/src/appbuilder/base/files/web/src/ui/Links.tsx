import type { ReactNode } from "react";
import { Link } from "react-router";
import { NOTHING } from "../lib/format";
import type { LinkedEntry } from "../lib/http";

const LOOK = "rounded-control text-accent-ink underline decoration-edge underline-offset-3 hover:decoration-current";

/** A web address, an e-mail address or a phone number. */
export function TextLink({ to, children }: { to: string | null; children: ReactNode }) {
  if (!to) return NOTHING;
  return (
    <a href={to} rel="noreferrer" className={`${LOOK} break-words`}>
      {children}
    </a>
  );
}

interface EntryLinkProps {
  list: string;
  entry: LinkedEntry | null;
  /** What it is, where entries have numbers instead of names. */
  what?: string;
}

/** Leads to the entry that this one belongs to. */
export function EntryLink({ list, entry, what = "" }: EntryLinkProps) {
  if (!entry) return NOTHING;
  return (
    <Link to={`${list}/${entry.id}`} className={LOOK}>
      {`${what} ${entry.title}`.trim()}
    </Link>
  );
}
