import type { ReactNode } from "react";
import { Link } from "react-router";
import { NOTHING } from "../lib/format";
import type { LinkedEntry } from "../lib/http";

const LOOK = "rounded-control text-accent-ink underline-offset-2 hover:underline";

/** A web address, an e-mail address or a phone number. */
export function TextLink({ to, children }: { to: string | null; children: ReactNode }) {
  if (!to) return NOTHING;
  return (
    <a href={to} rel="noreferrer" className={`${LOOK} break-words`}>
      {children}
    </a>
  );
}

/** Leads to the entry that this one belongs to. */
export function EntryLink({ list, entry }: { list: string; entry: LinkedEntry | null }) {
  if (!entry) return NOTHING;
  return (
    <Link to={`${list}/${entry.id}`} className={LOOK}>
      {entry.title}
    </Link>
  );
}
