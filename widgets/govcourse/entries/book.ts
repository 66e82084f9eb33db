// The script of the book's pages: all views in one file, as a page that is opened from a stick can load no modules.
import { views } from "kinds:views";
import { site } from "../book/site";
import { installed } from "../runtime/installed";
import { followTabs, localModel } from "../runtime/local";
import { SCRIPTS, here, starting, whole } from "../runtime/page";
import { rows } from "../runtime/rows";
import { showCharts } from "../ui/computed";

const start = starting(
  (kind) => views[kind] ?? installed(kind),
  (opened, place) => localModel(opened, here(place), rows),
);

whole(() => {
  document.querySelectorAll<HTMLElement>("[data-govcourse-mount]").forEach((place) => {
    start(place, JSON.parse(place.querySelector("script")!.textContent!)).catch((error) => {
      place.append(Object.assign(document.createElement("p"), { role: "alert", textContent: String(error) }));
    });
  });
  showCharts(document, SCRIPTS);
  followTabs();
  site();
});
