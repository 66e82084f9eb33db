import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import worked from "govcourse/kinds/plot/examples.json";
import { lines, placeLabels } from "govcourse/kinds/plot/labels";
import { byWorkshop, expected, ranking } from "govcourse/kinds/plot/rules";
import * as kind from "govcourse/kinds/plot/view";
import { close } from "../close";
import { fixtures, type Doc } from "../fixtures";
import { examples, nameOf, show, type Page } from "../page";
import { everyActivity } from "./every";

everyActivity("plot", kind);

const ID = "value-feasibility";
const add = async (page: Page, name: string) => {
  await page.fill(page.t("add_label", { item: page.spec.item }), name);
  await page.press(page.t("add"));
};
const point = (page: Page, n = 0) => page.el.querySelectorAll(".point")[n] as any;

const waiting = (page: Page, name: string) =>
  page.controls().find((one) => one.closest(".gc-waiting") && nameOf(one).endsWith(`. ${name}`))!;
const place = (page: Page, name: string) => page.press(waiting(page, name));
const details = (page: Page, name: string) => page.press(page.all(page.t("details_of", { name })).at(-1)!); // where it is ranked

test("an entry waits until it is placed: it is neither ranked nor advised on", async () => {
  const page = await show(kind, ID);
  await add(page, " A desk ");
  await add(page, "A form");
  expect((await page.saved()).items.map((one: Doc) => [one.x, one.y])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect(page.text(".gc-tray")).toContain("1. A desk");
  expect(page.el.querySelectorAll(".point, tbody tr")).toHaveLength(0);
  await place(page, "A desk");
  await place(page, "A form");
  const [desk, form] = (await page.saved()).items;
  expect([desk.x, desk.y]).toEqual([50, 50]);
  expect(Math.hypot(desk.x - form.x, desk.y - form.y)).toBeGreaterThan(8); // nothing is piled up
  expect(page.el.querySelectorAll(".point, tbody tr")).toHaveLength(4);
  expect(page.el.querySelector(".gc-tray")).toBeNull();
  expect(page.el.contains(document.activeElement)).toBe(true);
  expect(document.activeElement).toBe(point(page, 1)); // the arrow keys go on from here
});

test("what was placed is moved by arrow keys, within the plot", async () => {
  const page = await show(kind, ID, { answer: { items: [{ id: "a", name: "A desk" }] } });
  await place(page, "A desk");
  await page.key(point(page), "ArrowRight");
  await page.key(point(page), "ArrowUp", { shiftKey: true });
  for (let n = 0; n < 12; n++) await page.key(point(page), "ArrowRight");
  await page.key(point(page), "Tab");
  const { items } = await page.saved();
  expect(items).toMatchObject([{ name: "A desk", x: 100, y: 51 }]);
  expect(point(page).getAttribute("aria-label")).toContain("100");
  expect(page.statuses).toContain("A desk");
});

// A pointer on the plot, whose drawing has one pixel a unit.
function pointer(page: Page) {
  const svg = page.place(".gc-plot") as any;
  svg.getScreenCTM = () => ({ inverse: () => ({}) });
  svg.setPointerCapture = () => {};
  vi.stubGlobal(
    "DOMPoint",
    class {
      constructor(
        public x: number,
        public y: number,
      ) {}
      matrixTransform() {
        return this;
      }
    },
  );
  return (on: Element, type: string, x = 0, y = 0) =>
    act(
      async () =>
        void on.dispatchEvent(
          new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, bubbles: true }),
        ),
    );
}

test("an entry is dragged by the pointer, also from where it waits", async () => {
  const items = [
    { id: "a", name: "A", x: 50, y: 50 },
    { id: "b", name: "B" },
  ];
  const page = await show(kind, ID, { answer: { items } });
  const event = pointer(page);
  await event(point(page), "pointerdown", 386, 253);
  await event(point(page), "pointermove", 60 + 652 / 4, 8 + 490 / 4);
  await event(point(page), "pointerup");
  await event(point(page), "pointermove");
  expect((await page.saved()).items[0]).toMatchObject({ x: 25, y: 75 });
  await event(waiting(page, "B"), "pointerdown");
  await event(page.place(".gc-plot"), "pointermove", 60 + 652 / 2, 8 + 490 / 4);
  await event(page.place(".gc-plot"), "pointerup");
  expect((await page.saved()).items[1]).toMatchObject({ x: 50, y: 75 });
});

test("a drag and arrow keys after it are taken back one by one", async () => {
  const page = await show(kind, ID, { answer: { items: [{ id: "a", name: "A", x: 50, y: 50 }] } });
  const event = pointer(page);
  await event(point(page), "pointerdown", 386, 253);
  await event(point(page), "pointermove", 300, 200);
  await event(point(page), "pointermove", 60 + 652 / 4, 8 + 490 / 4);
  await event(point(page), "pointerup");
  await page.key(point(page), "ArrowRight");
  await page.key(point(page), "ArrowRight");
  expect((await page.saved()).items[0]).toMatchObject({ x: 35, y: 75 });
  await page.press(page.t("undo"));
  expect((await page.saved()).items[0]).toMatchObject({ x: 25, y: 75 });
  await page.press(page.t("undo"));
  expect((await page.saved()).items[0]).toMatchObject({ x: 50, y: 50 });
});

test("sliders, fields and money do the same as the plot, and the ranking follows", async () => {
  const items = [
    { id: "a", name: "A", x: 10, y: 10 },
    { id: "b", name: "B", x: 80, y: 80 },
  ];
  const page = await show(kind, ID, { answer: { items } });
  const first = () => page.el.querySelector("tbody th")!.textContent;
  expect(first()).toBe("B");
  await details(page, "A");
  const form = page.place(".gc-drawer-body");
  const [x, y] = page.controls(form).filter((one) => one.type === "range");
  await page.fill(x, "90");
  await page.fill(y, "90");
  expect(first()).toBe("A");
  await page.fill(page.t("benefits"), "100", form);
  await page.fill(page.t("costs"), "40", form);
  await page.fill(page.t("probability"), "0,5", form);
  expect(form.textContent).toContain("0.5 × 100 − 40 = 10");
  expect(form.textContent).toContain("(100 − 40) × 0.5 = 30");
  const [field] = page.spec.fields;
  await page.fill(field.title, "Saves time", form);
  expect((await page.saved()).items[0]).toMatchObject({
    x: 90, y: 90, money: { benefits: 100, costs: 40, probability: 0.5 }, fields: { [field.id]: "Saves time" },
  }); // prettier-ignore
  await page.press(page.t("remove", { name: "A" }));
  expect((await page.saved()).items).toHaveLength(1);
});

test("the plot takes no more entries than it can show", async () => {
  const items = Array.from({ length: fixtures.activities[ID].spec.limit }, (_, n) => ({
    id: `i${n}`,
    name: `I ${n}`,
  }));
  const page = await show(kind, ID, { answer: { items } });
  await expect(page.press(page.t("add"))).rejects.toThrow("locked");
  expect(page.text()).toContain(page.t("full", { limit: page.spec.limit, items: page.spec.items }));
});

test("entries of other exercises are taken over, and wait", async () => {
  const page = await show(kind, ID, { replies: examples });
  const source = page.spec.sources.find((one: Doc) => one.into.includes(""));
  const offered = await page.bring(source);
  const { items } = await page.saved();
  expect(page.texts(".gc-waiting")).toHaveLength(offered);
  expect(items.filter((one: Doc) => "x" in one || "y" in one)).toEqual([]);
  expect(items[0].origin.activity).toBe(source.id);
});

test("what comes along with an entry stands in the fields that go along from here too", async () => {
  const page = await show(kind, ID, { replies: examples });
  await page.bring(page.spec.sources.find((one: Doc) => one.id === "dtca"));
  const [item] = (await page.saved()).items;
  const first = page.spec.fields.find((one: Doc) => one.long);
  expect(item.fields[first.id]).toContain("Today 2.2, target 4 (assessment); ");
});

test("the picture is saved as SVG that stands alone", async () => {
  const page = await show(kind, ID, { answer: { items: [{ id: "a", name: "A", x: 1, y: 1 }] } });
  let made: Blob | undefined;
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => ((made = blob as Blob), "blob:x"));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  await page.press(page.t("picture_svg"));
  const text = await made!.text();
  expect(text).toContain("http://www.w3.org/2000/svg");
  expect(text).toContain("<circle");
});

describe("labels", () => {
  const area = { x: 0, y: 0, width: 300, height: 200 };
  const apart = (boxes: Doc[]) =>
    boxes.every((a, i) =>
      boxes.every(
        (b, j) =>
          i === j ||
          a.x >= b.x + b.width ||
          b.x >= a.x + a.width ||
          a.y >= b.y + b.height ||
          b.y >= a.y + a.height,
      ),
    );

  test("stand beside their points and never on each other", () => {
    const points = [100, 110, 120, 130].map((x) => ({ x, y: 100, width: 80, height: 18 }));
    const boxes = placeLabels(points, area, 14).filter((box) => box !== null);
    expect(boxes.length).toBeGreaterThan(1);
    expect(apart(boxes)).toBe(true);
  });

  test("are whole, in lines of whole words", () => {
    const name = "A mobile team that comes to remote districts";
    expect(lines(name, 18)).toEqual(["A mobile team that", "comes to remote", "districts"]);
    expect(lines("Verwaltungsvorschrift und Gesetz", 10)).toEqual(["Verwaltungsvorschrift", "und Gesetz"]);
    expect(lines(" ", 10)).toEqual([]);
  });

  test("leave what stands there already", () => {
    const [box] = placeLabels([{ x: 100, y: 100, width: 80, height: 18 }], area, 14, [
      { x: 110, y: 90, width: 100, height: 20 },
    ]);
    expect(box!.x).toBeLessThan(100);
  });

  test("are left out where there is no room", () => {
    expect(placeLabels([{ x: 10, y: 10, width: 400, height: 18 }], area, 14)).toEqual([null]);
  });
});

test.each(worked.values)("costs are paid in any case, and a pilot too ($money)", (one) => {
  for (const [found, wanted] of [
    [expected(one.money), one.expected],
    [byWorkshop(one.money), one.workshop],
  ])
    if (wanted === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(wanted!, 9);
});

test("where the workshop's formula orders differently, both orders are told", async () => {
  const of = (name: string, benefits: number, costs: number, probability: number) => ({
    id: name.toLowerCase(),
    name,
    x: 50,
    y: 50,
    money: { benefits, costs, probability },
  });
  const told = { expected: "Safe, Bold", workshop: "Bold, Safe" };
  const items = [of("Bold", 100, 40, 0.3), of("Safe", 30, 10, 0.6)];
  const page = await show(kind, ID, { answer: { items } });
  expect(page.text()).toContain(page.t("orders_differ", told));
  const alike = await show(kind, ID, { answer: { items: [of("Bold", 100, 40, 0.9), items[1]] } });
  expect(alike.text()).not.toContain(page.t("orders_differ", told).split(".")[0]);
});

test.each(worked.rankings)("items are ranked with score and quadrant by $rule", (one) => {
  const found = ranking(one.items, one.rule);
  expect(found.map((item) => item.id)).toEqual(one.order);
  close(
    found.map((item) => item.score),
    one.scores,
  );
  expect(found.map((item) => item.quadrant)).toEqual(one.quadrants);
});
