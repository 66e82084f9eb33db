// The script of the book's pages: all views in one file, as a page that is opened from a stick can load no modules.
import { views } from "kinds:views";
import { cards } from "../book/cards";
import { site } from "../book/site";
import type { Opened } from "../runtime/http";
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
}

const start = starting(
  (kind) => views[kind] ?? installed(kind),
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
    await script(`${SCRIPTS}exercises/${place.dataset.govcourseMount}.js`);
  }
  await start(place, known(place)!);
}

whole(() => {
  cards(mount, known);
  showCharts(document, SCRIPTS);
  followTabs();
  site();
});
