import { describe, expect, it } from "vitest";
import { asForm, inWords, problemsAt, type SpecJson, specProblems, steps, withValue } from "./spec";

const SPEC: SpecJson = {
  app: { name: "Notes" },
  theme: { mode: "auto", accent: null },
  entities: [
    {
      id: "e_note",
      name: "note",
      plural: "notes",
      behaviours: { create: true },
      fields: [{ id: "f_title", label: "Title", type: "text", required: true, options: [] }],
    },
  ],
  pages: [],
};

const problem = (pointer: string) => ({ pointer, code: "bad_format", detail: pointer });

describe("a spec in the plan view", () => {
  it("is changed in a copy that keeps everything else", () => {
    const changed = withValue(SPEC, ["entities", 0, "fields", 0, "label"], "Headline");
    expect(asForm(changed)?.entities[0]?.fields[0]?.label).toBe("Headline");
    expect(asForm(SPEC)?.entities[0]?.fields[0]?.label).toBe("Title");
    expect(changed.pages).toBe(SPEC.pages);
  });

  it.each([
    ["no theme", { ...SPEC, theme: 5 }],
    ["entities that are no list", { ...SPEC, entities: {} }],
    ["an entity without fields", { ...SPEC, entities: [{ id: "e_note", name: "note", behaviours: {} }] }],
    ["a field without a label", withValue(SPEC, ["entities", 0, "fields", 0, "label"], 5)],
  ])("is no form with %s", (_, spec) => {
    expect(asForm(spec)).toBeNull();
  });

  it("names things in words", () => {
    expect(inWords("order_item")).toBe("Order item");
  });

  it("reads pointers", () => {
    expect(steps("")).toEqual([]);
    expect(steps("/a~1b/0/c~0d")).toEqual(["a/b", "0", "c~d"]);
  });

  it("tells each problem at the smallest place that shows it", () => {
    const found = specProblems(
      ["/spec/entities/0/fields/0/label", "/spec/entities/0", "/spec/entities/01", "/edits/0", "/spec"].map(
        problem,
      ),
    );
    expect(found.map(({ pointer }) => pointer)).toEqual([
      "/entities/0/fields/0/label",
      "/entities/0",
      "/entities/01",
      "",
    ]);
    const at = (place: string, smaller: string[] = []) =>
      problemsAt(found, place, smaller).map(({ pointer }) => pointer);
    expect(at("/entities/0/fields/0")).toEqual(["/entities/0/fields/0/label"]);
    expect(at("/entities/0", ["/entities/0/fields/0"])).toEqual(["/entities/0"]);
  });
});
