/** The frame of every page: the app's name, navigation, light or dark, and the foot. */

import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
// if nextjs
import { InBrowser } from "../lib/browser";
// end if
import { IconButton } from "./Button";

interface ShellProps {
  name: string;
  pages: readonly { to: string; label: string }[];
  /** What stands at the end of the head, on every page. */
  tools?: ReactNode;
  children: ReactNode;
}

export function Shell({ name, pages, tools, children }: ShellProps) {
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);

  function closeMenu(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    event.currentTarget.querySelector<HTMLElement>("[aria-controls=navigation]")?.focus();
  }

  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="absolute top-2 left-2 z-30 -translate-y-16 rounded-control bg-accent px-4 py-2 text-sm text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-surface print:hidden" onKeyDown={closeMenu}>
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <Link to="/" className="flex min-h-14 min-w-0 flex-1 items-center gap-3 font-semibold tracking-tight sm:flex-none">
            <span aria-hidden="true" className="grid size-7 shrink-0 place-items-center rounded-control bg-accent text-sm text-on-accent">
              {[...name][0]?.toUpperCase()}
            </span>
            <span className="truncate">{name}</span>
          </Link>
          {pages.length > 1 && <Navigation pages={pages} open={open} />}
          <div className="ml-auto flex items-center">
            {tools}
            {/* if nextjs */}
            <InBrowser>
              <ThemeSwitch />
            </InBrowser>
            {/* else */}
            <ThemeSwitch />
            {/* end if */}
            {pages.length > 1 && (
              <span className="sm:hidden">
                <IconButton
                  icon={open ? "close" : "menu"}
                  label={open ? "Close menu" : "Open menu"}
                  aria-expanded={open}
                  aria-controls="navigation"
                  onClick={() => setOpen(!open)}
                />
              </span>
            )}
          </div>
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-7xl flex-1 px-4 pt-8 pb-20 sm:px-6 sm:pt-10">
        {children}
      </main>
      <footer className="border-t border-line print:hidden">
        <p className="mx-auto max-w-7xl px-4 py-6 text-sm text-muted sm:px-6">{name}</p>
      </footer>
    </div>
  );
}

/** From which width on the pages have room beside the app's name, by the letters of their labels. */
const ROOM = [
  { letters: 40, nav: "sm:order-none sm:w-auto", link: "sm:min-h-14" },
  { letters: 60, nav: "lg:order-none lg:w-auto", link: "lg:min-h-14" },
  { letters: 95, nav: "xl:order-none xl:w-auto", link: "xl:min-h-14" },
];

/** A row where there is room for it; with many pages a row of its own; on a phone a list behind a button. */
function Navigation({ pages, open }: { pages: ShellProps["pages"]; open: boolean }) {
  const letters = pages.reduce((sum, page) => sum + page.label.length + 4, 0);
  const room = ROOM.find((each) => letters <= each.letters);
  return (
    <nav
      id="navigation"
      aria-label="Main"
      className={
        `order-last w-full flex-col pb-3 sm:-mx-1 sm:flex sm:flex-row sm:flex-wrap sm:gap-x-1 sm:pb-0 ` +
        `${room?.nav ?? ""} ${open ? "flex" : "hidden"}`
      }
    >
      {pages.map((page) => (
        <NavLink
          key={page.to}
          to={page.to}
          end={page.to === "/"}
          className={({ isActive }) =>
            "flex min-h-11 items-center px-3 text-sm font-medium max-sm:rounded-control sm:border-b-2 sm:whitespace-nowrap " +
            `${room?.link ?? ""} ` +
            (isActive
              ? "text-ink max-sm:bg-sunken sm:border-accent-ink"
              : "text-muted hover:text-ink sm:border-transparent")
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
