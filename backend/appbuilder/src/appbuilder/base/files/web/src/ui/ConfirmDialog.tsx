/**
 * Asks before something is lost. The browser's own dialog keeps the focus inside, closes with Escape, and gives the
 * focus back when it closes.
 */

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./Button";

interface ConfirmDialogProps {
  title: string;
  text: string;
  action: string;
  onConfirm(): Promise<void>;
  onClose(): void;
}

export function ConfirmDialog({ title, text, action, onConfirm, onClose }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const close = () => dialog.current?.close();

  async function confirm() {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      close();
    }
  }

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="card animate-appear m-auto w-[min(26rem,calc(100vw-2rem))] p-0 text-ink shadow-raised"
    >
      <div className="p-6">
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        <p id={`${id}-text`} className="mt-2 text-sm text-muted">
          {text}
        </p>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={close} autoFocus>
            Cancel
          </Button>
          <Button look="danger" busy={busy} onClick={confirm}>
            {action}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
