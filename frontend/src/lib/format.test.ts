import { describe, expect, it } from "vitest";
import { count, duration, elapsed, fileSize, relativeTime, shortCommit } from "./format";

const NOW = new Date("2026-05-01T12:00:00Z");

describe("format", () => {
  it.each([
    ["2026-05-01T11:59:30Z", "just now"],
    ["2026-05-01T11:55:00Z", "5 minutes ago"],
    ["2026-05-01T11:00:00Z", "1 hour ago"],
    ["2026-04-30T11:00:00Z", "yesterday"],
    ["2026-04-25T12:00:00Z", "6 days ago"],
    ["2026-01-02T12:00:00Z", "2 Jan 2026"],
    ["nonsense", ""],
  ])("tells how long ago %s was", (iso, words) => {
    expect(relativeTime(iso, NOW)).toBe(words);
  });

  it("writes durations with their unit", () => {
    expect([41, 1900, 12_000, 125_000].map(duration)).toEqual(["41 ms", "1.9 s", "12 s", "2 min 5 s"]);
  });

  it("measures what still runs up to now, and never below zero", () => {
    expect(elapsed("2026-05-01T11:59:00Z", null, NOW)).toBe(60_000);
    expect(elapsed(null, null, NOW)).toBeNull();
    expect(elapsed("2026-05-01T12:00:10Z", null, NOW)).toBe(0);
  });

  it("writes sizes, counts and commits short", () => {
    expect([512, 2048, 5 * 1024 * 1024].map(fileSize)).toEqual(["512 B", "2.0 KiB", "5.0 MiB"]);
    expect([count(1, "file"), count(2, "file"), count(2, "entry", "entries")]).toEqual([
      "1 file",
      "2 files",
      "2 entries",
    ]);
    expect(shortCommit("14a9baa116ffff")).toBe("14a9baa");
  });
});
