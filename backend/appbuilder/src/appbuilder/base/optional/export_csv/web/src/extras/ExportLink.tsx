import { withQuery } from "../lib/http";
import type { ListQuery } from "../lib/listQuery";
import { ButtonDownload } from "../ui/Button";

/** Takes out what the list shows, on all of its pages; `path` is where the export is in the API. */
export function ExportLink({ path, query }: { path: string; query: ListQuery }) {
  const { limit: _limit, offset: _offset, ...asked } = query.asked;
  return (
    <ButtonDownload href={withQuery(path, asked)} icon="download">
      Export CSV
    </ButtonDownload>
  );
}
