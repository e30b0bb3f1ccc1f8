import { useState } from "react";
import { reasonOf, request } from "../lib/http";
import { Button, IconButton } from "../ui/Button";
import { useToast } from "../ui/Toasts";

interface ArchiveButtonProps {
  /** Where the entry is in the API. */
  path: string;
  title: string;
  archived: boolean;
  small?: boolean;
  onChange(): void;
}

/** Puts an entry away, or brings it back; either can be undone. */
export function ArchiveButton({ path, title, archived, small, onChange }: ArchiveButtonProps) {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const label = archived ? "Unarchive" : "Archive";

  async function change(next: boolean, isUndo = false) {
    setBusy(true);
    try {
      await request(next ? "PUT" : "DELETE", `${path}/archive`);
      toast(next ? "Archived" : "Unarchived", isUndo ? {} : { undo: () => change(!next, true) });
      onChange();
    } catch (error) {
      toast(reasonOf(error, "It could not be saved."), { failed: true });
    } finally {
      setBusy(false);
    }
  }

  return small ? (
    <IconButton icon="box" label={`${label} ${title}`} disabled={busy} onClick={() => change(!archived)} />
  ) : (
    <Button look="secondary" icon="box" busy={busy} onClick={() => change(!archived)}>
      {label}
    </Button>
  );
}
