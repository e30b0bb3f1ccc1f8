/** Light, dark or the system's choice: stored in this browser, applied before the first paint. */
"use client";

import { useSyncExternalStore } from "react";
import { THEME_KEY } from "./theme-script";

export type ThemeChoice = "system" | "light" | "dark";

const CHANGED = "vibecaas:theme";

export function readThemeChoice(): ThemeChoice {
  try {
    const stored = window.localStorage.getItem(THEME_KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

export function setThemeChoice(choice: ThemeChoice): void {
  try {
    window.localStorage.setItem(THEME_KEY, choice);
  } catch {
    // without storage the choice lives as long as the page
  }
  applyTheme(choice);
  window.dispatchEvent(new Event(CHANGED));
}

function applyTheme(choice: ThemeChoice): void {
  const dark = choice === "dark" || (choice === "system" && systemIsDark());
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function systemIsDark(): boolean {
  return window.matchMedia("(prefers-color-scheme: dark)").matches;
}

function subscribe(notify: () => void): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    applyTheme(readThemeChoice());
    notify();
  };
  system.addEventListener("change", follow);
  window.addEventListener("storage", follow);
  window.addEventListener(CHANGED, notify);
  return () => {
    system.removeEventListener("change", follow);
    window.removeEventListener("storage", follow);
    window.removeEventListener(CHANGED, notify);
  };
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, readThemeChoice, () => "system");
}
