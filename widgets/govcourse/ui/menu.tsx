// A menu: one button that opens a short list of further buttons. Escape, a click elsewhere and a choice close it.
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Icon } from "./icon";
import { POPOVER, beside } from "./layer";

export function Menu({ label, children }: { label: string; children: ComponentChildren }) {
  const id = useMemo(() => `gc-menu-${Math.random().toString(36).slice(2, 9)}`, []);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const show = (on: boolean) => {
    if (POPOVER) on ? panel.current!.showPopover() : panel.current!.hidePopover();
    else setOpen(on);
  };
  useEffect(() => {
    if (!open) return;
    const away = () => show(false);
    addEventListener("scroll", away, { passive: true });
    addEventListener("resize", away);
    return () => {
      removeEventListener("scroll", away);
      removeEventListener("resize", away);
    };
  }, [open]);
  const items = () => [...panel.current!.querySelectorAll<HTMLElement>("button:not(:disabled)")];
  return (
    <span class="gc-menu-place">
      <button
        ref={button}
        type="button"
        class="gc-plain gc-round"
        title={label}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        popovertarget={POPOVER ? id : undefined}
        onClick={() => POPOVER || setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      <div
        ref={panel}
        id={id}
        class="gc-menu"
        role="group"
        aria-label={label}
        popover={POPOVER ? "auto" : undefined}
        hidden={!POPOVER && !open}
        onBeforeToggle={() => beside(panel.current!, button.current!)}
        onToggle={(event) => {
          const on = (event as unknown as ToggleEvent).newState === "open";
          setOpen(on);
          if (on) items()[0]?.focus();
        }}
        onClick={(event) => {
          if ((event.target as HTMLElement).closest("button")) show(false);
        }}
        onKeyDown={(event) => {
          const all = items();
          const at = all.indexOf(document.activeElement as HTMLElement);
          const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
          if (to !== undefined) {
            event.preventDefault();
            all.at(to % all.length)?.focus();
          } else if (event.key === "Escape" && !POPOVER) show(false);
        }}
      >
        {children}
      </div>
    </span>
  );
}
