import { useState } from "react";
import { count } from "../lib/format";
import { reasonOf, request } from "../lib/http";
import { useLoad } from "../lib/load";
import { Button } from "../ui/Button";
import { useToast } from "../ui/Toasts";

interface SampleNoticeProps {
  /** The id of what is listed, as the API names it. */
  kind: string;
  onRemoved(): void;
}

/** Says that a list shows examples, as long as nobody changed them, and removes those of the whole app. */
export function SampleNotice({ kind, onRemoved }: SampleNoticeProps) {
  const { data, reload } = useLoad("samples", () => request<Record<string, number>>("GET", "/api/samples"));
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const number = data?.[kind] ?? 0;
  if (number === 0) return null;

  async function remove() {
    setBusy(true);
    try {
      await request("DELETE", "/api/samples");
      toast("Examples removed");
      reload();
      onRemoved();
    } catch (error) {
      toast(reasonOf(error, "They could not be removed."), { failed: true });
    } finally {
      setBusy(false);
    }
  }

  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-accent-soft px-4 py-2 text-sm text-accent-ink print:hidden">
      <span className="min-w-0 flex-1">{`${count(number, "entry is an example", "entries are examples")}.`}</span>
      <Button look="secondary" busy={busy} onClick={remove}>
        Remove the examples
      </Button>
    </p>
  );
}
