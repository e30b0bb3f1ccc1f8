import { Link } from "react-router";
import { useSession } from "../account/session";
import { count } from "../lib/format";
import { Icon } from "../ui/Icon";
import { useNotifications } from "./notifications";

/** Leads to the notifications, and says how many are new. */
export function Bell() {
  const { person } = useSession();
  const unread = useNotifications().data?.unread ?? 0;
  if (!person) return null;
  const label = unread > 0 ? count(unread, "new notification", "new notifications") : "Notifications";
  return (
    <Link
      to="/account/notifications"
      aria-label={label}
      title={label}
      className="relative grid size-11 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
    >
      <Icon name="bell" className="size-5" />
      {unread > 0 && (
        <span className="absolute top-1 right-0.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs font-medium text-on-accent tabular-nums">
          {unread}
        </span>
      )}
    </Link>
  );
}
