/** Tags: shown as links to the list of what has them, typed as words between commas. */

import { Link } from "react-router";
import type { Bound } from "../lib/form";
import { request } from "../lib/http";
import type { ListQuery } from "../lib/listQuery";
import { useLoad } from "../lib/load";
import type { Rule } from "../lib/rules";
import { TextInput } from "../ui/Field";
import { ChoiceFilter } from "../ui/ListControls";

const LONGEST = 40;
const MOST = 20;
const SUGGESTED = 8;

interface TagCount {
  tag: string;
  count: number;
}

function split(text: string): string[] {
  return text.split(",").flatMap((word) => word.trim().replace(/\s+/g, " ") || []);
}

export function tagList(): Rule<string[]> {
  return {
    show: (tags) => (tags ?? []).join(", "),
    read(entered) {
      const words = split(String(entered));
      if (words.length > MOST) return { message: `Use at most ${MOST} tags.` };
      if (words.some((word) => [...word].length > LONGEST)) return { message: `Use at most ${LONGEST} characters for a tag.` };
      return { value: words };
    },
  };
}

function useTags(path: string): TagCount[] {
  return useLoad(path, () => request<TagCount[]>("GET", path)).data ?? [];
}

/** Where tags are typed; those that are used most are one click away. `path` is where all tags are in the API. */
export function TagInput({ path, ...field }: Bound & { path: string }) {
  const entered = split(String(field.value));
  const known = new Set(entered.map((word) => word.toLowerCase()));
  const suggested = useTags(path).filter(({ tag }) => !known.has(tag.toLowerCase()));
  return (
    <div>
      <TextInput label="Tags" hint="Words with commas between them." {...field} />
      {suggested.length > 0 && (
        <div role="group" aria-label="Tags that are used already" className="mt-2 flex flex-wrap gap-2">
          {suggested.slice(0, SUGGESTED).map(({ tag }) => (
            <button
              key={tag}
              type="button"
              aria-label={`Add the tag ${tag}`}
              onClick={() => field.onChange([...entered, tag].join(", "))}
              className="min-h-7 rounded-full border border-edge px-2.5 text-xs text-muted hover:bg-sunken hover:text-ink"
            >
              + {tag}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

export function TagFilter({ query, path }: { query: ListQuery; path: string }) {
  const choices = useTags(path).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }));
  const chosen = query.get("tag");
  if (chosen && !choices.some(({ value }) => value.toLowerCase() === chosen.toLowerCase())) {
    choices.push({ value: chosen, label: chosen });
  }
  return <ChoiceFilter query={query} name="tag" label="Tag" choices={choices} />;
}

/** The tags of an entry; `list` is the page of the list. */
export function Tags({ tags, list }: { tags: string[]; list: string }) {
  if (tags.length === 0) return <span className="text-muted">–</span>;
  return (
    <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag}>
          <Link
            to={`${list}?tag=${encodeURIComponent(tag)}`}
            className="inline-block rounded-full border border-line bg-sunken px-2.5 py-0.5 text-xs font-medium hover:border-edge"
          >
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}
