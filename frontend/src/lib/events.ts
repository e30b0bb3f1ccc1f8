/** Live events over SSE with resume: follows one stream until it ends, through sleep, reload and restarts. */
import { sessionFetch } from "./api";
import { createEventParser, type ServerEvent } from "./sse";

const HEARTBEAT_TIMEOUT_MS = 40_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 8_000;

export type StreamState = "connecting" | "live" | "reconnecting" | "ended" | "refused";

export interface StreamOptions {
  url: string;
  signal: AbortSignal;
  onEvent: (event: ServerEvent) => void;
  onState: (state: StreamState) => void;
}

/**
 * Follows a stream. Every reconnect sends the last id that was seen, so nothing is lost and nothing comes twice.
 * Ends when the server says so (204), refuses (4xx), or the signal is aborted.
 */
export async function followStream(options: StreamOptions): Promise<void> {
  let lastId: string | null = null;
  let attempt = 0;
  options.onState("connecting");
  while (!options.signal.aborted) {
    const outcome = await readOnce(options, lastId, (id) => {
      lastId = id;
      attempt = 0;
    });
    if (outcome === "ended" || outcome === "refused") {
      options.onState(outcome);
      return;
    }
    if (!options.signal.aborted) {
      options.onState("reconnecting");
      await pause(Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS), options.signal);
      attempt += 1;
    }
  }
}

type Outcome = "ended" | "refused" | "broken";

async function readOnce(
  { url, signal, onEvent, onState }: StreamOptions,
  lastId: string | null,
  onId: (id: string) => void,
): Promise<Outcome> {
  const watchdog = new AbortController();
  const headers = new Headers({ Accept: "text/event-stream" });
  if (lastId !== null) {
    headers.set("Last-Event-ID", lastId);
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => watchdog.abort(), HEARTBEAT_TIMEOUT_MS);
  };
  try {
    alive();
    const address = new URL(url, window.location.origin);
    const init = {
      headers,
      signal: AbortSignal.any([signal, watchdog.signal]),
      credentials: "same-origin",
    } as const;
    const response = await sessionFetch(new Request(address, init));
    const outcome = classify(response);
    if (outcome !== null || response.body === null) {
      return outcome ?? "broken";
    }
    onState("live");
    await readBody(response.body, alive, (event) => {
      if (event.id !== null) {
        onId(event.id);
      }
      onEvent(event);
    });
    return "broken";
  } catch {
    return "broken";
  } finally {
    clearTimeout(timer);
  }
}

/** The end of the stream, or null when it can be read. 429 and 5xx are worth another try. */
function classify(response: Response): Outcome | null {
  if (response.status === 204) {
    return "ended";
  }
  if (response.ok) {
    return null;
  }
  return response.status >= 500 || response.status === 429 ? "broken" : "refused";
}

async function readBody(
  body: ReadableStream<Uint8Array>,
  alive: () => void,
  onEvent: (event: ServerEvent) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventParser();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    alive();
    for (const event of parse(decoder.decode(value, { stream: true }))) {
      onEvent(event);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
