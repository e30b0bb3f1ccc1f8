import { formatNumber } from "../lib/format";
import { Icon } from "../ui/Icon";
import { useEager } from "./eager";

interface VotesProps {
  /** Where the entry is in the API. */
  path: string;
  title: string;
  count: number;
  mine: number;
  /** Whether people may also vote against it. */
  down?: boolean;
  onChange(): void;
}

/** How the votes stand, and the buttons to vote. */
export function Votes({ path, title, count, mine, down, onChange }: VotesProps) {
  const [shown, change] = useEager({ count, mine }, onChange);

  function vote(value: number) {
    const next = shown.mine === value ? 0 : value;
    const after = { count: shown.count + next - shown.mine, mine: next };
    if (next === 0) return change(after, "DELETE", `${path}/vote`);
    return change(after, "PUT", `${path}/vote`, { value });
  }

  return (
    <span className="inline-flex items-center rounded-control border border-edge">
      <VoteButton icon="up" label={`Vote for ${title}`} isPressed={shown.mine === 1} onClick={() => vote(1)} />
      <span className="min-w-6 px-1 text-center text-sm font-medium tabular-nums">
        {formatNumber(shown.count)}
        <span className="sr-only">{shown.count === 1 ? " vote" : " votes"}</span>
      </span>
      {down && <VoteButton icon="down" label={`Vote against ${title}`} isPressed={shown.mine === -1} onClick={() => vote(-1)} />}
    </span>
  );
}

interface VoteButtonProps {
  icon: "up" | "down";
  label: string;
  isPressed: boolean;
  onClick(): void;
}

function VoteButton({ icon, label, isPressed, onClick }: VoteButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPressed}
      title={isPressed ? "Take your vote back" : label}
      onClick={onClick}
      className={`grid size-8 place-items-center rounded-control transition-colors duration-100 ${isPressed ? "bg-accent text-on-accent" : "text-muted hover:bg-sunken hover:text-ink"}`}
    >
      <Icon name={icon} className="size-4" />
    </button>
  );
}
