// The script of the book's pages. Views come with the first exercise that is opened, all in one classic script, as a page from a stick can load no modules.
import { cards } from "../book/cards";
import { site } from "../book/site";
import type { Opened } from "../runtime/http";
import type { Kind } from "../runtime/kind";
import type { Texts } from "../runtime/types";
import { installed } from "../runtime/installed";
import { followTabs, localModel } from "../runtime/local";
import { SCRIPTS, here, payload, starting, whole } from "../runtime/page";
import { rows } from "../runtime/rows";
import { showCharts } from "../ui/computed";
import { near, script } from "../ui/drawing";

// What exercises know that is too much for every reader of a page: book/asset_pruning.py puts it into files of its own.
declare global {
  var govcourseApart: Record<string, Opened> | undefined;
  var govcourseViews: Record<string, Kind> | undefined; // views.ts
}

async function fetched(name: string): Promise<void> {
  await script(`${SCRIPTS}${name}.js`).catch(() => {
    throw new Error(payload<{ texts: Texts }>("govcourse-book")!.texts.card_failed);
  });
}

let coming: Promise<void> | null = null;
const start = starting(
  async (kind) => {
    if (!globalThis.govcourseViews) await (coming ??= fetched("views").finally(() => (coming = null)));
    return globalThis.govcourseViews![kind] ?? installed(kind);
  },
  (opened, place) => localModel(opened, here(place), rows),
);

// What stands in the page itself, with the texts that all its exercises have, or was fetched.
const told = new WeakMap<HTMLElement, Opened>();
function known(place: HTMLElement): Opened | null {
  const data = !told.has(place) && place.querySelector("script");
  if (data) {
    const { spec, texts }: Opened = JSON.parse(data.textContent!);
    told.set(place, { spec, texts: { ...payload<Texts>("govcourse-texts"), ...texts } });
  }
  return told.get(place) ?? globalThis.govcourseApart?.[place.dataset.govcourseMount!] ?? null;
}

async function mount(place: HTMLElement): Promise<void> {
  if (!known(place)) {
    await near(place);
    await fetched(`exercises/${place.dataset.govcourseMount}`);
  }
  await start(place, known(place)!);
}

// Fetched while nothing else is, so that an exercise opens at once, and made when it does; not again beside one that was opened early.
function beforehand(): void {
  if (coming || globalThis.govcourseViews || !document.querySelector("[data-govcourse-mount]")) return;
  const href = `${SCRIPTS}views.js`;
  document.head.append(
    Object.assign(document.createElement("link"), { rel: "prefetch", as: "script", href }),
  );
}

addEventListener("load", beforehand);
whole(() => {
  cards(mount, known);
  showCharts(document, SCRIPTS);
  followTabs();
  site();
});
