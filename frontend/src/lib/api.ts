/** The typed client of the API: cookies, CSRF header, one refresh on 401, and `unwrap` for answers. */
import createClient from "openapi-fetch";
import type { paths } from "@/generated/openapi";
import { ApiError, networkError, toApiError } from "./problem";
import { goToSignIn, refreshSession } from "./session";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const PUBLIC_PATH = /^\/api\/v1\/(auth\/|meta$)/;

/** A fetch with the session: writes carry the CSRF header, an expired session is renewed once. */
export async function sessionFetch(request: Request): Promise<Response> {
  if (!SAFE_METHODS.has(request.method)) {
    request.headers.set("X-Vibecaas-CSRF", "1");
  }
  const retry = request.clone();
  const response = await send(request);
  if (response.status !== 401 || PUBLIC_PATH.test(new URL(request.url).pathname)) {
    return response;
  }
  if (await refreshSession()) {
    return send(retry);
  }
  goToSignIn();
  return response;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) {
      throw error;
    }
    throw networkError();
  }
}

/** File paths keep their slashes: each segment is encoded on its own. */
function serializePath(path: string, params: Record<string, unknown>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name]).split("/").map(encodeURIComponent).join("/"),
  );
}

export const api = createClient<paths>({
  baseUrl: "",
  credentials: "same-origin",
  fetch: sessionFetch,
  pathSerializer: serializePath,
});

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The data of an answer, or a typed ApiError. */
export async function unwrap<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw toApiError(error, response);
  }
  if (data === undefined && response.status !== 204) {
    throw new ApiError({ status: response.status, code: "empty_answer", message: "The answer was empty." });
  }
  return data as Data;
}
