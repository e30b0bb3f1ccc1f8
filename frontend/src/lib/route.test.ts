import { describe, expect, it } from "vitest";
import { idAfter } from "./route";

describe("ids in addresses", () => {
  it("reads the segment behind the noun", () => {
    expect(idAfter("/projects/prj_01/versions/", "projects")).toBe("prj_01");
  });

  it("knows no id on the fallback page, on other pages and at the end", () => {
    expect([
      idAfter("/projects/_/", "projects"),
      idAfter("/", "projects"),
      idAfter("/projects/", "projects"),
    ]).toEqual([null, null, null]);
  });
});
