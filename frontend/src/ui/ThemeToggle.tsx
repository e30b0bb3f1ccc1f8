/** Switches between the system's look, light and dark. */
"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { setThemeChoice, type ThemeChoice, useThemeChoice } from "@/lib/theme";
import { IconButton } from "./Button";

const NEXT: Record<ThemeChoice, ThemeChoice> = { system: "light", light: "dark", dark: "system" };
const ICON = { system: Monitor, light: Sun, dark: Moon } as const;
const LABEL: Record<ThemeChoice, string> = {
  system: "Look: as the system. Switch to light",
  light: "Look: light. Switch to dark",
  dark: "Look: dark. Switch to the system's",
};

export function ThemeToggle() {
  const choice = useThemeChoice();
  const Icon = ICON[choice];
  return (
    <IconButton label={LABEL[choice]} onPress={() => setThemeChoice(NEXT[choice])}>
      <Icon />
    </IconButton>
  );
}
