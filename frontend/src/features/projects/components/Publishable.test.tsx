import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Version } from "@/lib/types";
import { Publishable } from "./Publishable";

const found = { code: "secret_found", message: "api/app/mail.py:3 an AWS access key. Take it out." };

function show(
  verdict: Version["publishable"]["verdict"],
  reasons: Version["publishable"]["reasons"],
  isCurrent = true,
) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return Promise.resolve(Response.json({}, { status: 202 }));
  });
  const version = { project_id: "prj_1", publishable: { verdict, run_id: null, reasons } };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Publishable isCurrent={isCurrent} isRunning={false} version={version} />
    </QueryClientProvider>,
  );
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe("whether a version can be published", () => {
  it("says every reason, and checks the newest version on request", async () => {
    const asked = show("no", [found]);
    expect(screen.getByText("Not publishable")).toBeDefined();
    expect(screen.getByText(found.message)).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Check this version" }));
    expect(asked).toEqual(["POST /api/v1/projects/prj_1/verify"]);
  });

  it("offers no check of an older version, since another app runs", () => {
    show("not_checked", [], false);
    expect(screen.getByText("Not checked")).toBeDefined();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("says nothing where nothing is against it", () => {
    show("yes", []);
    expect(screen.queryByRole("region")).toBeNull();
  });
});
