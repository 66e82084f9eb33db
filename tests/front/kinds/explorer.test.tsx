import { describe, expect, test } from "vitest";
import { withUnit } from "govcourse/runtime/numbers";
import { found, valuesOf } from "govcourse/kinds/explorer/search";
import * as kind from "govcourse/kinds/explorer/view";
import { fixtures, type Doc } from "../fixtures";
import { show } from "../page";
import { everyActivity } from "./every";

everyActivity("explorer", kind);

const ID = "case-explorer";
const { cases } = fixtures.activities[ID].spec;

test("a case is searched for, saved and noted", async () => {
  const page = await show(kind, ID);
  await page.fill(page.t("search"), "medellin");
  const list = () => page.texts("[data-case] h4");
  expect(list().length).toBeLessThan(cases.length);
  const one = cases.find((one: Doc) => one.id === "medellin");
  expect(list()).toContain(one.title);
  await page.press(`${page.t("save")} ${one.title}`);
  await page.fill(page.t("note_on", { title: one.title }), "For us too");
  expect(await page.saved()).toEqual({ saved: { medellin: "For us too" } });
  await page.press(page.t("show_all"));
  expect(list()).toHaveLength(cases.length);
  await page.press(page.t("view_saved", { count: 1 }));
  expect(list()).toEqual([one.title]);
  await page.press(`${page.t("save")} ${one.title}`);
  expect(await page.saved()).toEqual({ saved: {} });
  expect(page.text()).toContain(page.t("none_saved"));
});

test("a card shows what a result was before, as two bars that stand for its figures", async () => {
  const page = await show(kind, ID);
  const one = cases.find((one: Doc) => one.id === "guizhou-poverty");
  const card = page.el.querySelector('[data-case="guizhou-poverty"]')!;
  const result = one.results.find((result: Doc) => result.before);
  expect(card.querySelector(".gc-change figcaption")!.textContent).toBe(
    "Down from 26.8 (2013) to 4.3% of the people (2018)",
  );
  const bars = [...card.querySelectorAll(".gc-change rect")].map((bar) => Number(bar.getAttribute("width")));
  expect(bars).toEqual([100, (result.value / result.before.value) * 100]);
  expect(card.textContent).toContain(result.text);
  const without = cases.filter((one: Doc) => !one.results.some((result: Doc) => result.before));
  expect(page.el.querySelectorAll(".gc-change")).toHaveLength(cases.length - without.length);
  const figures = without.filter((one: Doc) => one.results.length > 0);
  expect(page.el.querySelectorAll(".gc-figure")).toHaveLength(figures.length);
});

test("cases are filtered by their facets and on the map", async () => {
  const page = await show(kind, ID);
  const [facet] = page.spec.facets;
  expect(page.text()).toContain(page.t("filters", { count: 0 }));
  const select = page.control(new RegExp(`^${facet.title}$`));
  await page.pick(select, select.options[1].value);
  const left = page.el.querySelectorAll("[data-case]").length;
  expect(left).toBeLessThan(cases.length);
  expect(page.statuses).toContain(page.t("cases_found", { count: left, all: cases.length }));
  expect(page.text()).toContain(page.t("filters", { count: 1 }));
  await page.press(page.t("show_all"));
  const [region] = valuesOf("region", cases);
  const button = `${page.t(region.value)} (${region.count})`;
  await page.press(button);
  expect(page.el.querySelectorAll("[data-case]")).toHaveLength(region.count);
  expect(page.control(button).getAttribute("aria-pressed")).toBe("true");
  expect(page.el.querySelector("path.chosen")).not.toBeNull();
  await page.press(button);
  expect(page.el.querySelectorAll("[data-case]")).toHaveLength(cases.length);
  await page.fill(page.t("search"), "zzzz");
  expect(page.text()).toContain(page.t("none_found"));
});

test("two cases are compared beside each other, and no third", async () => {
  const page = await show(kind, ID);
  const pick = (one: Doc) => page.press(`${page.t("compare")} ${one.title}`);
  await page.press(page.t("view_compare", { count: 0 }));
  expect(page.text()).toContain(page.t("compare_two"));
  await page.press(page.t("view_cases"));
  await pick(cases[0]);
  await pick(cases[1]);
  await expect(pick(cases[2])).rejects.toThrow("locked");
  await page.press(page.t("view_compare", { count: 2 }));
  expect(page.texts(".gc-compare thead th")).toEqual([cases[0].title, cases[1].title]);
  expect(page.text(".gc-compare")).toContain(cases[0].lesson);
  expect(page.text(".gc-compare")).toContain(cases[1].doubts[0].text);
});

test("a case shows whose its figures are, and its claims lead to their sources", async () => {
  const page = await show(kind, ID);
  const one = cases.find((one: Doc) => one.id === "bangladesh-emutation");
  await page.press(`${page.t("read_whole")} ${one.title}`);
  const details = page.el.querySelector(".gc-drawer")!;
  expect(details.querySelectorAll(".gc-results > li")).toHaveLength(one.results.length);
  for (const result of one.results) {
    expect(details.textContent).toContain(withUnit(result.value.toLocaleString("en"), result.unit, "en"));
    expect(details.textContent).toContain(page.spec.labels[`evidence_${result.evidence}`]);
  }
  const linked = [...details.querySelectorAll("li small a")].map((link) => link.getAttribute("href"));
  expect(new Set(linked)).toEqual(new Set(one.bibliography.map((source: Doc) => source.url)));
  await page.press(page.t("close"));
  expect(page.el.querySelector(".gc-drawer")).toBeNull();
});

describe("the search", () => {
  test("goes by all words, without case and accents", () => {
    expect(found(cases, "MEDELLÍN", {}).map((one) => one.id)).toContain("medellin");
    expect(found(cases, "medellin nowhere", {})).toEqual([]);
    expect(found(cases, " ", {})).toEqual(cases);
  });

  test("counts the values of a facet in their order", () => {
    const values = valuesOf("sdgs", cases).map((one) => Number(one.value));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    for (const facet of ["region", "themes", "transfer", "evidence"]) {
      const [first] = valuesOf(facet, cases);
      expect(found(cases, "", { [facet]: first.value })).toHaveLength(first.count);
    }
  });
});
