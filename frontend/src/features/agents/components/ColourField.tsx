/** A colour by name or code, with the browser's own picker beside it; empty means that the app chooses. */
"use client";

import { useEffect, useRef } from "react";
import { EditableText } from "@/ui";

const CODE = /^#[0-9a-f]{6}$/i;
const NO_COLOUR = "#808080";

/** The code of a colour that may be a name: the picker knows only codes, the browser knows all names. */
function codeOf(value: string | null): string {
  if (value === null || CODE.test(value)) {
    return value ?? NO_COLOUR;
  }
  const probe = document.createElement("span");
  probe.style.color = value;
  document.body.append(probe);
  const parts = probe.style.color === "" ? null : getComputedStyle(probe).color.match(/\d+/g);
  probe.remove();
  return parts === null
    ? NO_COLOUR
    : `#${parts
        .slice(0, 3)
        .map((part) => Number(part).toString(16).padStart(2, "0"))
        .join("")}`;
}

export function ColourField({
  label,
  value,
  onCommit,
  problem,
}: {
  label: string;
  value: string | null;
  onCommit: (value: string | null) => void;
  problem: string | undefined;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const commit = useRef(onCommit);
  commit.current = onCommit;
  useEffect(() => {
    const input = picker.current;
    // React's onChange tells every colour on the way; the browser's own tells the one that was chosen
    const choose = () => commit.current(input?.value ?? null);
    input?.addEventListener("change", choose);
    return () => input?.removeEventListener("change", choose);
  }, []);
  useEffect(() => {
    if (picker.current !== null) {
      picker.current.value = codeOf(value);
    }
  }, [value]);
  return (
    <div className="flex items-start gap-2">
      <input
        aria-label={`Pick: ${label}`}
        className={`mt-1 size-6 shrink-0 cursor-pointer rounded border border-field-border bg-transparent p-0 [&::-webkit-color-swatch-wrapper]:p-0.5 [&::-webkit-color-swatch]:rounded-sm [&::-webkit-color-swatch]:border-0 ${value === null ? "opacity-40" : ""}`}
        ref={picker}
        type="color"
      />
      <span aria-hidden="true" className="w-20 shrink-0 pt-1.5 text-muted text-xs">
        {label}
      </span>
      <EditableText
        className="flex-1"
        label={label}
        onCommit={async (text) => {
          onCommit(text === "" ? null : text);
          return true;
        }}
        placeholder="chosen to fit"
        problem={problem}
        value={value ?? ""}
      />
    </div>
  );
}
