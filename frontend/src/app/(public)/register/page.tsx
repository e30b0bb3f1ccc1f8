/** Route: Create an account. */
import type { Metadata } from "next";
import { Register } from "@/features/auth";

export const metadata: Metadata = { title: "Create an account · VibeCaaS" };

export default function Page() {
  return <Register />;
}
