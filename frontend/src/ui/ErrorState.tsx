/** Errors with a face: what happened, what to do, and the request id to quote. */
"use client";

import { CircleAlert, Lock, SearchX, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { ApiError } from "@/lib/problem";
import { Button } from "./Button";
import { CopyButton } from "./CopyButton";

interface Face {
  icon: ReactNode;
  title: string;
  advice: string;
}

function faceOf(error: unknown): Face {
  const status = error instanceof ApiError ? error.status : -1;
  if (status === 0) {
    return {
      icon: <Unplug />,
      title: "No connection to VibeCaaS",
      advice: "Check with `vibecaas status`, then try again.",
    };
  }
  if (status === 403) {
    return {
      icon: <Lock />,
      title: "You may not see this",
      advice: "Ask an admin of the organization for access.",
    };
  }
  if (status === 404) {
    return {
      icon: <SearchX />,
      title: "Not found",
      advice: "It was deleted, or it belongs to another organization.",
    };
  }
  return {
    icon: <CircleAlert />,
    title: "This did not work",
    advice: "Try again. If it stays, quote the request id when you ask for help.",
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "An unexpected error.";
}

/** Fills the place of content that could not be loaded. */
export function ErrorState({
  error,
  onRetry,
  action,
  className = "",
}: {
  error: unknown;
  onRetry?: () => void;
  action?: ReactNode;
  className?: string;
}) {
  const face = faceOf(error);
  return (
    <div
      className={`flex flex-col items-center justify-center px-6 py-12 text-center ${className}`}
      role="alert"
    >
      <div className="mb-3 flex size-10 items-center justify-center rounded-full bg-default text-muted [&_svg]:size-5">
        {face.icon}
      </div>
      <p className="font-medium">{face.title}</p>
      <p className="mt-1 max-w-md text-muted text-ui">{messageOf(error)}</p>
      <p className="mt-1 max-w-md text-muted text-ui">{face.advice}</p>
      <div className="mt-4 flex flex-wrap items-center justify-center gap-2">
        {onRetry === undefined ? null : (
          <Button onPress={onRetry} size="sm" variant="outline">
            Try again
          </Button>
        )}
        {action}
      </div>
      <RequestId className="mt-3" error={error} />
    </div>
  );
}

/** One line under a form or a button. */
export function ErrorNote({ error, className = "" }: { error: unknown; className?: string }) {
  return (
    <div
      className={`rounded-lg border border-critical/25 bg-critical/5 px-3 py-2 text-foreground text-ui ${className}`}
      role="alert"
    >
      <p>{messageOf(error)}</p>
      <RequestId className="mt-1" error={error} />
    </div>
  );
}

function RequestId({ error, className = "" }: { error: unknown; className?: string }) {
  if (!(error instanceof ApiError) || error.requestId === null) {
    return null;
  }
  return (
    <p className={`flex items-center gap-1 text-muted text-xs ${className}`}>
      <span className="truncate font-mono">{error.requestId}</span>
      <CopyButton label="Copy the request id" text={error.requestId} />
    </p>
  );
}
