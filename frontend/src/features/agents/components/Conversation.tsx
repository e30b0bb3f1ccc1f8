/** What was asked, what happened, and the box for the next request. */
"use client";

import { useEffect, useRef, useState } from "react";
import type { StreamState } from "@/lib/events";
import type { RunSummary } from "@/lib/types";
import { Button, ErrorNote, ErrorState, Loading, PromptField } from "@/ui";
import { isActive, useMessages, type useRuns, useSend } from "../api";
import { RunEntry } from "./RunEntry";

const NEAR_BOTTOM_PX = 80;

export function Conversation({
  projectId,
  runs,
  stream,
  planOnStage,
  onVersion,
}: {
  projectId: string;
  runs: ReturnType<typeof useRuns>;
  stream: StreamState | null;
  planOnStage: boolean;
  onVersion: (versionId: string) => void;
}) {
  const [draft, setDraft] = useState("");
  const oldestFirst = (runs.data?.pages.flatMap((page) => page.data) ?? []).toReversed();
  const latest = oldestFirst.at(-1);
  const scroller = useFollowedEnd(latest?.id);
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-background">
      <div className="relative min-h-0 flex-1 scroll-pt-4 scroll-pb-24 overflow-y-auto" ref={scroller}>
        <div className="mx-auto max-w-2xl space-y-6 px-4 py-5">
          {runs.data === undefined && runs.error === null ? (
            <Loading label="Loading the conversation" />
          ) : null}
          {runs.data === undefined && runs.error !== null ? (
            <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />
          ) : null}
          {runs.hasNextPage ? (
            <div className="flex justify-center">
              <Button
                isPending={runs.isFetchingNextPage}
                onPress={() => void runs.fetchNextPage()}
                size="sm"
                variant="ghost"
              >
                Show earlier requests
              </Button>
            </div>
          ) : null}
          {oldestFirst.map((run) => (
            <RunEntry
              isLatest={run.id === latest?.id}
              key={run.id}
              onReuse={setDraft}
              onVersion={onVersion}
              planOnStage={planOnStage && run.id === latest?.id}
              projectId={projectId}
              run={run}
            />
          ))}
        </div>
      </div>
      <StreamNote stream={stream} />
      <FollowUp draft={draft} latest={latest} projectId={projectId} setDraft={setDraft} />
    </div>
  );
}

/** Keeps the end in sight while the content grows, unless the person scrolled up to read. */
function useFollowedEnd(latestId: string | undefined) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = ref.current;
    const content = scroller?.firstElementChild;
    if (latestId === undefined || scroller === null || content === null || content === undefined) {
      return;
    }
    let isAtEnd = true;
    const onScroll = () => {
      isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_BOTTOM_PX;
    };
    const observer = new ResizeObserver(() => {
      if (isAtEnd) {
        scroller.scrollTop = scroller.scrollHeight;
      }
    });
    scroller.addEventListener("scroll", onScroll, { passive: true });
    observer.observe(content);
    return () => {
      scroller.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }, [latestId]);
  return ref;
}

function StreamNote({ stream }: { stream: StreamState | null }) {
  if (stream !== "reconnecting" && stream !== "refused") {
    return null;
  }
  return (
    <p className="border-t hairline bg-caution/8 px-4 py-1.5 text-xs" role="status">
      {stream === "reconnecting"
        ? "The live connection was lost; what you see may be old. Connecting again."
        : "Live updates were refused. Reload the page to sign in again."}
    </p>
  );
}

function FollowUp({
  projectId,
  latest,
  draft,
  setDraft,
}: {
  projectId: string;
  latest: RunSummary | undefined;
  draft: string;
  setDraft: (text: string) => void;
}) {
  const send = useSend(projectId);
  const active = latest !== undefined && isActive(latest) ? latest.id : null;
  const submit = () =>
    send.mutate(
      { text: draft.trim(), activeRun: active, autoApprove: latest?.auto_approve ?? false },
      { onSuccess: () => setDraft("") },
    );
  return (
    <div className="shrink-0 border-t hairline px-3 pt-3 pb-3">
      <div className="mx-auto max-w-2xl">
        <QueuedMessages projectId={projectId} />
        <PromptField
          label="Ask for a change"
          onChange={setDraft}
          onSend={submit}
          options={
            active === null ? null : <span className="text-muted text-xs">Waits until this run is done</span>
          }
          pending={send.isPending}
          placeholder={latest === undefined ? "Describe the app" : "Add a rating from 1 to 5"}
          rows={1}
          sendLabel={active === null ? "Send" : "Queue"}
          value={draft}
        />
        {send.error === null ? null : <ErrorNote className="mt-2" error={send.error} />}
      </div>
    </div>
  );
}

function QueuedMessages({ projectId }: { projectId: string }) {
  const messages = useMessages(projectId);
  const queued = (messages.data?.data ?? []).filter(
    (message) => message.status === "queued" && message.author === "user",
  );
  if (queued.length === 0) {
    return null;
  }
  return (
    <ul aria-label="Waiting messages" className="mb-2 space-y-1">
      {queued.toReversed().map((message) => (
        <li className="flex gap-2 rounded-lg bg-default/60 px-3 py-1.5 text-ui" key={message.id}>
          <span className="min-w-0 flex-1 truncate" title={message.text}>
            {message.text}
          </span>
          <span className="shrink-0 text-muted text-xs leading-5">waiting</span>
        </li>
      ))}
    </ul>
  );
}
