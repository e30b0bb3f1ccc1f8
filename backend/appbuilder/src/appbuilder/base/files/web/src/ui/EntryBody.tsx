import type { ReactNode } from "react";
// if accounts
import { ToSignIn } from "../account/Only";
// end if
import type { Loaded } from "../lib/load";
import { LoadedBody } from "./LoadedBody";
import { NotFound } from "./states";

interface EntryBodyProps<T> {
  loaded: Loaded<T>;
  /** Where to go when the entry does not exist. */
  list: string;
  children(entry: T): ReactNode;
}

/** What a page about one entry shows: the entry, or why it cannot be shown. */
export function EntryBody<T>({ loaded, list, children }: EntryBodyProps<T>) {
  // if accounts
  if (loaded.problem?.status === 401) return <ToSignIn />;
  // end if
  if (loaded.problem?.status === 404 || loaded.problem?.status === 422) return <NotFound to={list} />;
  return <LoadedBody loaded={loaded}>{children}</LoadedBody>;
}
