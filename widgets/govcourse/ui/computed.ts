// The charts that cells of a notebook computed: drawn when they come near the screen, as wide as their place. Where nobody
// can change one of them, and they stand there as pictures, they are left as they are.
import type { TopLevelSpec } from "vega-lite";
import { drawing, near, script } from "./drawing";

const known = new WeakSet<HTMLElement>();

// What draws comes before there is something to draw; where it does not come, it is asked for again.
export const prepareCharts = (scripts: string) => drawing(() => script(`${scripts}vega.js`)).catch(() => {});

export function showCharts(within: ParentNode, scripts: string): void {
  const places = [...within.querySelectorAll<HTMLElement>("[data-govcourse-chart]")];
  const changes = places.some((one) => JSON.stringify(specOf(one).params ?? []).includes('"bind"'));
  for (const place of places.filter((one) => !known.has(one))) {
    known.add(place);
    const drawn = place.querySelector<HTMLElement>("[data-drawing]")!;
    if (drawn.firstElementChild && !changes) continue;
    void near(place).then(() => draw(place, drawn, specOf(place), scripts));
  }
}

const specOf = (place: HTMLElement): TopLevelSpec => JSON.parse(place.dataset.govcourseChart!);

async function draw(
  place: HTMLElement,
  drawn: HTMLElement,
  spec: TopLevelSpec,
  scripts: string,
): Promise<void> {
  const controls = place.querySelector<HTMLElement>("[data-controls]")!;
  const made = document.createElement("div");
  try {
    const show = await drawing(() => script(`${scripts}vega.js`));
    drawn.append(made); // it is as wide as its place
    await show(made, spec, controls);
    drawn.replaceChildren(made);
  } catch {
    made.remove(); // the picture stays, or the table beside it
    place.dataset.failed = "";
  }
}
