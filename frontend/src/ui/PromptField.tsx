/** The box in which a person says what should be built: grows with the text, Ctrl/⌘-Enter sends. */
"use client";

import { ArrowUp } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, type ReactNode, type RefObject, useId } from "react";
import { Button } from "./Button";
import { Kbd, useModifierKey } from "./Kbd";

export const PROMPT_LIMIT = 20_000;
const LINE_REM = 1.5;
const COUNT_SHOWN_FROM = 16_000;

export function promptProblem(text: string): string | null {
  const over = text.length - PROMPT_LIMIT;
  return over > 0
    ? `${over.toLocaleString("en-GB")} characters too many: a request has at most 20,000. Shorten it, or send the rest as a follow-up.`
    : null;
}

export function PromptField({
  label,
  placeholder,
  value,
  onChange,
  onSend,
  pending,
  sendLabel,
  rows = 3,
  options,
  inputRef,
}: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  onSend: () => void;
  pending: boolean;
  sendLabel: string;
  rows?: number;
  options?: ReactNode;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
}) {
  const noteId = useId();
  const modifier = useModifierKey();
  const problem = promptProblem(value);
  const ready = value.trim() !== "" && problem === null && !pending;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && ready) {
      event.preventDefault();
      onSend();
    }
  };
  return (
    <div className="rounded-xl border border-field-border bg-field shadow-field transition-colors focus-within:border-brand focus-within:ring-3 focus-within:ring-brand/15">
      <textarea
        aria-describedby={problem === null ? undefined : noteId}
        aria-invalid={problem !== null}
        aria-label={label}
        className="field-sizing-content min-h-(--prompt-height) block max-h-72 w-full resize-none bg-transparent px-4 pt-3.5 pb-1 text-[0.9375rem] leading-6 outline-none placeholder:text-muted"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        ref={inputRef}
        rows={rows}
        style={{ "--prompt-height": `${rows * LINE_REM + 1.125}rem` } as CSSProperties}
        value={value}
      />
      {problem === null ? null : (
        <p className="px-4 pt-1 text-critical text-ui" id={noteId} role="alert">
          {problem}
        </p>
      )}
      <div className="flex items-center gap-3 px-3 pt-1 pb-3">
        <div className="min-w-0 flex-1">{options}</div>
        {value.length >= COUNT_SHOWN_FROM ? (
          <span className="text-muted text-xs tabular-nums">
            {value.length.toLocaleString("en-GB")} / 20,000
          </span>
        ) : null}
        <Kbd className="hidden sm:inline-flex" keys={[modifier, "Enter"]} />
        <Button isDisabled={!ready} isPending={pending} onPress={onSend} size="sm" variant="primary">
          <ArrowUp />
          {sendLabel}
        </Button>
      </div>
    </div>
  );
}
