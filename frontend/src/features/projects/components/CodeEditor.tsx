/** One file in an editor. CodeMirror instead of Monaco: it loads in a tenth of the bytes, works on phones. */
"use client";

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { css } from "@codemirror/lang-css";
import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { markdown } from "@codemirror/lang-markdown";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";
import { type CodeNote, codeNotes, goTo, showNotes } from "./codeNotes";

const LANGUAGES: readonly [RegExp, () => Extension][] = [
  [/\.(tsx|jsx)$/, () => javascript({ jsx: true, typescript: true })],
  [/\.(ts|mts|cts)$/, () => javascript({ typescript: true })],
  [/\.(js|mjs|cjs)$/, () => javascript()],
  [/\.py$/, python],
  [/\.css$/, css],
  [/\.html$/, html],
  [/\.json$/, json],
  [/\.md$/, markdown],
];

const HIGHLIGHT = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--code-number)" },
  { tag: [tags.comment, tags.meta], color: "var(--muted)" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: "var(--code-function)",
  },
  { tag: [tags.typeName, tags.className, tags.tagName], color: "var(--code-type)" },
  { tag: [tags.heading, tags.strong], fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
]);

const LOOK = EditorView.theme({
  "&": { height: "100%", fontSize: "12.5px", backgroundColor: "var(--surface)", color: "var(--foreground)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.6" },
  ".cm-content": { padding: "8px 0", caretColor: "var(--foreground)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--muted)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 12px 0 10px", minWidth: "36px" },
  ".cm-activeLine, .cm-activeLineGutter": {
    backgroundColor: "color-mix(in oklab, var(--default) 45%, transparent)",
  },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground, ::selection": {
    backgroundColor: "color-mix(in oklab, var(--brand) 24%, transparent)",
  },
  ".cm-cursor": { borderLeftColor: "var(--foreground)" },
  ".cm-matchingBracket": { backgroundColor: "var(--default)", outline: "1px solid var(--border)" },
  ".cm-panels": { backgroundColor: "var(--surface-secondary)", color: "var(--foreground)", border: "none" },
  ".cm-panel.cm-search": { padding: "6px 8px", fontFamily: "var(--font-sans)" },
});

const NO_NOTES: readonly CodeNote[] = [];

export function CodeEditor({
  path,
  text,
  onChange,
  onSave,
  notes = NO_NOTES,
  place = null,
}: {
  path: string;
  /** The text at the start; a new `key` of this component starts afresh. */
  text: string;
  onChange: (text: string) => void;
  onSave: () => void;
  /** What is wrong in a JSON file, shown at its place. */
  notes?: readonly CodeNote[];
  /** A JSON pointer to go to; a new object goes there again. */
  place?: { pointer: string } | null;
}) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  // the editor lives as long as the file: it reads the newest callbacks and starts with the first text
  const latest = useRef({ text, onChange, onSave });
  latest.current = { ...latest.current, onChange, onSave };
  useEffect(() => {
    if (host.current === null) {
      return;
    }
    const language = LANGUAGES.find(([pattern]) => pattern.test(path))?.[1]() ?? [];
    const save = () => {
      latest.current.onSave();
      return true;
    };
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          lineNumbers(),
          history(),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          search({ top: true }),
          syntaxHighlighting(HIGHLIGHT),
          language,
          LOOK,
          // sentences stand in these, and notes below their lines
          /\.(json|md)$/.test(path) ? EditorView.lineWrapping : [],
          codeNotes,
          EditorView.contentAttributes.of({ "aria-label": `Content of ${path}`, tabindex: "0" }),
          keymap.of([
            { key: "Mod-s", run: save },
            ...defaultKeymap,
            ...historyKeymap,
            ...searchKeymap,
            indentWithTab,
          ]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              latest.current.onChange(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    editor.current = view;
    return () => {
      editor.current = null;
      view.destroy();
    };
  }, [path]);
  useEffect(() => {
    if (editor.current !== null) {
      showNotes(editor.current, notes);
    }
  }, [notes]);
  useEffect(() => {
    if (editor.current !== null && place !== null) {
      goTo(editor.current, place.pointer);
    }
  }, [place]);
  return <div className="h-full min-h-0 overflow-hidden" ref={host} />;
}
