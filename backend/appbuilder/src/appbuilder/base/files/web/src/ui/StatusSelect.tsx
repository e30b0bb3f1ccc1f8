import { useState } from "react";
import { Problem } from "../lib/http";
import type { Marked, Tone } from "./Badge";
import { useToast } from "./Toasts";

const DOTS: Record<Tone, string> = {
  neutral: "bg-muted",
  accent: "bg-accent",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
};

interface StatusSelectProps {
  /** Names the control, as in "Status of invoice 7". */
  label: string;
  value: string | null;
  options: readonly Marked[];
  save(value: string): Promise<unknown>;
  onSaved(): void;
}

/** Shows where an entry stands, and moves it on at once. */
export function StatusSelect({ label, value, options, save, onSaved }: StatusSelectProps) {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const option = options.find((each) => each.value === value);

  async function change(next: string) {
    setBusy(true);
    try {
      await save(next);
      toast("Saved");
      onSaved();
    } catch (error) {
      toast(error instanceof Problem ? error.message : "It could not be saved.", { failed: true });
    } finally {
      setBusy(false);
    }
  }

  return (
    <span className="relative inline-flex items-center">
      <span className={`pointer-events-none absolute left-2.5 size-1.5 rounded-full ${DOTS[option?.tone ?? "neutral"]}`} />
      <select
        aria-label={label}
        value={value ?? ""}
        disabled={busy}
        onChange={(event) => change(event.target.value)}
        className="min-h-7 max-w-full appearance-none rounded-full border border-edge bg-sunken bg-(image:--chevron) bg-size-[0.75rem] bg-position-[right_0.5rem_center] bg-no-repeat py-0.5 pr-7 pl-6 text-xs font-medium hover:border-muted"
      >
        {value === null && <option value="">–</option>}
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </span>
  );
}
