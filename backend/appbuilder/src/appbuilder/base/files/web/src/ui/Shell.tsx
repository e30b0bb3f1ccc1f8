/** The frame of every page: the app's name, navigation, light or dark. */

import { type ReactNode, useState } from "react";
import { Link, NavLink } from "react-router";
import { IconButton } from "./Button";

interface ShellProps {
  name: string;
  pages: readonly { to: string; label: string }[];
  children: ReactNode;
}

export function Shell({ name, pages, children }: ShellProps) {
  return (
    <>
      <a
        href="#content"
        className="absolute top-2 left-2 z-30 -translate-y-16 rounded-control bg-accent px-4 py-2 text-sm text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <Link to="/" className="flex min-h-14 min-w-0 items-center gap-3 font-semibold tracking-tight">
            <span aria-hidden="true" className="grid size-7 shrink-0 place-items-center rounded-control bg-accent text-sm text-on-accent">
              {[...name][0]?.toUpperCase()}
            </span>
            <span className="truncate">{name}</span>
          </Link>
          {pages.length > 1 && <Navigation pages={pages} />}
          <div className="ml-auto">
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-5xl px-4 pt-8 pb-20 sm:px-6 sm:pt-10">
        {children}
      </main>
    </>
  );
}

function Navigation({ pages }: { pages: ShellProps["pages"] }) {
  return (
    <nav aria-label="Main" className="order-last -mx-1 flex w-full gap-1 overflow-x-auto sm:order-none sm:w-auto">
      {pages.map((page) => (
        <NavLink
          key={page.to}
          to={page.to}
          className={({ isActive }) =>
            "flex min-h-11 items-center border-b-2 px-3 text-sm font-medium whitespace-nowrap sm:min-h-14 " +
            (isActive ? "border-accent-ink text-ink" : "border-transparent text-muted hover:text-ink")
          }
        >
          {page.label}
        </NavLink>
      ))}
    </nav>
  );
}

function ThemeSwitch() {
  const root = document.documentElement;
  const [theme, setTheme] = useState(root.dataset.theme);
  const other = theme === "dark" ? "light" : "dark";

  function change() {
    root.dataset.theme = other;
    setTheme(other);
    try {
      localStorage.setItem("theme", other);
    } catch {
      // A browser may forbid storing; then the choice lasts until the page is left.
    }
  }

  return <IconButton icon={other === "dark" ? "moon" : "sun"} label={`Use ${other} colours`} onClick={change} />;
}
