/** Reports, as the API knows them. */

import * as http from "../../lib/http";

export interface Row extends http.Group {
  label: string;
}

export interface Figures {
  title: string;
  kind: "count" | "sum" | "average";
  rows: Row[];
  total: number | null;
}

export function read(name: string): Promise<Figures> {
  return http.request("GET", `/api/insights/${name}`);
}

/** Where the same numbers are as a file. */
export function csvOf(name: string): string {
  return `/api/insights/${name}?format=csv`;
}
