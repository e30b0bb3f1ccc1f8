/** Routes for signed-in people. */
import type { ReactNode } from "react";
import { SessionGate } from "@/features/auth";

export default function AppLayout({ children }: { children: ReactNode }) {
  return <SessionGate>{children}</SessionGate>;
}
