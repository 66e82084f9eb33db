// What draws charts is large: it is loaded once, when the first of them is shown.
import type { TopLevelSpec } from "vega-lite";

// Draws a chart into `el`; what it lets people choose goes into `controls`. Gives what takes it away again.
export type Draw = (el: HTMLElement, spec: TopLevelSpec, controls?: HTMLElement) => Promise<() => void>;
declare global {
  var govcourseDraw: Draw | undefined; // vega.ts, once it is loaded
}

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
