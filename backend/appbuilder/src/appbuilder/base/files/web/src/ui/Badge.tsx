export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

export interface Marked {
  value: string;
  label: string;
  tone?: Tone;
}

export const DOTS: Record<Tone, string> = {
  neutral: "bg-muted",
  accent: "bg-accent-edge",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
};

/** A value out of few; the words say it, the dot only helps to find it. */
export function Badge({ value, options }: { value: string | null; options: readonly Marked[] }) {
  if (value === null) return <span className="text-muted">–</span>;
  const option = options.find((each) => each.value === value);
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full border border-line bg-sunken px-2.5 py-0.5 text-xs font-medium whitespace-nowrap">
      <span className={`size-1.5 rounded-full ${DOTS[option?.tone ?? "neutral"]}`} />
      {option?.label ?? value}
    </span>
  );
}
