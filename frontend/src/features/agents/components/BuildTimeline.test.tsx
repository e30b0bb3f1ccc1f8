import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Run, Step } from "@/lib/types";
import { BuildTimeline } from "./BuildTimeline";

const step = (id: string, rest: Partial<Step>): Step => ({
  object: "step",
  id,
  run_id: "run_1",
  position: 1,
  kind: "backend",
  title: `Step ${id}`,
  role: "Backend engineer",
  status: "pending",
  reason: null,
  attempt: 1,
  started_at: null,
  finished_at: null,
  version_id: null,
  commit: null,
  ...rest,
});
const skipped = (id: string, message: string) =>
  step(id, { status: "skipped", reason: { code: "unchanged", message } });

function show(steps: Step[], onVersion = vi.fn()) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BuildTimeline onVersion={onVersion} run={{ id: "run_1", status: "succeeded", steps } as Run} />
    </QueryClientProvider>,
  );
  return onVersion;
}

describe("the steps of a run", () => {
  it("say why a step was skipped", () => {
    show([skipped("a", "The plan has no database.")]);
    expect(screen.getByText("Skipped. The plan has no database.")).toBeDefined();
  });

  it("say one reason once for steps in a row", () => {
    show([skipped("a", "No change."), skipped("b", "No change."), skipped("c", "Another cause.")]);
    expect(screen.getAllByText("Skipped. No change.")).toHaveLength(1);
    expect(screen.getByText("Skipped. Another cause.")).toBeDefined();
  });

  it("open the version that a step made", async () => {
    const onVersion = show([
      step("a", { status: "committed", version_id: "ver_1", commit: "0123456789abcdef" }),
    ]);
    await userEvent.click(screen.getByRole("button", { name: "0123456" }));
    expect(onVersion).toHaveBeenCalledWith("ver_1");
  });
});
