// Pages of the projector: what does not fit on one goes to the next. On which page all projectors of a room are, the room knows.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { call } from "./room";
import type { Console, RoomState, Screen } from "./shapes";

const [WIDE, HIGH] = [1920, 1080]; // the canvas, which every projector shows in its own size

export function useScale(): void {
  useLayoutEffect(() => {
    const fit = () =>
      document.documentElement.style.setProperty(
        "--scale",
        String(Math.min(innerWidth / WIDE, innerHeight / HIGH)),
      );
    fit();
    addEventListener("resize", fit);
    return () => removeEventListener("resize", fit);
  }, []);
}

const SETTLED = 2000; // ms after which fewer pages are believed

export const turn = (api: string, screen: Omit<Screen, "page"> & Partial<Screen>) =>
  call(api, "PUT", { screen });

// Keys of keyboards and of clickers: by how many pages they turn.
const TURNS: Record<string, number> = {
  ArrowDown: 1,
  PageDown: 1,
  " ": 1,
  Enter: 1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
  Home: -Infinity,
  End: Infinity,
};

export function Pages(props: {
  all: Console;
  what: string; // what is shown; another begins on its first page
  room: RoomState;
  head: ComponentChildren;
  children: ComponentChildren;
}) {
  const { all, what, room, head, children } = props;
  const flow = useRef<HTMLDivElement>(null);
  const pages = useCount(flow);
  const there = room.screen?.what === what ? room.screen : null;
  const page = Math.min(there?.page ?? 0, pages - 1);
  // The room is told how many pages there are. One that has just come has fewer until all of it is loaded: it turns no
  // page back for the others, unless it stays so.
  const newest = useRef(there);
  newest.current = there;
  useEffect(() => {
    const tell = () => {
      if (newest.current?.pages !== pages) void turn(all.api, { what, pages }).catch(() => {});
    };
    if (pages >= (there?.pages ?? 0)) return tell();
    const due = setTimeout(tell, SETTLED);
    return () => clearTimeout(due);
  }, [what, pages]);

  const wanted = useRef<number | null>(null); // keys come faster than the room answers
  const go = (by: number) => {
    const next = Math.max(0, Math.min(pages - 1, (wanted.current ?? page) + by));
    wanted.current = next;
    turn(all.api, { what, page: next, pages })
      .catch(() => {})
      .finally(() => (wanted.current = null));
  };
  const against = getComputedStyle(document.documentElement).direction === "rtl" ? -1 : 1;
  // Before anybody sees the page that it counts from: a key that came between was lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "d") return document.getElementById("theme")?.click();
      const sideways = { ArrowRight: against, ArrowLeft: -against }[event.key];
      const by = sideways ?? TURNS[event.key];
      if (by === undefined) return;
      event.preventDefault();
      go(by);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
  return (
    <div class="screen-main">
      {head}
      <div class="screen-pages" data-page={page + 1} data-pages={pages}>
        <div
          class="screen-flow"
          ref={flow}
          style={{ transform: `translateX(calc(${-against * page} * (100% + var(--gutter))))` }}
        >
          {children}
        </div>
      </div>
    </div>
  );
}

// Into how many columns the browser broke what stands in `flow`, counted anew when it changes.
function useCount(flow: { current: HTMLDivElement | null }): number {
  const [pages, setPages] = useState(1);
  useLayoutEffect(() => {
    const element = flow.current!;
    let due = 0;
    const measure = () => {
      due = 0;
      const gutter = parseFloat(getComputedStyle(element).columnGap) || 0;
      setPages(Math.max(1, Math.round((element.scrollWidth + gutter) / (element.clientWidth + gutter))));
    };
    const later = () => (due ||= requestAnimationFrame(measure));
    const changes = new MutationObserver(later);
    changes.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
    const sizes = new ResizeObserver(later);
    sizes.observe(element);
    element.addEventListener("load", later, true); // pictures
    void document.fonts?.ready.then(later);
    measure();
    return () => {
      cancelAnimationFrame(due);
      changes.disconnect();
      sizes.disconnect();
    };
  }, []);
  return pages;
}
