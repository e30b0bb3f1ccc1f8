import { useState } from "react";
import { Link } from "react-router";
import { useRefusal } from "../account/Only";
import { formatAgo, formatDateTime } from "../lib/format";
import { reasonOf } from "../lib/http";
import { Button } from "../ui/Button";
import { LoadedBody } from "../ui/LoadedBody";
import { PageHeader } from "../ui/PageHeader";
import { Empty } from "../ui/states";
import { useToast } from "../ui/Toasts";
import { markAsRead, type Notification, useNotifications } from "./notifications";

// if addressed
const DONE = { changed: "changed", commented: "commented on", due: "is reminded of", named: "named you in" };
const HAPPENED = { changed: "Changed", commented: "Commented on", due: "Due", named: "For you" };
// else
const DONE = { changed: "changed", commented: "commented on", due: "is reminded of" };
const HAPPENED = { changed: "Changed", commented: "Commented on", due: "Due" };
// end if

/** What happened to entries that the person added or follows. */
export function Notifications() {
  const list = useNotifications();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const refusal = useRefusal(["signed_in"]);
  if (refusal) return refusal;

  async function readAll() {
    setBusy(true);
    try {
      await markAsRead();
    } catch (error) {
      toast(reasonOf(error, "It could not be saved."), { failed: true });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <PageHeader title="Notifications">
        {(list.data?.unread ?? 0) > 0 && (
          <Button look="secondary" icon="check" busy={busy} onClick={readAll}>
            Mark all as read
          </Button>
        )}
      </PageHeader>
      <LoadedBody loaded={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing new" text="Comments on and changes of what you added or follow appear here." />
          ) : (
            <ul aria-label="Notifications" className="space-y-2">
              {items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </LoadedBody>
    </>
  );
}

function Item({ item }: { item: Notification }) {
  return (
    <li className={`card flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-3 ${item.is_read ? "" : "border-l-4 border-l-accent"}`}>
      <p className="min-w-0 text-sm break-words">
        {!item.is_read && <span className="sr-only">New: </span>}
        {item.actor ? `${item.actor} ${DONE[item.what]} ` : `${HAPPENED[item.what]}: `}
        <Link to={`/${item.kind}/${item.entry}`} className="font-medium text-accent-ink hover:underline">
          {item.title}
        </Link>
      </p>
      <time dateTime={item.created_at} title={formatDateTime(item.created_at)} className="text-sm text-muted">
        {formatAgo(item.created_at)}
      </time>
    </li>
  );
}
