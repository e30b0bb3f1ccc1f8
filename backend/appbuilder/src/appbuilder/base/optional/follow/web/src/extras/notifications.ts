/** What whoever is signed in was told. */

import { useEffect } from "react";
import { useLocation } from "react-router";
import { useSession } from "../account/session";
import { request } from "../lib/http";
import { type Loaded, useLoad } from "../lib/load";

const PATH = "/api/account/notifications";
const PAUSE_MS = 60_000;
const READ = "notifications-read";

export interface Notification {
  id: number;
  // if addressed
  what: "changed" | "commented" | "due" | "named";
  // else
  what: "changed" | "commented" | "due";
  // end if
  actor: string | null;
  kind: string;
  entry: number;
  title: string;
  created_at: string;
  is_read: boolean;
}

export interface NotificationList {
  items: Notification[];
  unread: number;
}

const NONE: NotificationList = { items: [], unread: 0 };

/** Loaded on every page anew, once a minute, and when they were read. */
export function useNotifications(): Loaded<NotificationList> {
  const { person } = useSession();
  const { pathname } = useLocation();
  const list = useLoad(`${person?.id} ${pathname}`, async () => (person ? request<NotificationList>("GET", PATH) : NONE));
  const { reload } = list;
  useEffect(() => {
    const timer = window.setInterval(reload, PAUSE_MS);
    window.addEventListener(READ, reload);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener(READ, reload);
    };
  }, [reload]);
  return list;
}

export async function markAsRead(): Promise<void> {
  await request("POST", `${PATH}/read`);
  window.dispatchEvent(new Event(READ));
}
