/** What a page shows while there is nothing to show: loading, failed, empty, not found. */

import type { ReactNode } from "react";
// if accounts
import { useSignInAddress } from "../account/Only";
// end if
import type { Problem } from "../lib/http";
import { Button, ButtonLink } from "./Button";
import { Icon, type IconName } from "./Icon";

interface MessageProps {
  icon: IconName;
  title: string;
  text: string;
  /** Whether it is all that the page has, and so names it. */
  isPage?: boolean;
  children?: ReactNode;
}

function Message({ icon, title, text, isPage, children }: MessageProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className="flex flex-col items-center rounded-card border border-dashed border-edge px-6 py-14 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent-ink">
        <Icon name={icon} className="size-6" />
      </span>
      <Heading className="mt-4 text-lg font-semibold">{title}</Heading>
      <p className="mt-1 max-w-sm text-sm text-muted">{text}</p>
      {children && <div className="mt-5">{children}</div>}
    </div>
  );
}

export function Empty({ title, text, children }: Omit<MessageProps, "icon" | "isPage">) {
  return (
    <Message icon="inbox" title={title} text={text}>
      {children}
    </Message>
  );
}

export function NothingFound({ onClear }: { onClear(): void }) {
  return (
    <Message icon="search" title="Nothing matches" text="Try other words, or remove a filter.">
      <Button look="secondary" onClick={onClear}>
        Show everything
      </Button>
    </Message>
  );
}

export function LoadFailed({ problem, onRetry }: { problem: Problem; onRetry(): void }) {
  // if accounts
  if (problem.status === 401) return <SignInFirst text={problem.message} />;
  if (problem.status === 403) return <NotAllowed text={problem.message} />;
  // end if
  return (
    <Message icon="alert" title="This could not be loaded" text={problem.message}>
      <Button look="secondary" onClick={onRetry}>
        Try again
      </Button>
    </Message>
  );
}

// if accounts
function SignInFirst({ text }: { text: string }) {
  const address = useSignInAddress();
  return (
    <Message icon="lock" title="Only for people who signed in" text={text}>
      <ButtonLink to={address}>Sign in</ButtonLink>
    </Message>
  );
}

export function NotAllowed({ text = "Your account may not do this. An admin can give you another role." }: { text?: string }) {
  return (
    <Message icon="lock" title="This is not for everybody" text={text}>
      <ButtonLink look="secondary" to="/">
        Go back
      </ButtonLink>
    </Message>
  );
}

// end if
export function NotFound({ to = "/" }: { to?: string }) {
  return (
    <Message isPage icon="search" title="There is nothing here" text="It may have been deleted, or the address is not right.">
      <ButtonLink look="secondary" to={to}>
        Go back
      </ButtonLink>
    </Message>
  );
}

export function Loading() {
  return (
    <div role="status" aria-label="Loading" className="space-y-3">
      {[0, 1, 2].map((number) => (
        <div key={number} className="card h-24 animate-pulse bg-sunken shadow-none" />
      ))}
    </div>
  );
}
