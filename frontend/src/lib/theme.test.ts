import { beforeEach, describe, expect, it, vi } from "vitest";
import { readThemeChoice, setThemeChoice } from "./theme";

describe("the look", () => {
  beforeEach(() => {
    window.localStorage.clear();
    vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: () => undefined }));
  });

  it("follows the system until somebody chooses", () => {
    expect(readThemeChoice()).toBe("system");
    setThemeChoice("light");
    expect([readThemeChoice(), document.documentElement.dataset.theme]).toEqual(["light", "light"]);
    setThemeChoice("system");
    expect(document.documentElement.dataset.theme).toBe("dark");
  });
});
