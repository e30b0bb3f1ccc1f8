/** What a welcome link carries in its fragment: the token, and where to go next. */
import { returnAddress } from "@/lib/session";

const PROJECT_ID = /^[a-z]{2,4}_[0-9a-z]{1,64}$/;

/** `#token=…` with an optional `next=/projects/…` or `project=prj_…`; anything else leads to the dashboard. */
export function readFragment(hash: string): { token: string | null; next: string } {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const token = values.get("token");
  const project = values.get("project");
  if (project !== null && PROJECT_ID.test(project)) {
    return { token, next: `/projects/${project}/` };
  }
  const next = values.get("next");
  return { token, next: next === null ? "/" : returnAddress(`?next=${encodeURIComponent(next)}`) };
}
