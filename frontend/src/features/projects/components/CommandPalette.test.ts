import { expect, it } from "vitest";
import { matchCommands } from "./CommandPalette";

it("finds commands by all words typed, in name and hint", () => {
  const items = [
    { label: "Guestbook", hint: "Project" },
    { label: "Dark look", hint: "Look" },
  ];
  expect(matchCommands(items, "project guest").map(({ label }) => label)).toEqual(["Guestbook"]);
  expect(matchCommands(items, "LOOK").map(({ label }) => label)).toEqual(["Dark look"]);
  expect(matchCommands(items, "nothing")).toEqual([]);
});
