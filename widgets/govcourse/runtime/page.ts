// The page host: runs the same views without a kernel; who includes it says where views come from, and where answers go.
import type { Opened } from "./http";
import type { Kind } from "./kind";
import type { PageModel } from "./model";
import type { Host } from "./types";

export const SCRIPTS = (document.currentScript as HTMLScriptElement | null)?.src.replace(/[^/]*$/, "") ?? "";

// Makes an exercise of a mount point.
export type Start = (place: HTMLElement, opened: Opened) => Promise<PageModel>;

// What a page knows of itself, whichever host it is.
export function here(place: HTMLElement): Pick<Host, "language" | "direction" | "session" | "scripts"> {
  const { session } = place.dataset;
  return {
    session: session ? Number(session) : null,
    scripts: SCRIPTS,
    language: document.documentElement.lang || "en",
    direction: document.documentElement.dir === "rtl" ? "rtl" : "ltr",
  };
}

// `load` gives the module of a kind, `model` that of an exercise.
export function starting(
  load: (kind: string) => Kind | Promise<Kind>,
  model: (opened: Opened, place: HTMLElement) => PageModel | Promise<PageModel>,
): Start {
  return async (place, opened) => {
    const made = await model(opened, place);
    const el = document.createElement("div");
    (await load(opened.spec.kind)).default.render({ model: made, el });
    place.removeAttribute("id"); // the exercise has it from now on
    place.replaceChildren(el);
    return made;
  };
}

// What the server or the book wrote into the page; null on a page that has none of it.
export function payload<Payload>(id: string): Payload | null {
  const place = document.getElementById(id);
  return place && JSON.parse(place.textContent!);
}

// Once the page is whole.
export function whole(then: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then);
  else then();
}
