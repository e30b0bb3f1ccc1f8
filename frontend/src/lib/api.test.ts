import { afterEach, describe, expect, it, vi } from "vitest";
import { api, sessionFetch, unwrap } from "./api";
import { ApiError } from "./problem";

const REFRESH = "/api/v1/auth/refresh";

/** A server of one answer after another; tells what it was asked. */
function serve(...answers: Response[]) {
  const asked: { address: string; headers: Headers }[] = [];
  vi.stubGlobal("fetch", async (input: Request | string) => {
    const request = new Request(input);
    asked.push({ address: new URL(request.url).pathname, headers: request.headers });
    const answer = answers.shift();
    if (answer === undefined) {
      throw new TypeError("connection refused");
    }
    return answer;
  });
  return asked;
}

const problem = (status: number, code: string) =>
  Response.json({ status, code, detail: "What happened and what to do." }, { status });

describe("the client of the API", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("keeps the slashes of a file's path and encodes the rest", async () => {
    const asked = serve(new Response("text"));
    await api.GET("/api/v1/projects/{project_id}/files/{path}", {
      params: { path: { project_id: "prj_1", path: "web/src/a b?.ts" } },
      parseAs: "text",
    });
    expect(asked[0]?.address).toBe("/api/v1/projects/prj_1/files/web/src/a%20b%3F.ts");
  });

  it("sends the CSRF header with writes only", async () => {
    const asked = serve(new Response(), new Response());
    await sessionFetch(new Request("/api/v1/projects"));
    await sessionFetch(new Request("/api/v1/projects", { method: "POST" }));
    expect(asked.map(({ headers }) => headers.get("X-Vibecaas-CSRF"))).toEqual([null, "1"]);
  });

  it("renews an expired session once and asks again", async () => {
    const asked = serve(problem(401, "unauthenticated"), Response.json({}), Response.json({ ok: true }));
    const answer = await sessionFetch(new Request("/api/v1/projects"));
    expect(answer.status).toBe(200);
    expect(asked.map(({ address }) => address)).toEqual(["/api/v1/projects", REFRESH, "/api/v1/projects"]);
  });

  it("does not renew anything when a password was wrong", async () => {
    const asked = serve(problem(401, "wrong_credentials"));
    await sessionFetch(new Request("/api/v1/auth/login", { method: "POST" }));
    expect(asked).toHaveLength(1);
  });

  it("turns problems and a server that is away into errors for people", async () => {
    serve(problem(409, "run_in_progress"));
    const conflict = await unwrap(api.GET("/api/v1/users/me")).catch((error: unknown) => error);
    expect(conflict).toBeInstanceOf(ApiError);
    expect(conflict).toMatchObject({
      status: 409,
      code: "run_in_progress",
      message: "What happened and what to do.",
    });
    const away = await unwrap(api.GET("/api/v1/users/me")).catch((error: unknown) => error);
    expect(away).toMatchObject({ status: 0, code: "network", retryable: true });
  });
});
