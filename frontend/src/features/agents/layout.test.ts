import { describe, expect, it } from "vitest";
import { clampWidth, PANES, togglePane, visiblePanes } from "./layout";

describe("panes of the workbench", () => {
  it("keeps their order, and one is always in sight", () => {
    expect(togglePane(["conversation", "preview"], "code")).toEqual(PANES);
    expect(togglePane(["preview"], "preview")).toEqual(["preview"]);
  });

  it("shows one on a phone, two on a tablet, any on a desk", () => {
    expect(visiblePanes("phone", "code", PANES)).toEqual(["code"]);
    expect(visiblePanes("tablet", "conversation", PANES)).toEqual(["conversation", "preview"]);
    expect(visiblePanes("desk", "code", ["preview", "conversation"])).toEqual(["conversation", "preview"]);
  });

  it("limits widths", () => {
    expect([clampWidth("conversation", 10), clampWidth("code", 5000)]).toEqual([320, 960]);
  });
});
