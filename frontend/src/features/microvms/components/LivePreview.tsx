/** The running app in a frame on its own origin: device sizes, reload, restart, and the cause when it is down. */
"use client";

import { ExternalLink, Monitor, RefreshCw, Smartphone, Tablet, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useStored } from "@/lib/browser";
import type { Preview } from "@/lib/types";
import {
  Button,
  EmptyState,
  ErrorNote,
  IconButton,
  LinkButton,
  Ring,
  Segmented,
  Status,
  type Tone,
} from "@/ui";
import { usePreviewAddress, useRestartPreview } from "../api";

type Device = "fit" | "tablet" | "phone";

const DEVICES = [
  { value: "fit", label: "Full width", icon: <Monitor /> },
  { value: "tablet", label: "Tablet, 768 px", icon: <Tablet /> },
  { value: "phone", label: "Phone, 390 px", icon: <Smartphone /> },
] as const;

const DEVICE_CLASS: Record<Device, string> = {
  fit: "h-full w-full",
  tablet: "h-full max-h-[1024px] w-[768px] max-w-full rounded-xl border hairline shadow-surface",
  phone: "h-full max-h-[844px] w-[390px] max-w-full rounded-2xl border hairline shadow-surface",
};

const FACES: Record<string, { tone: Tone; label: string }> = {
  starting: { tone: "progress", label: "Starting" },
  ready: { tone: "positive", label: "Running" },
  stopped: { tone: "neutral", label: "Stopped" },
  failed: { tone: "critical", label: "Down" },
};

export function LivePreview({
  preview,
  projectKey,
  revision,
  isBuilding,
}: {
  preview: Preview | null;
  /** The cache key of the project, whose preview is renewed after a restart. */
  projectKey: readonly unknown[];
  /** Changes when the app was rebuilt: the frame is loaded afresh. */
  revision: number;
  isBuilding: boolean;
}) {
  if (preview === null) {
    return (
      <div className="flex h-full flex-col bg-panel">
        <EmptyState
          className="flex-1"
          icon={isBuilding ? <Ring className="size-5 text-brand" /> : <Monitor />}
          title={isBuilding ? "The app is being made" : "No preview yet"}
        >
          {isBuilding
            ? "It appears here as soon as it answers, usually within a few seconds of the first build."
            : "Approve a plan or send a request: the running app appears here."}
        </EmptyState>
      </div>
    );
  }
  return <ShownPreview preview={preview} projectKey={projectKey} revision={revision} />;
}

function ShownPreview({
  preview,
  projectKey,
  revision,
}: {
  preview: Preview;
  projectKey: readonly unknown[];
  revision: number;
}) {
  const [device, setDevice] = useStored<Device>("vibecaas.preview-device", "fit");
  const [reloads, setReloads] = useState(0);
  const { address, error } = usePreviewAddress(preview);
  const restart = useRestartPreview(projectKey);
  const face = FACES[preview.status] ?? { tone: "neutral" as const, label: preview.status };
  const doRestart = () => restart.mutate(preview.id, { onSuccess: () => setReloads((n) => n + 1) });
  return (
    <div className="flex h-full min-h-0 flex-col bg-panel">
      <div className="flex h-11 shrink-0 items-center gap-1 border-b hairline bg-surface px-2">
        <Segmented
          choices={DEVICES}
          iconsOnly
          label="Size of the preview"
          onChange={setDevice}
          value={device}
        />
        <div className="mx-1 flex h-7 min-w-0 flex-1 items-center gap-2 rounded-md bg-default/60 px-2.5">
          <Status className="shrink-0" tone={face.tone}>
            {face.label}
          </Status>
          <span className="truncate text-muted text-xs" title={preview.url}>
            {preview.host}
          </span>
        </div>
        <IconButton
          isDisabled={preview.status !== "ready"}
          label="Reload the preview"
          onPress={() => setReloads(reloads + 1)}
        >
          <RefreshCw />
        </IconButton>
        <Button isPending={restart.isPending} onPress={doRestart} size="sm" variant="ghost">
          Restart
        </Button>
        <LinkButton
          aria-label="Open the app in a new tab"
          className="button--icon-only"
          external
          href={preview.url}
          variant="ghost"
        >
          <ExternalLink />
        </LinkButton>
      </div>
      {restart.error === null ? null : <ErrorNote className="m-2" error={restart.error} />}
      <div
        className={`flex min-h-0 flex-1 justify-center overflow-auto ${device === "fit" ? "" : "items-center p-3"}`}
      >
        {preview.status === "ready" && error === null && address !== null ? (
          <iframe
            className={`bg-white ${DEVICE_CLASS[device]}`}
            key={`${preview.id}-${revision}-${reloads}`}
            sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads"
            src={address}
            title="Live preview of the app"
          />
        ) : (
          <NotRunning
            error={error}
            isRestarting={restart.isPending}
            onRestart={doRestart}
            preview={preview}
          />
        )}
      </div>
    </div>
  );
}

function NotRunning({
  preview,
  error,
  isRestarting,
  onRestart,
}: {
  preview: Preview;
  error: unknown;
  isRestarting: boolean;
  onRestart: () => void;
}) {
  if (error !== null) {
    return <ErrorNote className="m-4 self-start" error={error} />;
  }
  if (preview.status === "starting" || preview.status === "ready" || isRestarting) {
    return (
      <Cause icon={<Ring className="size-5 text-brand" />} title="The app is starting">
        It answers within a few seconds.
      </Cause>
    );
  }
  return (
    <Cause
      action={
        <Button onPress={onRestart} size="sm" variant="primary">
          Restart the app
        </Button>
      }
      icon={<TriangleAlert />}
      title={preview.status === "failed" ? "The app does not run" : "The app is stopped"}
    >
      {preview.reason === null ? "No cause was reported." : preview.reason.message}
    </Cause>
  );
}

function Cause({
  icon,
  title,
  children,
  action,
}: {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <EmptyState action={action} className="self-center" icon={icon} title={title}>
      {children}
    </EmptyState>
  );
}
