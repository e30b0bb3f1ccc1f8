/** Which status an entry can change to; the API keeps to the same. */

// if accounts
import type { Person } from "../account/api";
import { isOneOf } from "../account/session";
// end if
import type { Marked } from "../ui/Badge";

export interface Workflow {
  /** Where entries begin. */
  start: string;
  // if accounts
  /** From each status, what it can become, and who may do that. */
  next: Record<string, Record<string, readonly string[]>>;
  // else
  /** What each status can become. */
  next: Record<string, readonly string[]>;
  // end if
}

// if accounts
/** The options an entry can have next, with the one it has; a new entry can only have the first. */
export function reachable(options: readonly Marked[], workflow: Workflow, current: string | null | undefined, person: Person | null) {
  if (current === undefined) return options.filter((option) => option.value === workflow.start);
  if (current === null) return options;
  const next = workflow.next[current] ?? {};
  const may = (who: readonly string[] = []) => isOneOf(who, person) || (person !== null && who.includes("owner"));
  return options.filter((option) => option.value === current || may(next[option.value]));
}
// else
/** The options an entry can have next, with the one it has; a new entry can only have the first. */
export function reachable(options: readonly Marked[], workflow: Workflow, current: string | null | undefined) {
  if (current === undefined) return options.filter((option) => option.value === workflow.start);
  if (current === null) return options;
  const next = workflow.next[current] ?? [];
  return options.filter((option) => option.value === current || next.includes(option.value));
}
// end if
