/** Copies a short text and says so. */
"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "./Button";

const SHOWN_MS = 1500;

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return;
    }
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <IconButton className="size-6 text-muted" label={copied ? "Copied" : label} onPress={copy}>
      {copied ? <Check className="size-3.5!" /> : <Copy className="size-3.5!" />}
    </IconButton>
  );
}
