import { expect, test } from "vitest";
import worked from "govcourse/kinds/matrix/examples.json";
import * as rules from "govcourse/kinds/matrix/rules";
import * as kind from "govcourse/kinds/matrix/view";
import { reader } from "govcourse/runtime/reader";
import { fixtures, type Doc } from "../fixtures";
import { examples, show, starting, type Page } from "../page";
import { everyActivity, phone } from "./every";

everyActivity("matrix", kind);

const level = (page: Page, row: Doc, ask: Doc, level: Doc) =>
  page.t("level_label", { row: row.title, ask: ask.title, level: level.title });

test("rows are placed on levels, today and as a goal, and the widest gap is named", async () => {
  const page = await show(kind, "maturity-grid");
  const { rows, levels, asks } = page.spec;
  const [today, goal] = asks.filter((one: Doc) => one.type === "level");
  expect(page.el.querySelector(".gc-profile")).toBeNull();
  await page.press(level(page, rows[0], today, levels[0]));
  await page.press(level(page, rows[0], goal, levels[2]));
  await page.press(level(page, rows[1], today, levels[1]));
  expect(await page.saved()).toEqual({
    cells: {
      [rows[0].id]: { [today.id]: levels[0].id, [goal.id]: levels[2].id },
      [rows[1].id]: { [today.id]: levels[1].id },
    },
  });
  const title = page.t("profile_gap", { row: rows[0].title, from: levels[0].title, to: levels[2].title });
  expect(page.texts("h4")).toContain(title);
  expect(page.place(".gc-profile").getAttribute("aria-label")).toContain(title);
});

test("a row is emptied again", async () => {
  const page = await show(kind, "maturity-grid");
  const { rows, levels, asks } = page.spec;
  await page.press(level(page, rows[0], asks[0], levels[0]));
  await page.press(`${page.t("row_clear")} ${rows[0].title}`);
  expect(await page.saved()).toEqual({ cells: {} });
});

test("one's own options are added, weighed and rated, and their totals told with the arithmetic", async () => {
  const page = await show(kind, "selection-criteria");
  const { rows, levels, asks, options } = page.spec;
  const ask = asks.find((one: Doc) => one.type === "level");
  const add = async (name: string) => {
    await page.fill(page.t("option_add_label", { item: options.item }), name);
    await page.press(page.t("add"));
  };
  await add("First");
  await add("Second");
  expect(page.text()).toContain(page.t("totals_none"));
  const best = levels.at(-1);
  const cell = (option: string) => page.t("cell_label", { ask: ask.title, row: rows[0].title, option });
  await page.pick(page.t("weight_of", { row: rows[0].title }), "3");
  await page.pick(cell("Second"), best.id);
  const total = 3 * best.value;
  expect(page.texts("h4")).toContain(page.t("totals_first", { title: "Second", total, most: total }));
  expect(page.text(".gc-totals")).toContain(`3 × ${best.value} (${rows[0].title}) = ${total}`);
  await page.pick(cell("First"), best.id);
  expect(page.texts("h4")).toContain(page.t("totals_tie"));
  const answer = await page.saved();
  expect(answer.weights).toEqual({ [rows[0].id]: 3 });
  expect(answer.options.map((one: Doc) => one.title)).toEqual(["First", "Second"]);
  await page.press(`${page.t("remove_short")} First`);
  expect((await page.saved()).options).toHaveLength(1);
});

test("there are no more options than there may be", async () => {
  const page = await show(kind, "selection-criteria");
  const { item, at_most } = page.spec.options;
  for (let n = 1; n <= at_most; n++) {
    await page.fill(page.t("option_add_label", { item }), `Option ${n}`);
    await page.press(page.t("add"));
  }
  await expect(page.press(page.t("add"))).rejects.toThrow("locked");
  expect((await page.saved()).options).toHaveLength(at_most);
});

test("rows of one's own are added as far as there are any, and named", async () => {
  const page = await show(kind, "selection-criteria");
  for (const [n, id] of page.spec.own.entries()) {
    await page.press(page.t("own_row_add"));
    await page.fill(page.t("own_row", { n: n + 1 }), `Mine ${n}`);
    expect((await page.saved()).titles[id]).toBe(`Mine ${n}`);
  }
  expect(page.all(page.t("own_row_add"))).toEqual([]);
});

test("what is served is summed up where nothing is weighed", async () => {
  const page = await show(kind, "ndp-sdg");
  await page.example();
  expect(page.el.querySelector(".gc-bars .gc-bar-track")).not.toBeNull();
  expect(page.texts(".gc-bars tbody tr").length).toBeGreaterThan(0);
});

test("entries of another exercise become options, and say where they come from", async () => {
  const page = await show(kind, "selection-criteria", { replies: examples });
  const source = page.spec.sources.find((one: Doc) => one.into.includes("options"));
  await page.press(starting(page.t("bring")));
  await page.press(page.controls().filter((one) => one.type === "checkbox")[0]);
  await page.press(page.t("bring_take", { count: 1 }));
  const { options } = await page.saved();
  expect(options[0].origin.activity).toBe(source.id);
  expect(page.text(".gc-from")).toBe(page.t("brought_from", { title: source.title }));
});

test("who owns an entry and what shows that it is needed go along, and on from here", async () => {
  const plot = fixtures.activities["value-feasibility"].spec;
  const field = (keeps: string) => plot.fields.find((one: Doc) => one.keeps === keeps).id;
  const fields = { [field("owner")]: "The registrar", [field("evidence")]: "Half come twice" };
  const answer = { items: [{ id: "i", name: "One window", x: 60, y: 60, fields }] };
  const read = ({ activity }: Doc) => ({ ok: true, answer: activity === plot.id ? answer : {} });
  const page = await show(kind, "selection-criteria", { replies: { read } });
  await page.press(starting(page.t("bring")));
  await page.press(page.controls().filter((one) => one.type === "checkbox")[0]);
  await page.press(page.t("bring_take", { count: 1 }));
  const saved = await page.saved();
  expect(saved.options[0]).toMatchObject({ owner: "The registrar", evidence: "Half come twice" });
  const [offer] = reader(page.spec as any, saved, page.t).offers();
  expect(offer.keeps).toMatchObject({ owner: "The registrar" });
  expect(offer.keeps.evidence).toContain("Half come twice");
});

test("on a phone options are cards from the first paint on, before anything was resized", async () => {
  phone();
  const page = await show(kind, "selection-criteria");
  await page.example();
  expect(page.el.querySelector(".gc-card")).not.toBeNull();
  expect(page.el.querySelector(".gc-options-table")).toBeNull();
});

test.each(worked as Doc[])("a matrix adds up as its arithmetic says ($activity)", (one) => {
  for (const [figure, expected] of Object.entries<Doc[]>(one.figures)) {
    const found: Doc[] = (rules as Doc)[figure](fixtures.activities[one.activity].spec, one.answer);
    const kept = found.map((row) =>
      Object.fromEntries(Object.keys(expected[0]).map((key) => [key, row[key]])),
    );
    expect(kept.slice(0, expected.length)).toEqual(expected);
  }
});
