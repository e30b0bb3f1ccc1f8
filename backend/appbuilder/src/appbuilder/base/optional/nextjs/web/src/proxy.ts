/** Runs before every page: says which scripts may run in it. */

import { type NextRequest, NextResponse } from "next/server";

const FRAME_ANCESTORS = process.env.APP_FRAME_ANCESTORS || "'self'";

export function proxy(request: NextRequest) {
  // Live reload needs what visitors are protected from.
  if (process.env.NODE_ENV === "development") return NextResponse.next();
  // Next.js writes scripts into pages: only those with the number of this answer run, nothing that was typed in.
  const nonce = crypto.randomUUID();
  const policy =
    `default-src 'self'; script-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; object-src 'none'; ` +
    `base-uri 'none'; form-action 'self'; frame-ancestors ${FRAME_ANCESTORS}`;
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = { matcher: "/((?!api/|_next/).*)" };
