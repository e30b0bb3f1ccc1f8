import { useSession } from "../account/session";
import { Icon } from "../ui/Icon";
import { useToast } from "../ui/Toasts";
import { useEager } from "./eager";

interface FollowProps {
  /** Where the entry is in the API. */
  path: string;
  stored: boolean;
  onChange(): void;
}

/** Lets people be told what happens to an entry. */
export function Follow({ path, stored, onChange }: FollowProps) {
  const { person } = useSession();
  const toast = useToast();
  const [isFollowed, change] = useEager(stored, (now) => {
    toast(now ? "You will be told about comments and changes" : "You will not be told any more");
    onChange();
  });
  if (!person) return null;
  return (
    <button
      type="button"
      aria-pressed={isFollowed}
      onClick={() => change(!isFollowed, isFollowed ? "DELETE" : "PUT", `${path}/follow`)}
      className={`inline-flex min-h-10 items-center gap-2 rounded-control border px-4 py-2 text-sm font-medium transition-colors duration-100 ${isFollowed ? "border-accent-ink bg-accent-soft text-accent-ink" : "border-edge bg-surface hover:bg-sunken"}`}
    >
      <Icon name="bell" className="-ml-1 size-4.5" />
      {isFollowed ? "Following" : "Follow"}
    </button>
  );
}
