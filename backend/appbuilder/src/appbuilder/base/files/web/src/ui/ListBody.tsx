/** What a list shows: its entries, or why there are none. */

import type { ReactNode } from "react";
// if accounts
import { ToSignIn } from "../account/Only";
// end if
import { count } from "../lib/format";
import type { List } from "../lib/http";
import type { ListQuery } from "../lib/listQuery";
import type { Loaded } from "../lib/load";
import { Pager } from "./ListControls";
import { LoadedBody } from "./LoadedBody";
import { NothingFound } from "./states";

interface ListBodyProps<T> {
  list: Loaded<List<T>>;
  query: ListQuery;
  /** What is listed, as in "1 entry" and "2 entries". */
  one: string;
  many: string;
  empty: ReactNode;
  /** Shown even without entries, as a calendar is. */
  always?: boolean;
  children(entries: T[]): ReactNode;
}

export function ListBody<T>({ list, query, one, many, empty, always, children }: ListBodyProps<T>) {
  // if accounts
  if (list.problem?.status === 401) return <ToSignIn />;
  // end if
  return (
    <LoadedBody loaded={list}>
      {({ items, total }) => {
        if (always) return children(items);
        if (items.length === 0) {
          return query.isNarrowed || query.page > 1 ? <NothingFound onClear={query.clear} /> : empty;
        }
        return (
          <>
            <p role="status" className="mb-3 text-sm text-muted tabular-nums">
              {count(total, one, many)}
            </p>
            {children(items)}
            {query.isPaged && <Pager query={query} total={total} />}
          </>
        );
      }}
    </LoadedBody>
  );
}

interface PartBodyProps<T> {
  list: Loaded<List<T>>;
  empty: string;
  children(entries: T[]): ReactNode;
}

/** The same for a short list that is part of another page. */
export function PartBody<T>({ list, empty, children }: PartBodyProps<T>) {
  return (
    <LoadedBody loaded={list}>
      {({ items }) => (items.length === 0 ? <p className="text-sm text-muted">{empty}</p> : children(items))}
    </LoadedBody>
  );
}
