import { describe, expect, it } from "vitest";
import { createEventParser } from "./sse";

describe("server-sent events", () => {
  it("puts pieces together and skips heartbeats", () => {
    const parse = createEventParser();
    expect(parse("retry: 2000\n\nid: 1\nevent: run.queued\nda")).toEqual([]);
    const events = parse('ta: {"seq": 1}\n\n: still here\n\nid: 2\nevent: step.started\ndata: {}\n\n');
    expect(events.map(({ id, event, data }) => [id, event, data])).toEqual([
      ["1", "run.queued", '{"seq": 1}'],
      ["2", "step.started", "{}"],
    ]);
  });
});
