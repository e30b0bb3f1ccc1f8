/** Jump to a project or run a command by typing a few letters (Ctrl/⌘-K). */
"use client";

import { FolderCode, LayoutGrid, LogOut, Monitor, Moon, Plus, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useSignOut } from "@/features/auth";
import { setThemeChoice } from "@/lib/theme";
import { Dialog } from "@/ui";
import { useProjects } from "../api";

interface Command {
  id: string;
  label: string;
  hint: string;
  icon: ReactNode;
  run: () => void;
}

const SHOWN_PROJECTS = 8;

function useCommands(): Command[] {
  const router = useRouter();
  const signOut = useSignOut();
  const projects = useProjects("");
  const found = projects.data?.pages.flatMap((page) => page.data) ?? [];
  return [
    { id: "new", label: "New app", hint: "Dashboard", icon: <Plus />, run: () => router.push("/#new") },
    {
      id: "home",
      label: "All projects",
      hint: "Dashboard",
      icon: <LayoutGrid />,
      run: () => router.push("/"),
    },
    ...found.map((project) => ({
      id: project.id,
      label: project.name,
      hint: "Project",
      icon: <FolderCode />,
      run: () => router.push(`/projects/${project.id}/`),
    })),
    { id: "light", label: "Light look", hint: "Look", icon: <Sun />, run: () => setThemeChoice("light") },
    { id: "dark", label: "Dark look", hint: "Look", icon: <Moon />, run: () => setThemeChoice("dark") },
    {
      id: "system",
      label: "Look of the system",
      hint: "Look",
      icon: <Monitor />,
      run: () => setThemeChoice("system"),
    },
    { id: "out", label: "Sign out", hint: "Account", icon: <LogOut />, run: () => signOut.mutate() },
  ];
}

export function matchCommands<Item extends { label: string; hint: string }>(
  items: Item[],
  typed: string,
): Item[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(({ label, hint }) => {
    const text = `${label} ${hint}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Without a search only a few projects are listed: the commands stay in sight. */
function visibleCommands(all: Command[], typed: string): Command[] {
  if (typed.trim() !== "") {
    return matchCommands(all, typed);
  }
  let shown = 0;
  return all.filter((command) => command.hint !== "Project" || shown++ < SHOWN_PROJECTS);
}

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const listId = useId();
  const commands = visibleCommands(useCommands(), typed);
  const current = Math.min(active, Math.max(0, commands.length - 1));
  const run = (command: Command | undefined) => {
    if (command !== undefined) {
      onClose();
      command.run();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((current + step + commands.length) % Math.max(1, commands.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(commands[current]);
    }
  };
  return (
    <Dialog
      className="overflow-hidden p-0 sm:mt-[10vh] sm:w-[34rem]"
      hideTitle
      isOpen
      onClose={onClose}
      title="Search and commands"
    >
      <input
        aria-activedescendant={
          commands[current] === undefined ? undefined : `${listId}-${commands[current].id}`
        }
        aria-controls={listId}
        aria-expanded="true"
        aria-label="Search projects and commands"
        autoFocus
        className="h-12 w-full border-b hairline bg-transparent px-4 text-[0.9375rem] text-foreground outline-none placeholder:text-muted"
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        placeholder="Search projects and commands"
        role="combobox"
        value={typed}
      />
      <div aria-label="Results" className="max-h-80 overflow-y-auto p-1.5" id={listId} role="listbox">
        {commands.map((command, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the focus stays in the field, which moves aria-activedescendant
          <div
            aria-selected={index === current}
            className="flex h-9 cursor-pointer items-center gap-3 rounded-lg px-2.5 text-foreground text-ui aria-selected:bg-default [&_svg]:size-4 [&_svg]:text-muted"
            id={`${listId}-${command.id}`}
            key={command.id}
            onClick={() => run(command)}
            onMouseMove={() => setActive(index)}
            role="option"
          >
            {command.icon}
            <span className="min-w-0 flex-1 truncate">{command.label}</span>
            <span className="text-muted text-xs">{command.hint}</span>
          </div>
        ))}
        {commands.length === 0 ? (
          <p className="px-3 py-6 text-center text-ui">Nothing matches “{typed}”.</p>
        ) : null}
      </div>
    </Dialog>
  );
}
