import { Icon } from "../ui/Icon";
import { useToast } from "../ui/Toasts";
import { useEager } from "./eager";

interface FavouriteProps {
  /** Where the entry is in the API. */
  path: string;
  title: string;
  stored: boolean;
  onChange(): void;
}

/** Marks an entry as a favourite of whoever looks at it. */
export function Favourite({ path, title, stored, onChange }: FavouriteProps) {
  const toast = useToast();
  const [isFavourite, change] = useEager(stored, (now) => {
    toast(now ? "Added to favourites" : "Removed from favourites");
    onChange();
  });
  return (
    <button
      type="button"
      aria-pressed={isFavourite}
      aria-label={`Favourite: ${title}`}
      title={isFavourite ? "Remove from favourites" : "Add to favourites"}
      onClick={() => change(!isFavourite, isFavourite ? "DELETE" : "PUT", `${path}/favourite`)}
      className={`inline-grid size-9 place-items-center rounded-control transition-colors duration-100 hover:bg-sunken ${isFavourite ? "text-accent-ink [&_path]:fill-current" : "text-muted hover:text-ink"}`}
    >
      <Icon name="heart" className="size-4.5" />
    </button>
  );
}
