/** A list that can be seen in several ways; which one lives in the address, like its filters. */

import { type ListQuery, useListQuery } from "./listQuery";

export type View = "table" | "cards" | "board" | "calendar" | "gallery";

export interface ViewQuery extends ListQuery {
  view: View;
}

/** As many as the API gives at once, for views without pages. */
export const WHOLE = { limit: 200, offset: 0 };

/** The first view is the usual one. */
export function useViewQuery(views: readonly [View, ...View[]]): ViewQuery {
  const query = useListQuery();
  const view = views.find((each) => each === query.get("view")) ?? views[0];
  if (view !== "board") return { ...query, view };
  return { ...query, view, isPaged: false, asked: { ...query.asked, ...WHOLE } };
}
