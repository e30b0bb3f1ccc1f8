/** Route: Sign in. */
import type { Metadata } from "next";
import { SignIn } from "@/features/auth";

export const metadata: Metadata = { title: "Sign in · VibeCaaS" };

export default function Page() {
  return <SignIn />;
}
