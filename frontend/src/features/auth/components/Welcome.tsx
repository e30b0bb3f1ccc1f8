/** Arriving from the terminal: the one-use token in the fragment becomes a session. */
"use client";

import { useEffect, useState } from "react";
import { useTitle } from "@/lib/browser";
import { ApiError } from "@/lib/problem";
import { ErrorNote, LinkButton, Loading } from "@/ui";
import { redeemWelcome } from "../api";
import { readFragment } from "../welcome";
import { AuthFrame } from "./AuthFrame";
import { Command } from "./SignIn";

type Arrival = { state: "arriving" } | { state: "no_token" } | { state: "refused"; error: unknown };

// React's strict mode runs effects twice; a one-use token must be posted once
let started: string | null = null;

export function Welcome() {
  useTitle("Welcome");
  const [arrival, setArrival] = useState<Arrival>({ state: "arriving" });
  useEffect(() => {
    const { token, next } = readFragment(window.location.hash);
    if (token === null) {
      setArrival((now) => (started === null ? { state: "no_token" } : now));
      return;
    }
    if (started === token) {
      return;
    }
    started = token;
    // the token leaves the address bar and the history before anything else happens
    window.history.replaceState(null, "", window.location.pathname);
    redeemWelcome(token).then(
      () => window.location.replace(next),
      (error: unknown) => setArrival({ state: "refused", error }),
    );
  }, []);
  if (arrival.state === "arriving") {
    return (
      <AuthFrame lead="Opening your workspace." title="Welcome">
        <Loading className="justify-start! py-0!" label="Signing you in" />
      </AuthFrame>
    );
  }
  return <Refused error={arrival.state === "refused" ? arrival.error : null} />;
}

function Refused({ error }: { error: unknown }) {
  const expected = error === null || (error instanceof ApiError && error.status >= 400 && error.status < 500);
  return (
    <AuthFrame
      footer={
        <p>
          You have a password?{" "}
          <LinkButton className="ml-1" href="/login/" size="sm">
            Sign in
          </LinkButton>
        </p>
      }
      lead={
        <>
          A welcome link works once and for 15 minutes. Run <Command text="vibecaas open" /> in the terminal
          for a new one.
        </>
      }
      title={expected ? "This link no longer works" : "Signing in did not work"}
    >
      {error === null ? (
        <p className="text-muted text-ui">The address has no token: copy the whole line from the terminal.</p>
      ) : (
        <ErrorNote error={error} />
      )}
    </AuthFrame>
  );
}
