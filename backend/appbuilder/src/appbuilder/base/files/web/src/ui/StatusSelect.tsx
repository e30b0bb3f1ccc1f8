import { useState } from "react";
import { reasonOf } from "../lib/http";
import { DOTS, type Marked } from "./Badge";
import { useToast } from "./Toasts";

export interface StatusSelectProps {
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
      toast(reasonOf(error, "It could not be saved."), { failed: true });
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
        className="pill pl-6"
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
