/** Shows a change before the API has answered. */

import { useEffect, useState } from "react";
import { reasonOf, request } from "../lib/http";
import { useToast } from "../ui/Toasts";

type Change<T> = (next: T, method: "PUT" | "DELETE", path: string, body?: unknown) => Promise<void>;

/** What is shown, and a function that changes it at once; when the API refuses, what was there comes back. */
export function useEager<T>(stored: T, onSaved: (now: T) => void): [T, Change<T>] {
  const [shown, setShown] = useState(stored);
  const toast = useToast();
  const key = JSON.stringify(stored);
  useEffect(() => setShown(JSON.parse(key) as T), [key]);

  const change: Change<T> = async (next, method, path, body) => {
    setShown(next);
    try {
      await request<void>(method, path, body, true);
      onSaved(next);
    } catch (error) {
      setShown(stored);
      toast(reasonOf(error, "It could not be saved."), { failed: true });
    }
  };

  return [shown, change];
}
