/** Talking to the API: JSON in, JSON out, and every failure is a Problem that can be shown to people. */

// if people
/** A preview shows the app in a frame of another site, where cookies need to be of another kind. */
function frame(): Record<string, string> {
  return window.top === window ? {} : { "X-In-Frame": "yes" };
}

// end if
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Messages by field, when the API refused what was entered. */
    readonly errors: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** What went wrong, for people: the first thing that is wrong with a field, else the problem as a whole. */
export function reasonOf(error: unknown, otherwise: string): string {
  return error instanceof Problem ? (Object.values(error.errors)[0] ?? error.message) : otherwise;
}

/** `keepalive` lets a short request arrive even when the page is left at once. */
export async function request<T>(method: string, path: string, body?: unknown, keepalive = false): Promise<T> {
  return send(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    keepalive,
  });
}

interface Sent extends RequestInit {
  headers: Record<string, string>;
}

/** Any request whose answer is JSON. */
export async function send<T>(path: string, init: Sent): Promise<T> {
  let response: Response;
  try {
    // if people
    response = await fetch(path, { ...init, headers: { ...frame(), ...init.headers } });
    // else
    response = await fetch(path, init);
    // end if
  } catch {
    throw new Problem(0, "The app cannot be reached. Check your connection and try again.");
  }
  if (response.status === 204) return undefined as T;
  const data: unknown = await response.json().catch(() => null);
  if (response.ok) return data as T;
  const { detail, errors } = (data ?? {}) as { detail?: string; errors?: Record<string, string> };
  throw new Problem(response.status, detail ?? "Something went wrong. Try again in a moment.", errors);
}

export interface List<T> {
  items: T[];
  total: number;
}

export interface LinkedEntry {
  id: number;
  title: string;
}

/** Part of a total: the entries that share a value. */
export interface Group {
  value: string | number | boolean | null;
  label: string | null;
  result: number | null;
}

export type Query = Record<string, string | number | undefined>;

export function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
