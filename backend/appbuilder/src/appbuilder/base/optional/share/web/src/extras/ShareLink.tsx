import { type ReactNode, useState } from "react";
import { reasonOf, request } from "../lib/http";
import { useLoad } from "../lib/load";
import { Button } from "../ui/Button";
import { Section } from "../ui/Layout";
import { LoadedBody } from "../ui/LoadedBody";
import { useToast } from "../ui/Toasts";

/** Makes a link that shows the entry to whoever has it, and withdraws it again. `path` is where the entry is in the API. */
export function ShareLink({ path }: { path: string }) {
  const share = useLoad(path, () => request<{ token: string | null }>("GET", `${path}/share`));
  const [busy, setBusy] = useState(false);
  const toast = useToast();

  async function change(method: "POST" | "DELETE", done: string) {
    setBusy(true);
    try {
      await request(method, `${path}/share`);
      toast(done);
      share.reload();
    } catch (error) {
      toast(reasonOf(error, "It could not be saved."), { failed: true });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section title="Share" readable>
      <LoadedBody loaded={share}>
        {({ token }) =>
          token ? (
            <SharedLink link={`${window.location.origin}/shared/${token}`}>
              <Button look="secondary" busy={busy} onClick={() => change("DELETE", "Link withdrawn")}>
                Withdraw link
              </Button>
            </SharedLink>
          ) : (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button look="secondary" icon="link" busy={busy} onClick={() => change("POST", "Link made")}>
                Make a link
              </Button>
              <p className="text-sm text-muted">Whoever has the link sees this entry, and nothing else.</p>
            </div>
          )
        }
      </LoadedBody>
    </Section>
  );
}

function SharedLink({ link, children }: { link: string; children: ReactNode }) {
  const toast = useToast();

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      toast("Copied");
    } catch {
      toast("Select the link and copy it.", { failed: true });
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        aria-label="Link to share"
        readOnly
        value={link}
        onFocus={(event) => event.target.select()}
        className="control min-w-48 flex-1 font-mono text-sm"
      />
      <Button look="secondary" onClick={copy}>
        Copy link
      </Button>
      {children}
    </div>
  );
}
