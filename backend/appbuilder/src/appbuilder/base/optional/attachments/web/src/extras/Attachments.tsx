import { type ChangeEvent, useId, useState } from "react";
import { reasonOf, request } from "../lib/http";
import { useLoad } from "../lib/load";
import { IconButton } from "../ui/Button";
import { FileDrop } from "../ui/FileDrop";
import { Icon } from "../ui/Icon";
import { Section } from "../ui/Layout";
import { LoadedBody } from "../ui/LoadedBody";
import { useToast } from "../ui/Toasts";
import { fileSize, sendFile, type Upload } from "./uploads";

interface AttachmentsProps {
  /** Where the entry's attachments are in the API. */
  path: string;
  /** Whether whoever looks may add and remove files. */
  mayChange: boolean;
}

/** The files that are attached to an entry. */
export function Attachments({ path, mayChange }: AttachmentsProps) {
  const files = useLoad(path, () => request<{ items: Upload[]; total: number }>("GET", path));
  const id = useId();
  const [busy, setBusy] = useState(false);
  const toast = useToast();

  async function change(work: () => Promise<unknown>, done: string) {
    setBusy(true);
    try {
      await work();
      toast(done);
      files.reload();
    } catch (error) {
      toast(reasonOf(error, "It could not be saved."), { failed: true });
    } finally {
      setBusy(false);
    }
  }

  async function attach({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (file) await change(() => sendFile(path, file), "Attached");
    target.value = "";
  }

  return (
    <Section title="Attachments" count={files.data?.total} readable>
      <LoadedBody loaded={files}>
        {({ items }) => (
          <ul aria-label="Attachments" className="space-y-2">
            {items.map((file) => (
              <li key={file.id} className="card flex items-center gap-3 py-1.5 pr-2 pl-4 shadow-none">
                <Icon name="file" className="size-5 shrink-0 text-muted" />
                <a href={`/api/uploads/${file.id}`} download className="min-w-0 text-sm font-medium break-all hover:underline">
                  {file.name}
                </a>
                <span className="ml-auto text-sm whitespace-nowrap text-muted">{fileSize(file.size_bytes)}</span>
                {mayChange && (
                  <IconButton
                    icon="trash"
                    label={`Remove ${file.name}`}
                    danger
                    onClick={() => change(() => request("DELETE", `${path}/${file.id}`), "Removed")}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </LoadedBody>
      {mayChange && (
        <div className="mt-3 print:hidden">
          <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
            Attach a file
          </label>
          <FileDrop text="Choose a file, or drop it here" id={id} disabled={busy} onChange={attach} aria-describedby={`${id}-note`} />
          <p id={`${id}-note`} className="mt-1.5 text-sm text-muted">
            {busy ? "Uploading…" : "At most 10 MB."}
          </p>
        </div>
      )}
    </Section>
  );
}
