/** A flat list of paths as a tree: folders first, names in order. */
import type { FileEntry } from "@/lib/types";

export interface TreeNode {
  name: string;
  path: string;
  /** null for a file */
  children: TreeNode[] | null;
}

interface Folder {
  folders: Map<string, Folder>;
  files: TreeNode[];
}

export function buildTree(entries: readonly FileEntry[]): TreeNode[] {
  const root: Folder = { folders: new Map(), files: [] };
  for (const { path } of entries) {
    const segments = path.split("/");
    const name = segments.pop() ?? path;
    let folder = root;
    for (const segment of segments) {
      const next = folder.folders.get(segment) ?? { folders: new Map(), files: [] };
      folder.folders.set(segment, next);
      folder = next;
    }
    folder.files.push({ name, path, children: null });
  }
  return toNodes(root, "");
}

function toNodes(folder: Folder, prefix: string): TreeNode[] {
  const byName = (a: TreeNode, b: TreeNode) => a.name.localeCompare(b.name, "en");
  const folders = [...folder.folders].map(([name, inner]) => {
    const path = `${prefix}${name}`;
    return { name, path, children: toNodes(inner, `${path}/`) };
  });
  return [...folders.sort(byName), ...folder.files.sort(byName)];
}

/** The rows that are in sight, with their depth. */
export function visibleRows(
  nodes: readonly TreeNode[],
  isOpen: (path: string) => boolean,
  depth = 0,
): { node: TreeNode; depth: number }[] {
  return nodes.flatMap((node) => [
    { node, depth },
    ...(node.children !== null && isOpen(node.path) ? visibleRows(node.children, isOpen, depth + 1) : []),
  ]);
}
