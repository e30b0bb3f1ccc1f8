import { describe, expect, it } from "vitest";
import type { Project } from "@/lib/types";
import { refreshInterval } from "./api";
import { authorName } from "./components/VersionHistory";

const project = (status: string) => ({ preview: { status } }) as Project;

describe("how soon a project is read again", () => {
  it("is often while its app starts, or is about to since the files changed", () => {
    expect(refreshInterval(project("starting"), undefined, 0)).toBe(500);
    expect(refreshInterval(project("ready"), 1_000, 2_000)).toBe(500);
    expect(refreshInterval(project("ready"), 1_000, 60_000)).toBe(5_000);
    expect(refreshInterval(undefined, undefined, 0)).toBe(5_000);
  });
});

describe("the author of a version", () => {
  it("is a name, never an id", () => {
    expect(authorName({ kind: "build", author: "usr_1" }, "usr_1")).toBe("VibeCaaS");
    expect(authorName({ kind: "edit", author: "usr_1" }, "usr_1")).toBe("You");
    expect(authorName({ kind: "restore", author: "usr_2" }, "usr_1")).toBe("A member");
    expect(authorName({ kind: "edit", author: "VibeCaaS" }, undefined)).toBe("VibeCaaS");
  });
});
