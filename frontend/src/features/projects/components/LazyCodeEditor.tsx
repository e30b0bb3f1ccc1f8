/** The code editor, loaded when it is shown for the first time. */
"use client";

import dynamic from "next/dynamic";
import { Loading } from "@/ui";

export const CodeEditor = dynamic(() => import("./CodeEditor").then((module) => module.CodeEditor), {
  ssr: false,
  loading: () => <Loading label="Loading the editor" />,
});
