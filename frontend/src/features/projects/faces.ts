/** How states of projects and runs are said: one tone, one word. Unknown states are shown as they come. */
import type { Project, RunSummary } from "@/lib/types";
import type { Tone } from "@/ui";

export interface Face {
  tone: Tone;
  label: string;
}

const RUN_FACES: Record<string, Face> = {
  queued: { tone: "progress", label: "Queued" },
  planning: { tone: "progress", label: "Planning" },
  awaiting_approval: { tone: "waiting", label: "Plan to review" },
  building: { tone: "progress", label: "Building" },
  verifying: { tone: "progress", label: "Checking" },
  succeeded: { tone: "positive", label: "Done" },
  failed: { tone: "critical", label: "Failed" },
  cancelled: { tone: "neutral", label: "Stopped" },
  capped: { tone: "caution", label: "Limit reached" },
};

const ACTIVE = new Set(["queued", "planning", "awaiting_approval", "building", "verifying"]);

export function runFace(run: RunSummary): Face {
  return RUN_FACES[run.status] ?? { tone: "neutral", label: run.status };
}

/** A project says what its run is doing; at rest it says what state the app is in. */
export function projectFace(project: Project): Face {
  const run = project.latest_run;
  if (run !== null && ACTIVE.has(run.status)) {
    return runFace(run);
  }
  if (project.preview?.status === "failed") {
    return { tone: "critical", label: "Preview down" };
  }
  switch (project.status) {
    case "ready":
      return project.preview?.status === "stopped"
        ? { tone: "neutral", label: "Stopped" }
        : { tone: "positive", label: "Ready" };
    case "failed":
      return { tone: "critical", label: "Last run failed" };
    case "building":
      return { tone: "progress", label: "Building" };
    case "empty":
      return { tone: "neutral", label: "Empty" };
    default:
      return { tone: "neutral", label: project.status };
  }
}
