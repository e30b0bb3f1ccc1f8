/** <<Plural>> to choose from in forms and filters. */

import { useLoad } from "../lib/load";
import type { Choice } from "../ui/Field";
import * as api from "./api";

/** The first 200 by name; more than that would need a search. */
export function use<<Name>>Choices(): Choice[] {
  const { data } = useLoad("choices", () => api.list({ sort: "<<sort>>", limit: 200 }));
  return (data?.items ?? []).map((entry) => ({ value: String(entry.id), label: api.titleOf(entry) }));
}
