// The script of the book's pages: all views in one file, as a page that is opened from a stick can load no modules.
import { views } from "kinds:views";
import { site } from "../book/site";
import type { Opened } from "../runtime/http";
import { installed } from "../runtime/installed";
import { followTabs, localModel } from "../runtime/local";
import { SCRIPTS, here, starting, whole } from "../runtime/page";
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

async function known(place: HTMLElement): Promise<Opened> {
  const here = place.querySelector("script");
  if (here) return JSON.parse(here.textContent!);
  const id = place.dataset.govcourseMount!;
  await near(place);
  await script(`${SCRIPTS}exercises/${id}.js`);
  return globalThis.govcourseApart![id];
}

whole(() => {
  document.querySelectorAll<HTMLElement>("[data-govcourse-mount]").forEach((place) => {
    known(place)
      .then((opened) => start(place, opened))
      .catch((error) => {
        place.append(
          Object.assign(document.createElement("p"), { role: "alert", textContent: String(error) }),
        );
      });
  });
  showCharts(document, SCRIPTS);
  followTabs();
  site();
});
