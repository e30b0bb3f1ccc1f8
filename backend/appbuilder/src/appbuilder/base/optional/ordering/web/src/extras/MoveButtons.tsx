import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { reasonOf, request } from "../lib/http";
import { IconButton } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { useToast } from "../ui/Toasts";

const DRAGGED = "application/x-entry";

interface MoveButtonsProps {
  /** Where the list is in the API. */
  path: string;
  id: number;
  title: string;
  onChange(): void;
}

/** Moves an entry in the order of its list: with buttons, or by dragging it onto the one it shall come before. */
export function MoveButtons({ path, id, title, onChange }: MoveButtonsProps) {
  const [parameters] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const toast = useToast();
  const isOwnOrder = ["", "position"].includes(parameters.get("sort") ?? "");

  async function move(moved: number, where: { step: "up" | "down" } | { before: number }) {
    setBusy(true);
    try {
      await request("PUT", `${path}/${moved}/position`, where);
      onChange();
    } catch (error) {
      toast(reasonOf(error, "It could not be moved."), { failed: true });
    } finally {
      setBusy(false);
    }
  }

  const drop = useRef(move);
  useEffect(() => {
    drop.current = move;
  });
  useEffect(() => {
    const row = place.current?.closest<HTMLElement>("li, tr");
    if (!row) return;
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes(DRAGGED)) event.preventDefault();
    };
    const dropped = (event: DragEvent) => {
      const moved = Number(event.dataTransfer?.getData(DRAGGED));
      if (!moved || moved === id) return;
      event.preventDefault();
      void drop.current(moved, { before: id });
    };
    row.addEventListener("dragover", over);
    row.addEventListener("drop", dropped);
    return () => {
      row.removeEventListener("dragover", over);
      row.removeEventListener("drop", dropped);
    };
  }, [id, isOwnOrder]);

  if (!isOwnOrder) return null;
  return (
    <span ref={place} className="inline-flex">
      <span
        aria-hidden="true"
        draggable
        title="Drag to move"
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, String(id));
          event.dataTransfer.effectAllowed = "move";
        }}
        className="hidden size-9 cursor-grab place-items-center text-muted sm:inline-grid"
      >
        <Icon name="grip" className="size-4.5" />
      </span>
      <IconButton icon="up" label={`Move ${title} up`} disabled={busy} onClick={() => move(id, { step: "up" })} />
      <IconButton icon="down" label={`Move ${title} down`} disabled={busy} onClick={() => move(id, { step: "down" })} />
    </span>
  );
}
