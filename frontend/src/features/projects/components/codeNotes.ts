/** Notes at places of a JSON file: what a pointer leads to is marked, the sentence stands below its line. */
import { ensureSyntaxTree } from "@codemirror/language";
import { type EditorState, RangeSet, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

export interface CodeNote {
  /** A JSON pointer (RFC 6901); the nearest place that exists is marked. */
  pointer: string;
  detail: string;
}

const PARSE_MS = 200;

interface Place {
  from: number;
  to: number;
}

type Node = NonNullable<ReturnType<typeof ensureSyntaxTree>>["topNode"];

/** Where a pointer leads; where it leads nowhere, the innermost place on its way. */
export function placeOf(state: EditorState, pointer: string): Place | null {
  const tree = ensureSyntaxTree(state, state.doc.length, PARSE_MS);
  let node = tree?.topNode.firstChild ?? null;
  if (node === null) {
    return null;
  }
  let place: Place = { from: node.from, to: state.doc.lineAt(node.from).to };
  for (const raw of pointer.split("/").slice(1)) {
    const step = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    const next: Node | null =
      node.name === "Array" ? element(node, Number(step)) : property(node, step, state.doc);
    if (next === null) {
      break;
    }
    const value: Node = next.name === "Property" ? (next.lastChild ?? next) : next;
    // of what fills several lines, the first one
    place = { from: next.from, to: Math.min(next.to, state.doc.lineAt(next.from).to) };
    node = value;
  }
  return place;
}

function element(array: Node, index: number): Node | null {
  let left = index;
  for (let child = array.firstChild; child !== null; child = child.nextSibling) {
    // brackets and commas have no capital letter
    if (/^[A-Z]/.test(child.name) && left-- === 0) {
      return child;
    }
  }
  return null;
}

function property(object: Node, name: string, text: Text): Node | null {
  const wanted = JSON.stringify(name);
  return (
    object.getChildren("Property").find((child) => {
      const key = child.firstChild;
      return key !== null && text.sliceString(key.from, key.to) === wanted;
    }) ?? null
  );
}

class NoteWidget extends WidgetType {
  constructor(readonly detail: string) {
    super();
  }

  override eq(other: NoteWidget): boolean {
    return other.detail === this.detail;
  }

  override toDOM(): HTMLElement {
    const line = document.createElement("div");
    line.className = "cm-note";
    line.textContent = this.detail;
    return line;
  }
}

const setNotes = StateEffect.define<readonly CodeNote[]>();

function decorate(state: EditorState, notes: readonly CodeNote[]): DecorationSet {
  const marks = notes.flatMap(({ pointer, detail }) => {
    const place = placeOf(state, pointer);
    if (place === null) {
      return [];
    }
    const below = Decoration.widget({ widget: new NoteWidget(detail), block: true, side: 1 });
    const mark = Decoration.mark({ class: "cm-noted" });
    return [
      ...(place.to > place.from ? [mark.range(place.from, place.to)] : []),
      below.range(state.doc.lineAt(place.from).to),
    ];
  });
  return RangeSet.of(marks, true);
}

/** The notes of an editor; they move with the text until others come. */
export const codeNotes = [
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (marks, transaction) => {
      const told = transaction.effects.find((effect) => effect.is(setNotes));
      return told === undefined ? marks.map(transaction.changes) : decorate(transaction.state, told.value);
    },
    provide: (field) => EditorView.decorations.from(field),
  }),
  EditorView.theme({
    ".cm-noted": { textDecoration: "underline wavy var(--critical)", textUnderlineOffset: "3px" },
    ".cm-note": {
      padding: "0 12px 2px 6px",
      color: "var(--critical)",
      fontFamily: "var(--font-sans)",
      whiteSpace: "normal",
    },
  }),
];

export function showNotes(view: EditorView, notes: readonly CodeNote[]): void {
  view.dispatch({ effects: setNotes.of(notes) });
}

/** Puts the cursor at the place and brings it into sight. */
export function goTo(view: EditorView, pointer: string): void {
  const place = placeOf(view.state, pointer);
  if (place !== null) {
    view.dispatch({
      selection: { anchor: place.from },
      effects: EditorView.scrollIntoView(place.from, { y: "center" }),
    });
    view.focus();
  }
}
