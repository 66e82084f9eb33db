// What opens above the page: where a menu goes, and what a browser can do natively.
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

export const POPOVER = "showPopover" in HTMLElement.prototype;

// Puts a panel of the top layer below its button, or above it where there is more room, at the end of the line.
export function beside(panel: HTMLElement, button: HTMLElement): void {
  const { top, bottom, left, right } = button.getBoundingClientRect();
  const below = innerHeight - bottom > 320 || innerHeight - bottom > top;
  const rtl = getComputedStyle(button).direction === "rtl";
  const edge = Math.max(8, rtl ? left : innerWidth - right);
  Object.assign(panel.style, {
    top: below ? `${bottom + 4}px` : "auto",
    bottom: below ? "auto" : `${innerHeight - top + 4}px`,
    left: rtl ? `${edge}px` : "auto",
    right: rtl ? "auto" : `${edge}px`,
    maxHeight: `${(below ? innerHeight - bottom : top) - 16}px`,
  });
}

// The focus goes to `first` while a part is there, and back to where it was when the part goes.
export function useFocusInside(first: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    first.current?.focus();
    return () => before?.focus?.();
  }, []);
}
