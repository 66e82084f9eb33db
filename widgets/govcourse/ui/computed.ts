// The charts that cells of a notebook computed: drawn when they come near the screen. One that nobody can change, and that
// stands there as a picture, is left as it is.
import type { TopLevelSpec } from "vega-lite";
import { drawing, near, script } from "./drawing";

const known = new WeakSet<HTMLElement>();

// What draws comes before there is something to draw; where it does not come, it is asked for again.
export const prepareCharts = (scripts: string) => drawing(() => script(`${scripts}vega.js`)).catch(() => {});

export function showCharts(within: ParentNode, scripts: string): void {
  const places = [...within.querySelectorAll<HTMLElement>("[data-govcourse-chart]")];
  for (const place of places.filter((one) => !known.has(one))) {
    known.add(place);
    const spec: TopLevelSpec = JSON.parse(place.dataset.govcourseChart!);
    const drawn = place.querySelector<HTMLElement>("[data-drawing]")!;
    if (drawn.firstElementChild && !JSON.stringify(spec.params ?? []).includes('"bind"')) continue;
    void near(place).then(() => draw(place, drawn, spec, scripts));
  }
}

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
