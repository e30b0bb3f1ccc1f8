import { type InputHTMLAttributes, useState } from "react";
import { Icon } from "./Icon";

/** A place to choose a file or to drop it on: the browser's own control lies over it, unseen, and does all the work. */
export function FileDrop({ text, ...input }: InputHTMLAttributes<HTMLInputElement> & { text: string }) {
  const [over, setOver] = useState(false);
  const look = over ? "border-accent-ink bg-accent-soft" : input["aria-invalid"] ? "border-danger-ink" : "border-edge bg-surface";
  return (
    <div
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
      className={`relative flex min-h-16 items-center justify-center gap-2 rounded-control border border-dashed px-4 py-3 text-center text-sm hover:border-muted has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink ${look}`}
    >
      <Icon name="up" className="size-4.5 shrink-0 text-muted" />
      <span aria-hidden="true" className={input.disabled ? "text-muted" : "font-medium"}>
        {text}
      </span>
      <input {...input} type="file" title="" className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-default" />
    </div>
  );
}
