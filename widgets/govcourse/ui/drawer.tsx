// A drawer at the end of the screen: over the page until it is put away, or beside it, so that one can go on working.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { IconButton } from "./icon";
import { POPOVER, useFocusInside } from "./layer";

export function Drawer(props: {
  title: string;
  close: string; // what the button is called that puts it away
  onClose: () => void;
  beside?: boolean;
  children: ComponentChildren;
}) {
  const { title, onClose } = props;
  const id = useMemo(() => `gc-drawer-${Math.random().toString(36).slice(2, 9)}`, []);
  const place = useRef<HTMLElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const beside = props.beside && POPOVER;
  useLayoutEffect(() => {
    if (beside) place.current!.showPopover();
    else (place.current as HTMLDialogElement).showModal();
  }, []);
  useFocusInside(head);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || document.querySelector("dialog:modal, [popover=auto]:popover-open"))
        return;
      onClose();
    };
    if (beside) addEventListener("keydown", pressed, true); // an exercise keeps its keys to itself
    return () => removeEventListener("keydown", pressed, true);
  }, []);
  const inside = (
    <>
      <header class="gc-drawer-head">
        <h4 id={id} ref={head} tabIndex={-1}>
          {title}
        </h4>
        <IconButton icon="close" label={props.close} onClick={onClose} />
      </header>
      <div class="gc-drawer-body">{props.children}</div>
    </>
  );
  const shared = { class: "gc-drawer gc-noprint", "aria-labelledby": id };
  return beside ? (
    <section {...shared} ref={place} role="dialog" popover="manual">
      {inside}
    </section>
  ) : (
    <dialog {...shared} ref={place as { current: HTMLDialogElement | null }} onClose={onClose}>
      {inside}
    </dialog>
  );
}
