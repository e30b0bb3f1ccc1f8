/** Route: the workbench. The export has one page for all projects; the id is read from the address. */
import type { Metadata } from "next";
import { Workbench } from "@/features/agents";

export const metadata: Metadata = { title: "Project · VibeCaaS" };

export const dynamicParams = false;

export function generateStaticParams() {
  return [{ project: "_" }];
}

export default function Page() {
  return <Workbench />;
}
