/** The cookie session: one refresh at a time, and the way to the sign-in page. */

const REFRESH_PATH = "/api/v1/auth/refresh";
const SIGN_IN_PATH = "/login/";

let refreshing: Promise<boolean> | null = null;

/** Renews the session's cookies; true when it worked. Concurrent callers share one request. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= postRefresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function postRefresh(): Promise<boolean> {
  try {
    const response = await fetch(REFRESH_PATH, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-Vibecaas-CSRF": "1" },
      body: JSON.stringify({ session: "cookie" }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Goes to the sign-in page and remembers where the person was. */
export function goToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname.startsWith(SIGN_IN_PATH)) {
    return;
  }
  window.location.assign(signInAddress(pathname + search));
}

export function signInAddress(next: string): string {
  return next === "/" ? SIGN_IN_PATH : `${SIGN_IN_PATH}?next=${encodeURIComponent(next)}`;
}

/** The address to return to after sign-in. Only paths of this origin: `//host` and schemes are refused. */
export function returnAddress(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}
