import type { ReactNode } from "react";
import type { Loaded } from "../lib/load";
import { LoadFailed, Loading } from "./states";

interface LoadedBodyProps<T> {
  loaded: Loaded<T>;
  children(data: T): ReactNode;
}

/** What was loaded, or why it is not there. */
export function LoadedBody<T>({ loaded, children }: LoadedBodyProps<T>) {
  if (loaded.problem) return <LoadFailed problem={loaded.problem} onRetry={loaded.reload} />;
  return loaded.data === undefined ? <Loading /> : children(loaded.data);
}
