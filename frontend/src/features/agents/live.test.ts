import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Run } from "@/lib/types";
import { runKeys, runQuery } from "./api";
import { followRun } from "./live";

const RUN = "run_1";
const unasked = () => undefined;
const PROJECT = "prj_1";
const json = (body: unknown) => Response.json(body);
const state = (status: string) => ({ id: RUN, project_id: PROJECT, status, steps: [], reason: null });
const sse = (seq: number, type: string, data: object) =>
  `id: ${seq}\nevent: ${type}\ndata: ${JSON.stringify({ seq, type, ...data })}\n\n`;
const stream = (...events: string[]) =>
  new Response(events.join(""), { headers: { "Content-Type": "text/event-stream" } });

/** A server made of answers: `run` for the run's state, `events` for each connection to its stream. */
function serve(run: () => Promise<Response>, events: (lastId: string | null) => Response) {
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    return pathname.endsWith("/events") ? events(request.headers.get("Last-Event-ID")) : run();
  });
}

function client() {
  return new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
}

const follow = (queryClient: QueryClient, onPreview = () => undefined) =>
  followRun(
    { queryClient, projectId: PROJECT, runId: RUN },
    new AbortController().signal,
    () => undefined,
    onPreview,
  );

const statusOf = (queryClient: QueryClient) => queryClient.getQueryData<Run>(runKeys.one(RUN))?.status;

describe("the live stream of a run", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("shows that a plan waits, though the run was not loaded when its events came", async () => {
    const queryClient = client();
    serve(
      async () => json(state("queued")),
      (lastId) =>
        lastId === null
          ? stream(
              sse(1, "run.planning", { run: state("planning") }),
              sse(2, "run.awaiting_approval", { run: state("awaiting_approval") }),
            )
          : new Response(null, { status: 204 }),
    );
    await follow(queryClient);
    expect(statusOf(queryClient)).toBe("awaiting_approval");
  });

  it("is not taken back by an answer that was asked for before the event", async () => {
    const queryClient = client();
    queryClient.setQueryData(runKeys.one(RUN), state("queued"));
    let answer: (response: Response) => void = unasked;
    serve(
      () =>
        new Promise<Response>((resolve) => {
          answer = resolve;
        }),
      (lastId) =>
        lastId === null
          ? stream(sse(1, "run.awaiting_approval", { run: state("awaiting_approval") }))
          : new Response(null, { status: 204 }),
    );
    const slow = queryClient.fetchQuery({ ...runQuery(queryClient, RUN), staleTime: 0 });
    await vi.waitFor(() => expect(answer).not.toBe(unasked));
    queryClient.setQueryData(runKeys.one(RUN), state("awaiting_approval"));
    answer(json(state("queued")));
    await slow;
    expect(statusOf(queryClient)).toBe("awaiting_approval");
  });

  it("resumes behind the last event and tells of a new preview once", async () => {
    const queryClient = client();
    const asked: (string | null)[] = [];
    const onPreview = vi.fn();
    serve(
      async () => json(state("building")),
      (lastId) => {
        asked.push(lastId);
        if (lastId === null) {
          return stream(sse(1, "run.building", { run: state("building") }));
        }
        return lastId === "1"
          ? stream(sse(2, "preview.ready", { preview: { id: "pvw_1", status: "ready" } }))
          : new Response(null, { status: 204 });
      },
    );
    await follow(queryClient, onPreview);
    expect(asked).toEqual([null, "1", "2"]);
    expect(onPreview).toHaveBeenCalledTimes(1);
  });

  it("reads everything again when the run is over, and shows the app without what the checks made", async () => {
    const queryClient = client();
    const onPreview = vi.fn();
    queryClient.setQueryData(runKeys.list(PROJECT), { pages: [{ data: [state("verifying")] }] });
    serve(
      async () => json(state("verifying")),
      (lastId) =>
        lastId === null
          ? stream(sse(1, "run.succeeded", { run: state("succeeded") }))
          : new Response(null, { status: 204 }),
    );
    await follow(queryClient, onPreview);
    expect(onPreview).toHaveBeenCalledTimes(1);
    expect(statusOf(queryClient)).toBe("succeeded");
    expect(queryClient.getQueryState(runKeys.list(PROJECT))?.isInvalidated).toBe(true);
  });
});
