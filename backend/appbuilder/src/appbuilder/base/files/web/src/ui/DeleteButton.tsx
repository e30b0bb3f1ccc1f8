import { useState } from "react";
import { reasonOf } from "../lib/http";
import { Button, IconButton } from "./Button";
import { useToast } from "./Toasts";

interface DeleteButtonProps {
  title: string;
  small?: boolean;
  remove(): Promise<void>;
  restore(): Promise<void>;
  onDeleted(): void;
  onRestored(): void;
}

/** Deletes at once, for a message offers to undo it. */
export function DeleteButton({ title, small, remove, restore, onDeleted, onRestored }: DeleteButtonProps) {
  const [busy, setBusy] = useState(false);
  const toast = useToast();

  async function undo() {
    try {
      await restore();
      toast(`“${title}” is back`);
      onRestored();
    } catch (error) {
      toast(reasonOf(error, "It could not be brought back."), { failed: true });
    }
  }

  async function click() {
    setBusy(true);
    try {
      await remove();
      toast(`“${title}” deleted`, { undo });
      onDeleted();
    } catch (error) {
      toast(reasonOf(error, "It could not be deleted."), { failed: true });
    } finally {
      setBusy(false);
    }
  }

  return small ? (
    <IconButton icon="trash" label={`Delete ${title}`} danger disabled={busy} onClick={click} />
  ) : (
    <Button look="secondary" icon="trash" busy={busy} onClick={click}>
      Delete
    </Button>
  );
}
