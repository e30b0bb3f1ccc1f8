/** Sign in with address and password, and go back to where the person was. */
"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTitle } from "@/lib/browser";
import { returnAddress } from "@/lib/session";
import { Button, ErrorNote, Field } from "@/ui";
import { useLogin, useMeta } from "../api";
import { AuthFrame } from "./AuthFrame";

export function SignIn() {
  useTitle("Sign in");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const login = useLogin();
  const meta = useMeta();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate(
      { email, password },
      { onSuccess: () => window.location.assign(returnAddress(window.location.search)) },
    );
  };
  return (
    <AuthFrame
      footer={
        <>
          {meta.data?.registration === "closed" ? null : (
            <p>
              New here?{" "}
              <Link className="font-medium text-foreground underline underline-offset-4" href="/register/">
                Create an account
              </Link>
            </p>
          )}
          <p className="mt-3 border-t hairline pt-3">
            On your own machine you need no password: run <Command text="vibecaas open" /> in a terminal and
            follow the link.
          </p>
        </>
      }
      lead="Your projects are where you left them."
      title="Sign in"
    >
      <form className="flex flex-col gap-4" noValidate={true} onSubmit={submit}>
        <Field
          autoComplete="username"
          label="E-mail"
          name="email"
          onChange={setEmail}
          type="email"
          value={email}
        />
        <Field
          autoComplete="current-password"
          label="Password"
          name="password"
          onChange={setPassword}
          type="password"
          value={password}
        />
        {login.error === null ? null : <ErrorNote error={login.error} />}
        <Button
          className="mt-1"
          fullWidth
          isDisabled={email === "" || password === ""}
          isPending={login.isPending || login.isSuccess}
          type="submit"
          variant="primary"
        >
          {login.isPending ? "Signing in" : "Sign in"}
        </Button>
      </form>
    </AuthFrame>
  );
}

export function Command({ text }: { text: string }) {
  return (
    <code className="rounded bg-default px-1 py-0.5 font-mono text-[0.92em] text-foreground">{text}</code>
  );
}
