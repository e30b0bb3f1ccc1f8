import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useForm } from "../lib/form";
import { type List, request, withQuery } from "../lib/http";
import { useLoad } from "../lib/load";
import { Button } from "../ui/Button";
import { TextInput } from "../ui/Field";
import { FormFrame } from "../ui/FormFrame";
import { Narrow, Section } from "../ui/Layout";
import { PageHeader } from "../ui/PageHeader";
import { useToast } from "../ui/Toasts";
import { changeName, changePassword, leave } from "./api";
import { nameRule, passwordRule } from "./entrance";
import { KINDS, type Kind } from "./kinds";
import { useRefusal } from "./Only";
import { useSession } from "./session";

const nameRules = { name: nameRule };
const passwordRules = { current: passwordRule, password: passwordRule };
const leaveRules = { password: passwordRule };

export function Profile() {
  const { person } = useSession();
  const refusal = useRefusal(["signed_in"]);
  if (refusal) return refusal;
  return (
    <Narrow>
      <PageHeader title="Profile" text={person?.email} />
      <NameForm />
      <Section title="Yours">
        <ul className="card divide-y divide-line px-5">
          {KINDS.map((kind) => (
            <OwnEntries key={kind.slug} kind={kind} />
          ))}
        </ul>
      </Section>
      {!person?.is_demo && (
        <>
          <Section title="Password">
            <PasswordForm />
          </Section>
          <Section title="Leave">
            <Leave />
          </Section>
        </>
      )}
    </Narrow>
  );
}

function NameForm() {
  const { person, enter } = useSession();
  const toast = useToast();
  const form = useForm(nameRules, person ?? {}, async (values) => {
    enter(await changeName(values));
    toast("Name saved");
  });
  return (
    <FormFrame label="Name" action="Save" form={form}>
      <TextInput label="Name" required autoComplete="name" {...form.bind("name")} />
    </FormFrame>
  );
}

function OwnEntries({ kind }: { kind: Kind }) {
  const list = useLoad(kind.slug, () =>
    request<List<unknown>>("GET", withQuery(`/api/${kind.slug}`, { mine: "true", limit: 1 })),
  );
  return (
    <li className="flex min-h-12 items-center justify-between gap-3">
      <Link to={`/${kind.slug}?mine=true`} className="rounded-control text-accent-ink underline-offset-2 hover:underline">
        {kind.label}
      </Link>
      <span className="text-sm text-muted tabular-nums">{list.data?.total}</span>
    </li>
  );
}

function PasswordForm() {
  const toast = useToast();
  const form = useForm(passwordRules, {}, async (values) => {
    await changePassword(values);
    toast("Password changed");
  });
  return (
    <FormFrame label="Password" action="Change password" form={form}>
      <TextInput label="Current password" type="password" required autoComplete="current-password" {...form.bind("current")} />
      <TextInput
        label="New password"
        type="password"
        required
        autoComplete="new-password"
        hint="At least 8 characters. Your other devices will be signed out."
        {...form.bind("password")}
      />
    </FormFrame>
  );
}

function Leave() {
  const session = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const form = useForm(leaveRules, {}, async (values) => {
    await leave(values);
    toast("Account deleted");
    navigate("/");
    session.enter(null);
  });
  if (!asking) {
    return (
      <Button look="secondary" onClick={() => setAsking(true)}>
        Delete account
      </Button>
    );
  }
  return (
    <FormFrame label="Delete account" action="Delete my account" form={form}>
      <p className="text-sm text-muted">
        Your account is gone for good, and so is what only you can see. What others see stays, without your name.
      </p>
      <TextInput label="Your password" type="password" required autoComplete="current-password" {...form.bind("password")} />
    </FormFrame>
  );
}
