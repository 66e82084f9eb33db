import { expect, test } from "vitest";
import * as kind from "govcourse/kinds/estimate/view";
import { fixtures, type Doc } from "../fixtures";
import { show } from "../page";
import { everyActivity } from "./every";
import { drawn } from "./results";

everyActivity("estimate", kind);

const ID = "plans-that-last";
const open = (answer: Doc, led: string | null = null) =>
  show(kind, ID, { answer, spec: { ...fixtures.activities[ID].spec, led } } as any);
const shown = (count: number[], quartiles: number[]) => ({
  n: count.reduce((sum, one) => sum + one, 0),
  steps: count.map((one, n) => ({ low: n * 10, high: n * 10 + 10, count: one })),
  quartiles,
});

test("alone, one estimates, considers, and estimates again", async () => {
  const page = await open({});
  const { unit, consider } = page.spec;
  expect(page.text()).not.toContain(consider[0]);
  await page.fill(page.t("first", { unit }), "60");
  expect(page.text()).toContain(consider[0]);
  await page.fill(page.t("again", { unit }), "35");
  expect(await page.saved()).toMatchObject({ first: 60, second: 35 });
  expect(page.text()).toContain(page.t("moved", { first: 60, second: 35 }));
});

test("a number out of range is told at its field and not saved", async () => {
  const page = await open({ first: 60 });
  await page.fill(page.t("first", { unit: page.spec.unit }), "101");
  expect(page.text()).toContain(page.t("number_between", { min: 0, max: 100 }));
});

test("led by a facilitator each round has its own field", async () => {
  const fields = async (led: string) => {
    const page = await open({ first: 60, reason: "The tax portal" }, led);
    const { unit } = page.spec;
    const has = (name: string) => page.text().includes(page.t(name, { unit }));
    return [has("first"), has("again"), has("wait")];
  };
  expect(await fields("first")).toEqual([true, false, false]);
  expect(await fields("talk")).toEqual([false, false, true]);
  expect(await fields("second")).toEqual([false, true, false]);
});

test("console and projector say how the middle moved, with both rounds beside each other", () => {
  const figures = {
    n: 6,
    first: shown([3, 0, 3], [5, 15, 25]),
    second: shown([1, 5, 0], [12, 15, 18]),
  };
  const still = drawn(kind.results, ID, { figures: figures as any });
  expect(still.querySelector("h3")!.textContent).toContain("still 15");
  expect([...still.querySelectorAll("tbody tr")].map((row) => row.children[1].textContent)).toEqual([
    "3 → 1",
    "0 → 5",
    "3 → 0",
  ]);
  document.documentElement.dir = "rtl";
  const back = drawn(kind.results, ID, { figures: figures as any });
  document.documentElement.dir = "";
  expect(back.querySelector("tbody td")!.textContent).toBe("3 ← 1"); // read from the right, it points to what came
  const once = { ...figures, second: shown([], []) };
  expect(drawn(kind.results, ID, { figures: once as any }).querySelector("h3")!.textContent).toContain(
    "5 to 25",
  );
});

test("nothing is shown of nobody, or of few", () => {
  const none = shown([], []);
  const few = { n: 3, first: { ...none, n: 3 }, second: none };
  expect(drawn(kind.results, ID, { figures: few as any }).textContent).toContain("3");
  expect(drawn(kind.results, ID, { figures: { ...few, n: 0 } as any }).querySelector("table")).toBeNull();
});
