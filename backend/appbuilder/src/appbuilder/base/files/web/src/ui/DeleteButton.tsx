import { useState } from "react";
import { reasonOf } from "../lib/http";
import { Button, IconButton } from "./Button";
import { ConfirmDialog } from "./ConfirmDialog";
import { useToast } from "./Toasts";

interface DeleteButtonProps {
  /** What is deleted, as in "Delete this entry?". */
  what: string;
  /** Which one, so that people do not delete the wrong one. */
  title: string;
  small?: boolean;
  remove(): Promise<void>;
  onDeleted(): void;
}

/** Deletes after a question, and says how it went. */
export function DeleteButton({ what, title, small, remove, onDeleted }: DeleteButtonProps) {
  const [asking, setAsking] = useState(false);
  const toast = useToast();

  async function confirm() {
    try {
      await remove();
    } catch (error) {
      toast(reasonOf(error, "It could not be deleted."), { failed: true });
      return;
    }
    toast(`${what[0]?.toUpperCase()}${what.slice(1)} deleted`);
    onDeleted();
  }

  return (
    <>
      {small ? (
        <IconButton icon="trash" label={`Delete ${title}`} danger onClick={() => setAsking(true)} />
      ) : (
        <Button look="secondary" icon="trash" onClick={() => setAsking(true)}>
          Delete
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={`Delete this ${what}?`}
          text={`“${title}” will be gone for good.`}
          action="Delete"
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
