/** Create an account; the errors of the server stand beside the fields they are about. */
"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTitle } from "@/lib/browser";
import { ApiError } from "@/lib/problem";
import { Button, ErrorNote, Field } from "@/ui";
import { useRegister } from "../api";
import { AuthFrame } from "./AuthFrame";

function fieldError(error: unknown, pointer: string): string | undefined {
  return error instanceof ApiError
    ? error.fields.find((field) => field.pointer.endsWith(pointer))?.detail
    : undefined;
}

export function Register() {
  useTitle("Create an account");
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const register = useRegister();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate({ name, email, password }, { onSuccess: () => window.location.assign("/") });
  };
  const error = register.error;
  const shownBesideFields = error instanceof ApiError && error.fields.length > 0;
  return (
    <AuthFrame
      footer={
        <p>
          You have an account?{" "}
          <Link className="font-medium text-foreground underline underline-offset-4" href="/login/">
            Sign in
          </Link>
        </p>
      }
      lead="One sentence becomes a running app. The code is yours."
      title="Create an account"
    >
      <form className="flex flex-col gap-4" noValidate={true} onSubmit={submit}>
        <Field
          autoComplete="name"
          error={fieldError(error, "/name")}
          label="Name"
          name="name"
          onChange={setName}
          value={name}
        />
        <Field
          autoComplete="username"
          error={fieldError(error, "/email")}
          label="E-mail"
          name="email"
          onChange={setEmail}
          type="email"
          value={email}
        />
        <Field
          autoComplete="new-password"
          description="At least 12 characters. A sentence is easy to remember."
          error={fieldError(error, "/password")}
          label="Password"
          name="password"
          onChange={setPassword}
          type="password"
          value={password}
        />
        {error === null || shownBesideFields ? null : <ErrorNote error={error} />}
        <Button
          className="mt-1"
          fullWidth
          isDisabled={name.trim() === "" || email === "" || password === ""}
          isPending={register.isPending || register.isSuccess}
          type="submit"
          variant="primary"
        >
          Create account
        </Button>
      </form>
    </AuthFrame>
  );
}
