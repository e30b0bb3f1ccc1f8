import { describe, expect, it } from "vitest";
import { returnAddress, signInAddress } from "./session";

describe("the way to sign-in and back", () => {
  it("remembers where the person was", () => {
    const address = signInAddress("/projects/prj_1/?tab=code");
    expect(returnAddress(new URL(address, "http://localhost").search)).toBe("/projects/prj_1/?tab=code");
    expect(signInAddress("/")).toBe("/login/");
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", ""])(
    "never leads to another origin: %s",
    (next) => {
      expect(returnAddress(`?next=${encodeURIComponent(next)}`)).toBe("/");
    },
  );
});
