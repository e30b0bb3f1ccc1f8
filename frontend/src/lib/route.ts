/** Ids of the current page. The export knows only the id `_`, so they are read from the address. */
"use client";

import { usePathname } from "next/navigation";

/** The path segment after `noun`, e.g. `useRouteId("projects")` on `/projects/prj_…/`; null when there is none. */
export function useRouteId(noun: string): string | null {
  return idAfter(usePathname(), noun);
}

export function idAfter(pathname: string, noun: string): string | null {
  const segments = pathname.split("/").filter((segment) => segment !== "");
  const id = segments[segments.indexOf(noun) + 1];
  return segments.includes(noun) && id !== undefined && id !== "_" ? decodeURIComponent(id) : null;
}
