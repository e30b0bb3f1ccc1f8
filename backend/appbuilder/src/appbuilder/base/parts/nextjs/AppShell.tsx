import type { ReactNode } from "react";
<<imports>>
import { Shell } from "./ui/Shell";

const PAGES = [
  <<pages>>
];

/** What stands around every page. */
export function AppShell({ children }: { children: ReactNode }) {
  <<session>>
  return (
    <Shell name="<<app_name>>" pages={<<shown>>}<<tools>>>
      {children}
    </Shell>
  );
}
