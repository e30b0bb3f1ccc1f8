/** Search, filters, order and page of a list live in the address: they survive a reload and can be shared. */

import { useSearchParams } from "react-router";

export const PAGE_SIZE = 20;
/** Parts of the address that say how the list is seen, not what is in it. */
const LOOK = ["page", "view", "month"];

export interface ListQuery {
  get(name: string): string;
  set(name: string, value: string): void;
  clear(): void;
  /** Whether anything narrows the list. */
  isNarrowed: boolean;
  /** Whether the list comes in pages. */
  isPaged: boolean;
  page: number;
  /** What the API is asked for. */
  asked: Record<string, string | number>;
  /** The same as text, for loading again when it changes. */
  key: string;
}

export function useListQuery(): ListQuery {
  const [parameters, setParameters] = useSearchParams();
  const page = Math.max(1, Number(parameters.get("page")) || 1);
  const asked: Record<string, string | number> = {};
  for (const [name, value] of parameters) if (!LOOK.includes(name) && value) asked[name] = value;
  const narrowing = Object.keys(asked).filter((name) => name !== "sort");

  return {
    get: (name) => parameters.get(name) ?? "",
    set(name, value) {
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          if (value) after.set(name, value);
          else after.delete(name);
          if (name !== "page") after.delete("page");
          return after;
        },
        { replace: name !== "page" },
      );
    },
    clear: () =>
      setParameters((before) => [...before].filter(([name]) => LOOK.includes(name) && name !== "page"), { replace: true }),
    isNarrowed: narrowing.length > 0,
    isPaged: true,
    page,
    asked: { ...asked, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
    key: parameters.toString(),
  };
}
