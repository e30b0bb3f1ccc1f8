/** Short messages at the edge of the screen that go away by themselves and are read aloud. */

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";

const SHOWN_MS = 5000;

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
  const notify = useCallback<Notify>(
    (text, { failed = false, undo } = {}) => {
      const id = next.current++;
      setToasts((before) => [...before.slice(-2), { id, text, failed, undo }]);
      window.setTimeout(() => close(id), SHOWN_MS);
    },
    [close],
  );

  return (
    <ToastContext value={notify}>
      {children}
      <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-20 flex flex-col items-center gap-2 sm:items-end">
        {toasts.map((toast) => (
          <div key={toast.id} className="card animate-appear pointer-events-auto flex items-center gap-3 py-1.5 pr-1.5 pl-4 shadow-raised">
            <Icon name={toast.failed ? "alert" : "check"} className={`size-5 ${toast.failed ? "text-danger-ink" : "text-success"}`} />
            <span className="text-sm">{toast.text}</span>
            {toast.undo && (
              <Button
                look="quiet"
                onClick={() => {
                  toast.undo?.();
                  close(toast.id);
                }}
              >
                Undo
              </Button>
            )}
            <IconButton icon="close" label="Close message" onClick={() => close(toast.id)} />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
