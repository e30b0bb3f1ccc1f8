/** A dialog over the page, and the question before something is changed. */
"use client";

import { Modal } from "@heroui/react";
import { type ReactNode, useState } from "react";
import type { ApiError } from "@/lib/problem";
import { Button } from "./Button";
import { ErrorNote } from "./ErrorState";

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  className = "sm:max-w-md",
  hideTitle = false,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  className?: string;
  hideTitle?: boolean;
}) {
  return (
    <Modal.Backdrop isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal.Container placement={hideTitle ? "top" : "center"}>
        <Modal.Dialog aria-label={title} className={className}>
          {hideTitle ? null : (
            <Modal.Header>
              <Modal.Heading>{title}</Modal.Heading>
              <Modal.CloseTrigger />
            </Modal.Header>
          )}
          <Modal.Body>{children}</Modal.Body>
          {footer === undefined ? null : <Modal.Footer>{footer}</Modal.Footer>}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

/** Asks before `action`; stays open with the error when it fails. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger = false,
  isOpen,
  onClose,
  action,
}: {
  title: string;
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  isOpen: boolean;
  onClose: () => void;
  action: () => Promise<unknown>;
}) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async () => {
    setPending(true);
    setError(null);
    try {
      await action();
      onClose();
    } catch (problem) {
      setError(problem as ApiError);
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      footer={
        <>
          <Button onPress={onClose} variant="outline">
            Keep as it is
          </Button>
          <Button isPending={pending} onPress={run} variant={danger ? "danger" : "primary"}>
            {confirm}
          </Button>
        </>
      }
      isOpen={isOpen}
      onClose={onClose}
      title={title}
    >
      {children}
      {error === null ? null : <ErrorNote className="mt-3" error={error} />}
    </Dialog>
  );
}
