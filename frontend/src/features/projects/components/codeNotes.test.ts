import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { placeOf } from "./codeNotes";

const TEXT = `{
  "app": { "name": "Notes" },
  "entities": [
    { "id": "e_note", "fields": [1, "two", { "a/b": null }] }
  ]
}`;

function marked(pointer: string): string | null {
  const state = EditorState.create({ doc: TEXT, extensions: [json()] });
  const place = placeOf(state, pointer);
  return place === null ? null : state.sliceDoc(place.from, place.to);
}

describe("the place of a note in JSON", () => {
  it.each([
    ["/app/name", '"name": "Notes"'],
    ["/entities/0/fields/1", '"two"'],
    ["/entities/0/fields/2/a~1b", '"a/b": null'],
    ["/entities", '"entities": ['],
    ["", "{"],
  ])("is found: %s", (pointer, text) => {
    expect(marked(pointer)).toBe(text);
  });

  it("is the innermost that exists, when something is missing there", () => {
    expect(marked("/app/slug")).toBe('"app": { "name": "Notes" }');
    expect(marked("/entities/7/id")).toBe('"entities": [');
  });

  it("is none in what is no JSON", () => {
    const state = EditorState.create({ doc: "", extensions: [json()] });
    expect(placeOf(state, "/app")?.to ?? 0).toBe(0);
  });
});
