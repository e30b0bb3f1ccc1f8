/** Stars that people give an entry, and what they are on average. */

import { formatNumber } from "../lib/format";
import { Star, Stars } from "../ui/Rating";
import { useEager } from "./eager";

const STARS = [1, 2, 3, 4, 5];

/** The average, as lists show it. */
export function AverageRating({ average, count }: { average: number | null; count: number }) {
  if (average === null) return <span className="text-muted">Not rated</span>;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Stars value={Math.round(average)} max={5} />
      <span className="text-sm tabular-nums">
        {formatNumber(average, 1)} <span className="text-muted">({formatNumber(count)})</span>
      </span>
    </span>
  );
}

interface RateProps {
  /** Where the entry is in the API. */
  path: string;
  average: number | null;
  count: number;
  mine: number | null;
  onChange(): void;
}

/** The average, and one's own rating, which can be changed and taken back. */
export function Rate({ path, average, count, mine, onChange }: RateProps) {
  const [own, change] = useEager(mine, onChange);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <AverageRating average={average} count={count} />
      <fieldset className="flex flex-wrap items-center gap-x-2" role="radiogroup" aria-label="Your rating">
        <span aria-hidden="true" className="text-sm text-muted">
          Your rating
        </span>
        <span className="inline-flex">
          {STARS.map((stars) => (
            <label
              key={stars}
              className="relative rounded-control p-1 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
            >
              <input
                type="radio"
                name={`${path}/rating`}
                value={stars}
                checked={own === stars}
                onChange={() => change(stars, "PUT", `${path}/rating`, { stars })}
                className="absolute inset-0 size-full cursor-pointer opacity-0"
              />
              <span className="sr-only">{stars === 1 ? "1 star" : `${stars} stars`}</span>
              <Star full={own !== null && stars <= own} className="size-5" />
            </label>
          ))}
        </span>
        {own !== null && (
          <button
            type="button"
            onClick={() => change(null, "DELETE", `${path}/rating`)}
            className="min-h-8 text-sm text-muted underline"
          >
            Clear
          </button>
        )}
      </fieldset>
    </div>
  );
}
