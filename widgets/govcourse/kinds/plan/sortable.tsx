// Order by dragging a grip; the buttons beside each step do the same by keyboard.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Drag } from "./step";

export function Sortable(props: {
  ids: string[];
  disabled: boolean;
  onMove: (from: number, to: number) => void;
  children: (drag: (id: string) => Drag) => ComponentChildren;
}) {
  const dragged = useRef<string | null>(null);
  const drag = (id: string): Drag => ({
    grip: {
      draggable: !props.disabled,
      onDragStart: (event: DragEvent) => {
        dragged.current = id;
        event.dataTransfer!.setData("text/plain", id);
      },
      onDragEnd: () => void (dragged.current = null),
    },
    place: {
      onDragOver: (event: DragEvent) => dragged.current && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        if (!dragged.current) return;
        event.preventDefault();
        const [from, to] = [props.ids.indexOf(dragged.current), props.ids.indexOf(id)];
        if (from !== to) props.onMove(from, to);
      },
    },
  });
  return <>{props.children(drag)}</>;
}
