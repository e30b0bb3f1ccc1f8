import { type ReactNode, useSyncExternalStore } from "react";

const nothing = () => () => {};

/** For what depends on the browser's clock, language or storage: the server leaves it out, the browser fills it in. */
export function InBrowser({ children }: { children: ReactNode }) {
  const isBrowser = useSyncExternalStore(nothing, () => true, () => false);
  return isBrowser ? children : null;
}
