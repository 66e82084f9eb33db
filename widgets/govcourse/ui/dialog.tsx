// A question that has to be answered before one goes on.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => place.current!.showModal(), []);
  return (
    <dialog ref={place} class="gc-dialog" aria-label={props.title} onClose={props.onClose}>
      <h4>{props.title}</h4>
      {props.children}
    </dialog>
  );
}
