/** Route: Welcome. */
import type { Metadata } from "next";
import { Welcome } from "@/features/auth";

export const metadata: Metadata = { title: "Welcome · VibeCaaS" };

export default function Page() {
  return <Welcome />;
}
