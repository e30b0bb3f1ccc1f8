/** Numbers and times as people read them. Pure; the clock is passed in. */

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/** "just now", "5 minutes ago", "yesterday", "3 days ago", then the date. */
export function relativeTime(iso: string, now: Date): string {
  const seconds = (now.getTime() - new Date(iso).getTime()) / 1000;
  if (Number.isNaN(seconds)) {
    return "";
  }
  if (seconds < 45) {
    return "just now";
  }
  if (seconds < HOUR_SECONDS) {
    return ago(Math.max(1, Math.round(seconds / MINUTE_SECONDS)), "minute");
  }
  if (seconds < DAY_SECONDS) {
    return ago(Math.round(seconds / HOUR_SECONDS), "hour");
  }
  const days = Math.round(seconds / DAY_SECONDS);
  if (days === 1) {
    return "yesterday";
  }
  return days < 14 ? ago(days, "day") : dateOnly(iso);
}

function ago(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}

function dateOnly(iso: string): string {
  return new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}

/** The exact local time, for the tooltip of a relative one. */
export function exactTime(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}

/** "41 ms", "1.9 s", "12 s", "2 min 5 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) {
    return `${Math.max(0, Math.round(milliseconds))} ms`;
  }
  const seconds = milliseconds / 1000;
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  if (seconds < MINUTE_SECONDS) {
    return `${Math.round(seconds)} s`;
  }
  const whole = Math.round(seconds);
  return `${Math.floor(whole / MINUTE_SECONDS)} min ${whole % MINUTE_SECONDS} s`;
}

/** Milliseconds between two times; the second may be missing for something that still runs. */
export function elapsed(startedAt: string | null, finishedAt: string | null, now: Date): number | null {
  if (startedAt === null) {
    return null;
  }
  const end = finishedAt === null ? now.getTime() : new Date(finishedAt).getTime();
  return Math.max(0, end - new Date(startedAt).getTime());
}

export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${value.toLocaleString("en-GB")} ${value === 1 ? singular : plural}`;
}

export function fileSize(sizeBytes: number): string {
  if (sizeBytes < 1024) {
    return `${sizeBytes} B`;
  }
  const kib = sizeBytes / 1024;
  return kib < 1024 ? `${kib.toFixed(1)} KiB` : `${(kib / 1024).toFixed(1)} MiB`;
}

export function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}
