import { withQuery } from "../lib/http";
import type { ListQuery } from "../lib/listQuery";
import { Icon } from "../ui/Icon";

/** Takes out what the list shows, on all of its pages; `path` is where the export is in the API. */
export function ExportLink({ path, query }: { path: string; query: ListQuery }) {
  const { limit: _limit, offset: _offset, ...asked } = query.asked;
  return (
    <a
      href={withQuery(path, asked)}
      download
      className="inline-flex min-h-10 items-center gap-2 rounded-control border border-edge bg-surface px-4 py-2 text-sm font-medium whitespace-nowrap transition-colors duration-100 hover:bg-sunken"
    >
      <Icon name="download" className="-ml-1 size-4.5" />
      Export CSV
    </a>
  );
}
