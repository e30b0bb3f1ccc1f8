/** What is there for some people only; the API refuses the others in any case. */

import type { ReactNode } from "react";
import { Link, Navigate, useLocation } from "react-router";
import { NotAllowed } from "../ui/states";
import { isOneOf, useSession } from "./session";

interface OnlyProps {
  who: readonly string[];
  children: ReactNode;
}

/** A button or link that others do not see. */
export function Only({ who, children }: OnlyProps) {
  const { person } = useSession();
  return isOneOf(who, person) ? children : null;
}

/** A form; others read what it would take. `what` is what the form does, as in "add notes". */
export function FormFor({ who, what, children }: OnlyProps & { what: string }) {
  const { person } = useSession();
  const signIn = useSignInAddress();
  if (isOneOf(who, person)) return children;
  return (
    <p className="card p-5 text-sm text-muted">
      {person ? (
        `Your account cannot ${what}.`
      ) : (
        <>
          <Link to={signIn} className="rounded-control font-medium text-accent-ink underline-offset-2 hover:underline">
            Sign in
          </Link>
          {` to ${what}.`}
        </>
      )}
    </p>
  );
}

/** What a page shows instead of itself; nothing when the person may see it. */
export function useRefusal(who: readonly string[]): ReactNode {
  const { person } = useSession();
  return isOneOf(who, person) ? null : <Refusal />;
}

/** Leads to the sign-in, or says that this is not for everybody. */
export function Refusal() {
  const { person } = useSession();
  return person ? <NotAllowed /> : <ToSignIn />;
}

export function ToSignIn() {
  return <Navigate to={useSignInAddress()} replace />;
}

/** Where to sign in, and to come back from. */
export function useSignInAddress(): string {
  const { pathname, search } = useLocation();
  return `/sign-in?to=${encodeURIComponent(pathname + search)}`;
}
