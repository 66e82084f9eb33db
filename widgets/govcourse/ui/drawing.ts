// What is large is loaded when it is near the screen: what draws charts once, with the first of them.
import type { TopLevelSpec } from "vega-lite";

// Draws a chart into `el`; what it lets people choose goes into `controls`. Gives what takes it away again.
export type Draw = (el: HTMLElement, spec: TopLevelSpec, controls?: HTMLElement) => Promise<() => void>;
declare global {
  var govcourseDraw: Draw | undefined; // vega.ts, once it is loaded
}

const BEFORE = "400px"; // how far below the screen something is near

// Waits until an element is near the screen.
export const near = (place: Element): Promise<void> =>
  new Promise((come) => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((one) => one.isIntersecting)) return;
        seen.disconnect();
        come();
      },
      { rootMargin: BEFORE },
    );
    seen.observe(place);
  });

let loading: Promise<Draw> | null = null;
export function drawing(load: () => Promise<unknown>): Promise<Draw> {
  loading ??= load().then(() => globalThis.govcourseDraw!);
  loading.catch(() => (loading = null));
  return loading;
}

export const script = (src: string): Promise<unknown> =>
  new Promise((loaded, failed) => {
    const made = Object.assign(document.createElement("script"), { src });
    made.onload = loaded;
    made.onerror = failed;
    document.head.append(made);
  });
