// Charts that cells computed: drawn when they come near the screen, and left alone where a picture says all.
import { beforeEach, expect, test, vi } from "vitest";

const SPEC = { mark: "bar", data: { values: [] } };
const LIVE = { ...SPEC, params: [{ name: "p", value: 1, bind: { input: "range" } }] };
let near: (() => void)[] = [];
let asked: HTMLScriptElement; // the script that the page asked for

beforeEach(() => {
  near = [];
  vi.spyOn(document.head, "append").mockImplementation((node) => void (asked = node as HTMLScriptElement));
  vi.resetModules(); // what draws is loaded once for a page
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(private seen: (entries: { isIntersecting: boolean }[]) => void) {}
      observe() {
        near.push(() => this.seen([{ isIntersecting: true }]));
      }
      disconnect() {}
    },
  );
});

// A page with charts, as the server and the book write them; gives the last one's place, with its drawing and its controls.
async function page(spec: object, picture = "", ...before: object[]) {
  const { showCharts } = await import("govcourse/ui/computed");
  const figure = `<figure class="gc-computed"><div data-controls></div><div data-drawing>${picture}</div></figure>`;
  const specs = [...before, spec];
  document.body.innerHTML = figure.repeat(specs.length);
  const places = [...document.querySelectorAll<HTMLElement>("figure")];
  places.forEach((one, index) => (one.dataset.govcourseChart = JSON.stringify(specs[index])));
  const place = places.at(-1)!;
  showCharts(document, "/static/");
  showCharts(document, "/static/"); // a second look finds nothing new
  return place;
}

// The script that draws comes, or does not.
const arrives = async (how: "load" | "error") => {
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.src).toContain("/static/vega.js");
  asked.dispatchEvent(new Event(how));
  await vi.advanceTimersByTimeAsync(0);
};

test("a chart is drawn by the page's own script once it comes near, with what one can set beside it", async () => {
  const draw = vi.fn(async (el: HTMLElement, _spec: unknown, controls?: HTMLElement) => {
    el.innerHTML = "<svg></svg>";
    controls!.innerHTML = "<input type='range'>";
    return () => {};
  });
  vi.stubGlobal("govcourseDraw", draw);
  const place = await page(LIVE, "<svg class='picture'></svg>");
  expect(near).toHaveLength(1);
  expect(document.head.append).not.toHaveBeenCalled();
  near[0]();
  await arrives("load");
  expect(draw.mock.calls[0][1]).toEqual(LIVE);
  expect(place.querySelector("svg.picture")).toBeNull();
  expect(place.querySelector("[data-drawing] svg, [data-controls] input")).not.toBeNull();
});

test("a picture on which nothing can be set stays, and asks for no script", async () => {
  await page(SPEC, "<svg></svg>");
  expect(near).toHaveLength(0);
});

test("beside a chart on which something can be set, a picture is drawn anew, as wide as its place", async () => {
  await page(SPEC, "<svg></svg>", LIVE);
  expect(near).toHaveLength(2);
});

test("where the script does not come, the picture and the table stay", async () => {
  const place = await page(LIVE, "<svg class='picture'></svg>");
  near[0]();
  await arrives("error");
  expect(place.querySelector("svg.picture")).not.toBeNull();
  expect(place.querySelectorAll("[data-drawing] > *")).toHaveLength(1);
  expect(place.dataset.failed).toBe("");
});
