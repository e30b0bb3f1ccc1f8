/** The three panes side by side, with separators to drag, or one at a time on a phone. */
"use client";

import { Code, MessageSquareText, PanelsTopLeft } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { Segmented } from "@/ui";
import { type Layout, LIMITS_PX, type Pane } from "../layout";

const LABELS: Record<Pane, string> = { conversation: "Conversation", code: "Code", preview: "Preview" };
const ICONS: Record<Pane, ReactNode> = {
  conversation: <MessageSquareText />,
  code: <Code />,
  preview: <PanelsTopLeft />,
};
const KEY_STEP_PX = 24;

/** In the header: on a desk three switches, below that nothing (the tabs stand above the panes). */
export function PaneSwitch({ layout }: { layout: Layout }) {
  if (layout.mode !== "desk") {
    return null;
  }
  return (
    <fieldset className="mr-2 inline-flex items-center gap-0.5 rounded-lg bg-default/70 p-0.5">
      <legend className="sr-only">Panes in sight</legend>
      {(Object.keys(LABELS) as Pane[]).map((pane) => (
        <button
          aria-pressed={layout.visible.includes(pane)}
          className="inline-flex h-7 items-center gap-1.5 rounded-md px-2.5 font-medium text-muted text-ui transition-colors hover:text-foreground aria-pressed:bg-segment aria-pressed:text-foreground aria-pressed:shadow-sm [&_svg]:size-3.5"
          key={pane}
          onClick={() => layout.toggle(pane)}
          type="button"
        >
          {ICONS[pane]}
          {LABELS[pane]}
        </button>
      ))}
    </fieldset>
  );
}

function TabBar({ layout }: { layout: Layout }) {
  if (layout.mode === "desk") {
    return null;
  }
  const panes: Pane[] = layout.mode === "phone" ? ["conversation", "code", "preview"] : ["code", "preview"];
  const shown = layout.mode === "tablet" && layout.tab === "conversation" ? "preview" : layout.tab;
  return (
    <div className="flex shrink-0 border-b hairline bg-background p-1.5">
      <Segmented
        choices={panes.map((value) => ({ value, label: LABELS[value], icon: ICONS[value] }))}
        className="flex w-full"
        label="Pane in sight"
        onChange={layout.show}
        value={shown}
      />
    </div>
  );
}

export function Panes({
  layout,
  conversation,
  code,
  preview,
  stage,
}: {
  layout: Layout;
  conversation: ReactNode;
  code: ReactNode;
  preview: ReactNode;
  /** Takes the place of code and preview while there is something to decide first. */
  stage: ReactNode | null;
}) {
  const [isDragging, setIsDragging] = useState(false);
  const shows = (pane: Pane) => layout.visible.includes(pane);
  const isDesk = layout.mode === "desk";
  const lastOf = layout.visible.at(-1);
  const fixed = (pane: "conversation" | "code") => isDesk && (stage !== null || lastOf !== pane);
  const style = (pane: "conversation" | "code") => {
    if (layout.mode === "tablet" && pane === "conversation") {
      return { width: "360px", flex: "none" };
    }
    return fixed(pane) ? { width: `${layout.widths[pane]}px`, flex: "none" } : {};
  };
  const pane = "flex min-h-0 min-w-0 flex-1 flex-col";
  return (
    <>
      {layout.mode === "phone" || (layout.mode === "tablet" && stage === null) ? (
        <TabBar layout={layout} />
      ) : null}
      <div
        className={`flex min-h-0 flex-1 ${isDragging ? "select-none [&_iframe]:pointer-events-none" : ""}`}
      >
        <section
          aria-label="Conversation"
          className={shows("conversation") || stage !== null ? pane : "hidden"}
          style={style("conversation")}
        >
          {conversation}
        </section>
        {isDesk && stage === null && shows("conversation") && layout.visible.length > 1 ? (
          <Separator layout={layout} onDrag={setIsDragging} pane="conversation" />
        ) : null}
        {stage === null ? null : (
          <section aria-label="Plan" className={`${pane} border-l hairline`}>
            {stage}
          </section>
        )}
        <section
          aria-label="Code"
          className={
            shows("code") && stage === null ? `@container ${pane} ${edge(layout, "code")}` : "hidden"
          }
          style={style("code")}
        >
          {code}
        </section>
        {isDesk && stage === null && shows("code") && shows("preview") ? (
          <Separator layout={layout} onDrag={setIsDragging} pane="code" />
        ) : null}
        <section
          aria-label="Preview"
          className={shows("preview") && stage === null ? `${pane} ${edge(layout, "preview")}` : "hidden"}
        >
          {preview}
        </section>
      </div>
    </>
  );
}

/** On a tablet a line parts the two panes; on a desk the separator does. */
function edge(layout: Layout, pane: Pane): string {
  return layout.mode === "tablet" && pane !== "conversation" ? "border-l hairline" : "";
}

function Separator({
  pane,
  layout,
  onDrag,
}: {
  pane: "conversation" | "code";
  layout: Layout;
  onDrag: (dragging: boolean) => void;
}) {
  const [start, setStart] = useState<{ x: number; width: number } | null>(null);
  const down = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setStart({ x: event.clientX, width: layout.widths[pane] });
    onDrag(true);
  };
  const move = (event: PointerEvent) => {
    if (start !== null) {
      layout.resize(pane, start.width + event.clientX - start.x);
    }
  };
  const up = () => {
    setStart(null);
    onDrag(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -KEY_STEP_PX, ArrowRight: KEY_STEP_PX }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      layout.resize(pane, layout.widths[pane] + step);
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged or hold a value
    <div
      aria-label={`Width of ${LABELS[pane].toLowerCase()}`}
      aria-orientation="vertical"
      aria-valuemax={LIMITS_PX[pane][1]}
      aria-valuemin={LIMITS_PX[pane][0]}
      aria-valuenow={layout.widths[pane]}
      className="relative z-10 w-px shrink-0 cursor-col-resize bg-border transition-colors before:absolute before:inset-y-0 before:-left-1.5 before:w-3 hover:bg-brand focus-visible:bg-brand"
      onKeyDown={onKeyDown}
      onPointerCancel={up}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      role="separator"
      tabIndex={0}
    />
  );
}
