import { describe, expect, it } from "vitest";
import { ApiError, isStatus, networkError, toApiError } from "./problem";

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

describe("problems of the API", () => {
  it("keeps code, words, fields and the id to quote", () => {
    const field = { pointer: "/prompt", code: "too_long", detail: "at most 20000 characters" };
    const error = toApiError(
      {
        code: "validation_failed",
        detail: "Too long.",
        request_id: "req_1",
        errors: [field, "odd"],
        retryable: false,
      },
      answer(422),
    );
    expect(error).toBeInstanceOf(ApiError);
    expect([error.code, error.message, error.requestId, error.fields]).toEqual([
      "validation_failed",
      "Too long.",
      "req_1",
      [field],
    ]);
  });

  it("says something readable about an answer that is no problem", () => {
    const error = toApiError("<html>", answer(502, { "X-Request-Id": "req_2" }));
    expect([error.code, error.message, error.requestId]).toEqual([
      "http_502",
      "The server answered with status 502.",
      "req_2",
    ]);
  });

  it("tells no answer at all from a refusal", () => {
    expect([isStatus(networkError(), 0), networkError().retryable, isStatus(new Error("x"), 0)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
