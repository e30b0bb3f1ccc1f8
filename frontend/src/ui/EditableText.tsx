/** A name that can be written over where it stands: Enter or leaving takes it, Escape brings the old one back. */
"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

export function EditableText({
  label,
  value,
  onCommit,
  problem,
  placeholder,
  className = "",
}: {
  label: string;
  value: string;
  /** Told the new text; false brings the old one back. */
  onCommit: (value: string) => Promise<boolean> | undefined;
  problem?: string | undefined;
  placeholder?: string;
  className?: string;
}) {
  const [text, setText] = useState(value);
  const problemId = useId();
  const isLeaving = useRef(false);
  useEffect(() => setText(value), [value]);
  const commit = async () => {
    const next = text.trim();
    if (isLeaving.current || next === value) {
      isLeaving.current = false;
      setText(value);
      return;
    }
    if ((await onCommit(next)) === false) {
      setText(value);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      isLeaving.current = true;
    }
    if (event.key === "Escape" || event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.blur();
    }
  };
  return (
    <span className={`block min-w-0 ${className}`}>
      <input
        aria-describedby={problem === undefined ? undefined : problemId}
        aria-invalid={problem !== undefined}
        aria-label={label}
        className="h-8 w-full min-w-0 rounded-md border border-transparent bg-transparent px-2 text-ui transition-colors placeholder:text-muted hover:border-field-border focus:border-brand focus:bg-field focus:outline-none focus:ring-3 focus:ring-brand/15 aria-invalid:border-critical/60"
        maxLength={80}
        onBlur={() => void commit()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        value={text}
      />
      {problem === undefined ? null : (
        <span className="block px-2 pt-0.5 text-critical text-xs" id={problemId}>
          {problem}
        </span>
      )}
    </span>
  );
}
