import { describe, expect, it } from "vitest";
import type { Check, Run, Step } from "@/lib/types";
import { appendOutput, isActive, mergeCheck, mergeRun, mergeStep, progressFacts } from "./merge";

const step = (id: string, position: number, status: string, attempt = 1) =>
  ({ id, position, status, attempt }) as Step;
const run = (status: string, steps: Step[] = []) => ({ id: "run_1", status, steps }) as unknown as Run;
const check = (id: string, status: string) => ({ id, status }) as Check;

describe("events written into what is known", () => {
  it("never lead back: a replayed stream changes nothing", () => {
    const known = run("succeeded");
    expect(mergeRun(known, run("building"))).toBe(known);
    expect(mergeRun(run("planning"), run("building")).status).toBe("building");
    expect(mergeRun(run("planning"), run("paused_by_a_newer_server")).status).toBe(
      "paused_by_a_newer_server",
    );
  });

  it("replace a step by its further state or its next attempt", () => {
    const known = run("building", [step("a", 1, "committed"), step("b", 2, "running")]);
    expect(mergeStep(known, step("b", 2, "running"))).toEqual(known);
    expect(mergeStep(known, step("b", 2, "committed")).steps[1]?.status).toBe("committed");
    expect(mergeStep(known, step("a", 1, "running", 2)).steps[0]?.attempt).toBe(2);
    expect(mergeStep(known, step("c", 0, "pending")).steps.map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });

  it("keep one result for each check and the end of long output", () => {
    expect(mergeCheck([check("x", "failed")], check("x", "passed"))).toEqual([check("x", "passed")]);
    expect(appendOutput({ s: "a".repeat(16_000) }, "s", "end")["s"]?.endsWith("end")).toBe(true);
    expect(appendOutput({ s: "a".repeat(16_000) }, "s", "end")["s"]).toHaveLength(16_000);
  });

  it("say how far it is in facts", () => {
    const going = run("verifying", [step("a", 1, "committed"), step("b", 2, "running")]);
    expect(progressFacts(going, [check("x", "passed")], 5)).toBe("Step 2 of 2 · 1 of 5 checks");
    expect([isActive(going), isActive(run("failed")), isActive(null)]).toEqual([true, false, false]);
  });
});
