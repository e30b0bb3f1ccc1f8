/** A tick with its words beside it. */
"use client";

export function Checkbox({
  children,
  label,
  isSelected,
  onChange,
}: {
  children: string;
  /** What is read aloud, where the words alone do not say what they are about. */
  label?: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
}) {
  return (
    <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 whitespace-nowrap text-muted text-xs hover:text-foreground">
      <input
        aria-label={label}
        checked={isSelected}
        className="size-3.5 cursor-pointer accent-(--brand)"
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
      {children}
    </label>
  );
}
