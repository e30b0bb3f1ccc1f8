import { useState } from "react";
import { reasonOf } from "../lib/http";
import { Button } from "../ui/Button";
import { useToast } from "../ui/Toasts";
import { type Person, tryOut } from "./api";
import { useSession } from "./session";

/** In a preview nobody should need an account to look around. */
export function Demo({ enter }: { enter(person: Person): void }) {
  const { demo_roles } = useSession();
  const [busy, setBusy] = useState(false);
  const toast = useToast();

  async function choose(role: string) {
    setBusy(true);
    try {
      enter(await tryOut(role));
    } catch (error) {
      toast(reasonOf(error, "This did not work."), { failed: true });
      setBusy(false);
    }
  }

  if (demo_roles.length === 0) return null;
  return (
    <section aria-label="Try it out" className="mt-8 rounded-card border border-dashed border-edge p-5">
      <h2 className="text-sm font-semibold">Only in the preview</h2>
      <p className="mt-1 text-sm text-muted">Look around as somebody of each role, without an account.</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {demo_roles.map((role) => (
          <Button key={role.name} look="secondary" disabled={busy} onClick={() => choose(role.name)}>
            Try as {role.label}
          </Button>
        ))}
      </div>
    </section>
  );
}
