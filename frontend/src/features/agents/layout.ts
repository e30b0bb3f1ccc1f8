/** Which panes are in sight and how wide they are; remembered in this browser. */
"use client";

import { useState } from "react";
import { useMediaQuery, useStored } from "@/lib/browser";

export type Pane = "conversation" | "code" | "preview";
/** phone: one pane at a time; tablet: the conversation and one other; desk: any of the three side by side. */
type Mode = "phone" | "tablet" | "desk";

export const PANES: readonly Pane[] = ["conversation", "code", "preview"];

export const LIMITS_PX = { conversation: [320, 640], code: [260, 960] } as const;
// the code pane needs room for an editor only while a file is open
const FIRST_WIDTHS_PX = { conversation: 400, code: 280, openCode: 600 };

export interface Layout {
  mode: Mode;
  visible: readonly Pane[];
  tab: Pane;
  widths: { conversation: number; code: number };
  toggle: (pane: Pane) => void;
  show: (pane: Pane) => void;
  resize: (pane: "conversation" | "code", widthPx: number) => void;
  setFileOpen: (open: boolean) => void;
}

export function clampWidth(pane: "conversation" | "code", widthPx: number): number {
  const [min, max] = LIMITS_PX[pane];
  return Math.round(Math.min(max, Math.max(min, widthPx)));
}

/** The panes in sight, in their order. Never none: switching the last one off changes nothing. */
export function togglePane(open: readonly Pane[], pane: Pane): Pane[] {
  const next = open.includes(pane) ? open.filter((one) => one !== pane) : [...open, pane];
  return next.length === 0 ? [...open] : PANES.filter((one) => next.includes(one));
}

export function visiblePanes(mode: Mode, tab: Pane, open: readonly Pane[]): Pane[] {
  if (mode === "phone") {
    return [tab];
  }
  if (mode === "tablet") {
    return ["conversation", tab === "code" ? "code" : "preview"];
  }
  return PANES.filter((pane) => open.includes(pane));
}

export function useLayout(): Layout {
  const isTablet = useMediaQuery("(min-width: 768px)");
  const isDesk = useMediaQuery("(min-width: 1200px)");
  const [open, setOpen] = useStored<readonly Pane[]>("vibecaas.panes", PANES);
  const [widths, setWidths] = useStored("vibecaas.pane-widths", FIRST_WIDTHS_PX);
  const [isFileOpen, setIsFileOpen] = useState(false);
  const [tab, setTab] = useState<Pane>("conversation");
  const small: Mode = isTablet ? "tablet" : "phone";
  const mode: Mode = isDesk ? "desk" : small;
  const show = (pane: Pane) => {
    setTab(pane);
    if (!open.includes(pane)) {
      setOpen(togglePane(open, pane));
    }
  };
  const resize = (pane: "conversation" | "code", widthPx: number) => {
    const key = pane === "code" && isFileOpen ? "openCode" : pane;
    setWidths({ ...widths, [key]: clampWidth(pane, widthPx) });
  };
  return {
    mode,
    visible: visiblePanes(mode, tab, open),
    tab,
    widths: { conversation: widths.conversation, code: isFileOpen ? widths.openCode : widths.code },
    toggle: (pane) => (mode === "desk" ? setOpen(togglePane(open, pane)) : setTab(pane)),
    show,
    resize,
    setFileOpen: setIsFileOpen,
  };
}
