import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Version } from "@/lib/types";
import { Conflicts } from "./Conflicts";

const version = { id: "ver_1", project_id: "prj_1", kind: "build" } as Version;
const file = {
  path: "api/main.py",
  status: "modified",
  insertions: 1,
  deletions: 1,
  patch: "@@ -1 +1 @@\n-mine\n+theirs\n",
  truncated: false,
};

function answer(files: unknown[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (request: Request) => {
    asked.push(`${request.method} ${decodeURIComponent(new URL(request.url).pathname)}`);
    const body = request.method === "GET" ? { object: "diff", version_id: "ver_1", base: "a", files } : {};
    return Promise.resolve(Response.json(body));
  });
  return asked;
}

function show(shown: Version) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Conflicts version={shown} />
    </QueryClientProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

describe("what a build kept", () => {
  it("is shown with the builder's lines, and can be taken", async () => {
    const asked = answer([file]);
    show(version);
    expect(await screen.findByText("1 file kept as you wrote it")).toBeDefined();
    expect(screen.getByText("mine")).toBeDefined();
    expect(screen.getByText("theirs")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Use the builder’s api/main.py" }));
    expect(await screen.findByText("Taken")).toBeDefined();
    expect(asked).toContain("POST /api/v1/versions/ver_1/conflicts/api/main.py");
  });

  it("is not asked for where nothing was merged", () => {
    const asked = answer([file]);
    show({ ...version, kind: "edit" });
    expect(asked).toEqual([]);
  });
});
