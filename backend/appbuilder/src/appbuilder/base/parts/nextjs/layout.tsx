import type { Metadata } from "next";
import type { ReactNode } from "react";
<<imports>>

export const metadata: Metadata = {
  title: <<app_name>>,
  description: <<summary>>,
  icons: "/icon.svg",
};

// Each answer has a number of its own for its scripts: see ../proxy.ts.
export const dynamic = "force-dynamic";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    // theme.js adds to it before React takes over.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
      </head>
      <body>
        <ToastProvider>
          <<app>>
        </ToastProvider>
      </body>
    </html>
  );
}
