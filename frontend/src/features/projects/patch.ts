/** Unified patches as rows with line numbers. */

export type PatchRow =
  | { kind: "hunk"; text: string }
  | { kind: "context" | "added" | "removed"; text: string; before: number | null; after: number | null };

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@(.*)$/;

/** Lines before the first hunk (file headers) and "\ No newline" marks are left out. */
export function parsePatch(patch: string): PatchRow[] {
  const rows: PatchRow[] = [];
  let before = 0;
  let after = 0;
  let inHunk = false;
  for (const line of patch.split("\n")) {
    const hunk = HUNK.exec(line);
    if (hunk !== null) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      inHunk = true;
      rows.push({ kind: "hunk", text: line });
    } else if (inHunk && line.startsWith("+")) {
      rows.push({ kind: "added", text: line.slice(1), before: null, after: after++ });
    } else if (inHunk && line.startsWith("-")) {
      rows.push({ kind: "removed", text: line.slice(1), before: before++, after: null });
    } else if (inHunk && line.startsWith(" ")) {
      rows.push({ kind: "context", text: line.slice(1), before: before++, after: after++ });
    }
  }
  return rows;
}
