/** The frame of the signed-in screens: header with search, look and account; Ctrl/⌘-K everywhere. */
"use client";

import { Search } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { AccountMenu } from "@/features/auth";
import { Kbd, Shell, ThemeToggle, useModifierKey } from "@/ui";
import { CommandPalette } from "./CommandPalette";

export function AppFrame({
  title,
  actions,
  children,
  fill = false,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  fill?: boolean;
}) {
  const [paletteOpen, setPaletteOpen] = useState(false);
  const modifier = useModifierKey();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setPaletteOpen((open) => !open);
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <Shell
      actions={
        <>
          {actions}
          <button
            aria-label="Search and commands"
            className="flex h-8 items-center gap-2 rounded-lg px-2 text-muted text-ui transition-colors hover:bg-default hover:text-foreground"
            onClick={() => setPaletteOpen(true)}
            type="button"
          >
            <Search className="size-4" />
            <Kbd className="hidden md:inline-flex" keys={[modifier, "K"]} />
          </button>
          <ThemeToggle />
          <AccountMenu />
        </>
      }
      fill={fill}
      title={title}
    >
      {children}
      {paletteOpen ? <CommandPalette onClose={() => setPaletteOpen(false)} /> : null}
    </Shell>
  );
}
