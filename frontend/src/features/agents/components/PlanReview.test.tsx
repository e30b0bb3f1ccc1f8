import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/types";
import { PlanReview } from "./PlanReview";

const PLAN: Plan = {
  object: "plan",
  run_id: "run_1",
  etag: "e",
  status: "proposed",
  summary: "A guestbook with entries.",
  spec: {},
  outline: {
    entities: [
      {
        name: "Entry",
        fields: [{ name: "Message", type: "long text", required: true, note: "" }],
        behaviours: ["Newest first"],
      },
    ],
    pages: [{ title: "Entries", route: "/", layout: "list" }],
    theme: { mode: "light", accent: "#112233", background: "#fff", surface: "#fff", text: "#000" },
  },
  included: [{ phrase: "newest first", element: "entries are sorted by time" }],
  not_included: ["Payments: the planner knows no shop."],
  changes: [],
  diff: { proposed: [], current: null },
  checks: [{ id: "c1", title: "An entry can be added", kind: "browser" }],
  estimate: { seconds: 20, amount_minor: 0, currency: "USD" },
};

function show(canDecide: boolean, plan = PLAN) {
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <PlanReview canDecide={canDecide} plan={plan} projectId="prj_1" />
    </QueryClientProvider>,
  );
}

describe("the plan", () => {
  it("says what is not included and asks for a decision", () => {
    show(true);
    expect(screen.getByRole("heading", { name: "Not included" })).toBeDefined();
    expect(screen.getByText("Payments: the planner knows no shop.")).toBeDefined();
    expect(screen.getByRole("button", { name: "Approve and build" })).toBeDefined();
  });

  it("has no decision left once it was approved, and no empty section", () => {
    show(false, { ...PLAN, status: "approved", not_included: [] });
    expect(screen.getByText("Approved")).toBeDefined();
    expect(screen.queryByRole("button", { name: "Approve and build" })).toBeNull();
    expect(screen.queryByRole("heading", { name: "Not included" })).toBeNull();
  });
});
