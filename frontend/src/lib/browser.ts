/** Small hooks over the browser: media queries, a ticking clock, remembered values, the document's title. */
"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";

/** Whether a media query matches; false while the page is rendered at build time. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", notify);
      return () => list.removeEventListener("change", notify);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** The time, renewed every `intervalMs`; stands still when it is null. */
export function useNow(intervalMs: number | null): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (intervalMs === null) {
      return;
    }
    const timer = setInterval(() => setNow(new Date()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
}

/** A value that survives a reload in this browser. A blocked storage only forgets. */
export function useStored<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const text = readStorage(key);
    if (text !== null) {
      setValue(JSON.parse(text) as Value);
    }
  }, [key]);
  const store = useCallback(
    (next: Value) => {
      setValue(next);
      writeStorage(key, JSON.stringify(next));
    },
    [key],
  );
  return [value, store];
}

function readStorage(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeStorage(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // a private window without storage: the value lives as long as the page
  }
}

/** The title of the tab, while the calling screen is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "VibeCaaS" : `${title} · VibeCaaS`;
  }, [title]);
}
