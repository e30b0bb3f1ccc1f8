/** Short messages at the edge of the screen that go away by themselves and are read aloud. */

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";

const SHOWN_MS = 5000;
const UNDO_SHOWN_MS = 10_000;

interface Toast {
  id: number;
  text: string;
  failed: boolean;
  undo?(): void;
}

type Notify = (text: string, options?: { failed?: boolean; undo?(): void }) => void;

const ToastContext = createContext<Notify>(() => {});

export function useToast(): Notify {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(1);
  const close = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), []);
  const notify = useCallback<Notify>((text, { failed = false, undo } = {}) => {
    const id = next.current++;
    setToasts((before) => [...before.slice(-2), { id, text, failed, undo }]);
  }, []);

  return (
    <ToastContext value={notify}>
      {children}
      <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-20 flex flex-col items-center gap-2 sm:items-end">
        {toasts.map((toast) => (
          <Message key={toast.id} toast={toast} onClose={close} />
        ))}
      </div>
    </ToastContext>
  );
}

/** Goes away after a while, but not while somebody points at it or has the focus in it. */
function Message({ toast, onClose }: { toast: Toast; onClose(id: number): void }) {
  const { id, text, failed, undo } = toast;
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;

  useEffect(() => {
    if (held) return;
    const timer = window.setTimeout(() => onClose(id), undo ? UNDO_SHOWN_MS : SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [held, id, onClose, undo]);

  return (
    <div
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className="card animate-appear pointer-events-auto flex items-center gap-3 py-1.5 pr-1.5 pl-4 shadow-raised"
    >
      <Icon name={failed ? "alert" : "check"} className={`size-5 ${failed ? "text-danger-ink" : "text-success"}`} />
      <span className="text-sm">{text}</span>
      {undo && (
        <Button
          look="quiet"
          onClick={() => {
            undo();
            onClose(id);
          }}
        >
          Undo
        </Button>
      )}
      <IconButton icon="close" label="Close message" onClick={() => onClose(id)} />
    </div>
  );
}
