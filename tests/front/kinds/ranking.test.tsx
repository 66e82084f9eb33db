import { describe, expect, test } from "vitest";
import * as kind from "govcourse/kinds/ranking/view";
import { answered, asked, begin, left } from "govcourse/kinds/ranking/order";
import { fixtures, type Doc } from "../fixtures";
import { show, starting } from "../page";
import { everyActivity } from "./every";
import { drawn } from "./results";

everyActivity("ranking", kind);

const entries = (...names: string[]): Doc[] => names.map((name, n) => ({ id: `e${n}`, name }));
const names = (some: Doc[]): string[] => some.map((one) => one.name);
const open = (answer: Doc) => show(kind, "ideas-first", { answer });

test("an idea of one's own waits until it is put in order", async () => {
  const page = await open({});
  await page.fill(page.t("add_label", { item: page.spec.item }), "One form for all");
  await page.press(page.t("add"));
  const { waiting } = await page.saved();
  expect(names(waiting)).toEqual(["One form for all"]);
  await page.press(`${page.t("put")} One form for all`);
  const saved = await page.saved();
  expect(names(saved.ranked)).toEqual(["One form for all"]);
  expect(saved.waiting).toEqual([]);
});

test("the order is changed by buttons and by keys, and is said", async () => {
  const page = await open({ ranked: entries("A", "B", "C") });
  await page.press(page.t("down", { name: "A" }));
  expect(names((await page.saved()).ranked)).toEqual(["B", "A", "C"]);
  expect(page.statuses).toContain(page.t("moved", { name: "A", n: 2, all: 3 }));
  const handle = page.control(page.t("handle", { name: "C", n: 3, all: 3 }));
  await page.key(handle, "Home");
  expect(names((await page.saved()).ranked)).toEqual(["C", "B", "A"]);
  await page.key(page.control(page.t("handle", { name: "C", n: 1, all: 3 })), "ArrowDown");
  expect(names((await page.saved()).ranked)).toEqual(["B", "C", "A"]);
});

test("what is taken out of the order waits, and can be removed", async () => {
  const page = await open({ ranked: entries("A", "B") });
  await page.press(`${page.t("out")} A`);
  expect(names((await page.saved()).waiting)).toEqual(["A"]);
  await page.press(page.t("remove", { name: "A" }));
  expect(await page.saved()).toMatchObject({ ranked: [{ name: "B" }], waiting: [] });
});

test("two at a time, the order comes of itself", async () => {
  const page = await open({ waiting: entries("D", "B", "A", "C") });
  await page.press(page.t("compare"));
  for (let questions = 0; questions < 12; questions += 1) {
    const pair = [...page.el.querySelectorAll<HTMLElement>(".gc-pair button")];
    if (!pair.length) break;
    const first = pair.map((one) => one.textContent!).sort()[0];
    await page.press(first);
  }
  expect(names((await page.saved()).ranked)).toEqual(["A", "B", "C", "D"]);
  expect(page.statuses).toContain(page.t("compare_done"));
});

test("a list that is full takes no more", async () => {
  const page = await open({ ranked: entries(..."ABCDEFGHIJKL") });
  await expect(page.press(page.t("add"))).rejects.toThrow("locked");
});

test("options of the course wait without being in the answer", async () => {
  const options = [
    { id: "x", title: "First option", about: null },
    { id: "y", title: "Second option", about: "with a word" },
  ];
  const page = await show(kind, "ideas-first", { spec: { options, own: false } });
  await page.press(`${page.t("put")} Second option`);
  expect(await page.saved()).toEqual({ ranked: [{ id: "y" }], waiting: [] });
  expect(page.all(starting("One more"))).toEqual([]);
});

describe("a search by halves", () => {
  test("asks no more than it says, and finds the place", () => {
    const order = ["b", "d", "f", "h", "j"];
    for (const candidate of ["a", "c", "e", "g", "i", "k"]) {
      let search = begin(candidate, order.length);
      let questions = 0;
      const most = left(search);
      for (let at = asked(search); at !== null; at = asked(search)) {
        search = answered(search, candidate < order[at]);
        questions += 1;
      }
      expect(questions).toBeLessThanOrEqual(most);
      expect([...order.slice(0, search.low), candidate, ...order.slice(search.low)].join("")).toBe(
        [...order, candidate].sort().join(""),
      );
    }
  });
});

test("console and projector show the room's order, with places and first places", async () => {
  const { room } = fixtures.activities["ideas-first"];
  const el = drawn(kind.results, "ideas-first");
  const rows = [...el.querySelectorAll("tbody tr")];
  expect(rows.length).toBe(room.figures.standings.length);
  expect(rows[0].textContent).toContain(room.figures.standings[0].title);
});
