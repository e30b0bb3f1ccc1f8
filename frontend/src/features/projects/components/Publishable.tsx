/** Whether a version may be published: a word in lists, every reason and the way on in its detail. */
"use client";

import type { Version } from "@/lib/types";
import { announce, Button, Status, type Tone } from "@/ui";
import { useVerify } from "../api";

const FACES: Record<Version["publishable"]["verdict"], { tone: Tone; label: string }> = {
  yes: { tone: "positive", label: "Publishable" },
  no: { tone: "caution", label: "Not publishable" },
  not_checked: { tone: "neutral", label: "Not checked" },
};

export function Verdict({ version }: { version: Pick<Version, "publishable"> }) {
  const face = FACES[version.publishable.verdict];
  return <Status tone={face.tone}>{face.label}</Status>;
}

/** What is against publishing. The app that runs is the newest version, so only that can be checked. */
export function Publishable({
  version,
  isCurrent,
  isRunning,
}: {
  version: Pick<Version, "project_id" | "publishable">;
  isCurrent: boolean;
  isRunning: boolean;
}) {
  const verify = useVerify(version.project_id);
  const { verdict, reasons } = version.publishable;
  if (verdict === "yes") {
    return null;
  }
  const onVerify = () =>
    verify.mutate(undefined, {
      onSuccess: () => announce.done("The version is being checked", "What is found appears beside it."),
      onError: (error) => announce.failed("The check could not begin", error),
    });
  return (
    <section aria-label="Publishing" className="m-3 mb-0 rounded-lg border hairline p-3">
      <Verdict version={version} />
      <ul className="mt-1 space-y-1">
        {reasons.map((reason) => (
          <li className="break-words text-muted text-xs" key={reason.code}>
            {reason.message}
          </li>
        ))}
      </ul>
      {isCurrent ? (
        <Button
          className="mt-2"
          isDisabled={isRunning}
          isPending={verify.isPending}
          onPress={onVerify}
          size="sm"
          variant="outline"
        >
          Check this version
        </Button>
      ) : null}
    </section>
  );
}
