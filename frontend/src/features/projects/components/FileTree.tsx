/** The files of the project as a tree; arrow keys move, right opens, left closes. */
"use client";

import { ChevronRight, File, FileCode, FileJson, FileText } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { FileEntry } from "@/lib/types";
import { buildTree, type TreeNode, visibleRows } from "../tree";

const INDENT_REM = 0.875;

export function FileTree({
  files,
  selected,
  changed,
  onSelect,
}: {
  files: readonly FileEntry[];
  selected: string | null;
  /** The file with unsaved edits. */
  changed: string | null;
  onSelect: (path: string) => void;
}) {
  const tree = useMemo(() => buildTree(files), [files]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = visibleRows(tree, (path) => !closed.has(path));
  const [cursor, setCursor] = useState<string | null>(null);
  const focusable = rows.some(({ node }) => node.path === (cursor ?? selected))
    ? (cursor ?? selected)
    : rows[0]?.node.path;

  const toggle = (path: string, open: boolean) => {
    const next = new Set(closed);
    if (open) {
      next.delete(path);
    } else {
      next.add(path);
    }
    setClosed(next);
  };
  const activate = (node: TreeNode) => {
    setCursor(node.path);
    if (node.children === null) {
      onSelect(node.path);
    } else {
      toggle(node.path, closed.has(node.path));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const index = rows.findIndex(({ node }) => node.path === focusable);
    const node = rows[index]?.node;
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const next = rows[Math.max(0, Math.min(rows.length - 1, target))];
      setCursor(next?.node.path ?? null);
      focusRow(event.currentTarget, next?.node.path);
    } else if (
      node !== undefined &&
      node.children !== null &&
      (event.key === "ArrowRight" || event.key === "ArrowLeft")
    ) {
      event.preventDefault();
      toggle(node.path, event.key === "ArrowRight");
    }
  };
  return (
    <div aria-label="Files" className="py-1.5 text-ui" onKeyDown={onKeyDown} role="tree">
      {rows.map(({ node, depth }) => (
        <TreeRow
          depth={depth}
          isChanged={node.path === changed}
          isFocusable={node.path === focusable}
          isOpen={!closed.has(node.path)}
          isSelected={node.path === selected}
          key={node.path}
          node={node}
          onActivate={activate}
        />
      ))}
    </div>
  );
}

function focusRow(tree: HTMLElement, path: string | undefined): void {
  for (const row of tree.querySelectorAll<HTMLElement>("[role=treeitem]")) {
    if (row.dataset.path === path) {
      row.focus();
    }
  }
}

function TreeRow({
  node,
  depth,
  isOpen,
  isSelected,
  isChanged,
  isFocusable,
  onActivate,
}: {
  node: TreeNode;
  depth: number;
  isOpen: boolean;
  isSelected: boolean;
  isChanged: boolean;
  isFocusable: boolean;
  onActivate: (node: TreeNode) => void;
}) {
  const isFolder = node.children !== null;
  return (
    <button
      aria-expanded={isFolder ? isOpen : undefined}
      aria-level={depth + 1}
      aria-selected={isSelected}
      className="flex h-7 w-full items-center gap-1.5 rounded-md pr-2 text-left text-default-foreground hover:bg-default/70 focus-visible:-outline-offset-2 aria-selected:bg-brand-soft aria-selected:font-medium aria-selected:text-foreground"
      data-path={node.path}
      onClick={() => onActivate(node)}
      role="treeitem"
      style={{ paddingLeft: `${0.5 + depth * INDENT_REM}rem` }}
      tabIndex={isFocusable ? 0 : -1}
      type="button"
    >
      {isFolder ? (
        <ChevronRight
          aria-hidden="true"
          className={`size-3.5 shrink-0 text-muted transition-transform ${isOpen ? "rotate-90" : ""}`}
        />
      ) : (
        <FileIcon name={node.name} />
      )}
      <span className="truncate">{node.name}</span>
      {isChanged ? (
        <span className="ml-auto size-1.5 shrink-0 rounded-full bg-caution" title="Not saved yet" />
      ) : null}
    </button>
  );
}

function FileIcon({ name }: { name: string }) {
  const classes = "size-3.5 shrink-0 text-muted";
  if (/\.(tsx?|jsx?|mjs|py|css|html)$/.test(name)) {
    return <FileCode aria-hidden="true" className={classes} />;
  }
  if (name.endsWith(".json")) {
    return <FileJson aria-hidden="true" className={classes} />;
  }
  return /\.(md|txt)$/.test(name) ? (
    <FileText aria-hidden="true" className={classes} />
  ) : (
    <File aria-hidden="true" className={classes} />
  );
}
