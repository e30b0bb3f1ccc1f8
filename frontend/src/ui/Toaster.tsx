/** Short notes at the edge of the window: something worked, something did not. */
"use client";

import { Toast, toast } from "@heroui/react";

const SHOWN_MS = 5000;

export function Toaster() {
  return <Toast.Provider placement="bottom end" width={380} />;
}

export const announce = {
  done: (title: string, description?: string) => toast.success(title, { description, timeout: SHOWN_MS }),
  failed: (title: string, error: unknown) =>
    toast.danger(title, {
      description: error instanceof Error ? error.message : undefined,
      timeout: SHOWN_MS * 2,
    }),
};
