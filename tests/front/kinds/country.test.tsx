import { describe, expect, test } from "vitest";
import * as kind from "govcourse/kinds/country/view";
import { found, furthest, groupOf, meanCheck, series, standing } from "govcourse/kinds/country/compare";
import { fixtures, type Doc } from "../fixtures";
import { show, type Given, type Page } from "../page";
import { everyActivity } from "./every";
import { drawn } from "./results";

everyActivity("country", kind);

const ID = "country-profile";
const { spec } = fixtures.activities[ID] as Doc;
const FIJI: Doc = {
  country: "FJI",
  figures: [
    { index: "egdi", edition: 2022, values: { egdi: 0.62, osi: 0.48, tii: 0.59, hci: 0.8, rank: 97 } },
    { index: "egdi", edition: 2024, values: { egdi: 0.67, osi: 0.53, tii: 0.75, hci: 0.74, rank: 88 } },
    { index: "gtmi", edition: 2025, values: { gtmi: 0.55 } },
  ],
  means: ["054", "009", "sids", "world"].map((of) => ({
    index: "egdi",
    edition: 2024,
    source: "egdi",
    computed: true,
    of,
    n: 4,
    values: { egdi: 0.6, osi: 0.6, tii: 0.6, hci: 0.6 },
  })),
};
const loaded: Given["replies"] = {
  country: ({ country }) => ({
    ok: true,
    country: country === "FJI" ? (FIJI as any) : { country, figures: [], means: [] },
  }),
};
// The rows of the table below a chart.
const table = (page: Page, n: number): string[][] =>
  [...page.el.querySelectorAll("figure")[n].querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent!),
  );
const open = (given: Given = {}) => show(kind, ID, { replies: loaded, ...given });

test("a country is found without its accents, and its code is enough", async () => {
  const page = await open();
  const names = () => [...page.control(page.t("choose")).options].slice(1).map((one) => one.textContent);
  expect(names().length).toBe(193);
  await page.fill(page.t("search"), "cote d ivoire");
  expect(names()).toEqual(["Côte d'Ivoire"]);
  await page.fill(page.t("search"), "fji");
  expect(names()).toEqual(["Fiji"]);
  await page.fill(page.t("search"), "atlantis");
  expect(page.text()).toContain(page.t("search_none"));
});

test("what is loaded of a country is shown beside its groups, and kept in the answer", async () => {
  const page = await open();
  await page.pick(page.t("choose"), "FJI");
  expect(page.model.asked("country").length).toBe(1);
  expect(page.statuses).toContain(page.t("loaded", { country: "Fiji", count: 2 }));
  expect(await page.saved()).toEqual({
    country: "FJI",
    figures: {
      "2022": { egdi: 0.62, osi: 0.48, tii: 0.59, hci: 0.8 },
      "2024": { egdi: 0.67, osi: 0.53, tii: 0.75, hci: 0.74 },
    },
  });
  expect(page.texts("figure h4")).toEqual([
    page.t("editions_title_above", { country: "Fiji", edition: 2024, gap: "0.07" }),
    page.t("parts_title_below", { part: page.t("osi_short"), mine: "0.53", world: "0.60" }),
  ]);
  expect(page.texts(".gc-series li")).toEqual([
    "Fiji", "Melanesia", "Oceania", "Small island developing States", "World",
  ]); // prettier-ignore
  expect(table(page, 0)).toEqual([
    ["2022", "0.62", "–", "–", "–", "–"],
    ["2024", "0.67", "0.60", "0.60", "0.60", "0.60"],
  ]);
  expect(page.text()).toContain(page.t("parts_changed"));
  expect(page.text(".gc-mirrors")).toContain(page.t("gtmi_group", { group: "B" }));
  expect(page.text(".gc-mirrors")).toContain(page.t("dgi_not", { country: "Fiji" }));
});

test("places are not seen before they are asked for, and then with the caution", async () => {
  const page = await open({ answer: { country: "FJI" } });
  const details = [...page.el.querySelectorAll("details")].find((one) =>
    one.textContent!.includes(page.t("places")),
  )!;
  expect(details.open).toBe(false);
  expect(details.textContent).toContain(page.spec.places);
  expect(details.textContent).toContain(page.t("place_of", { rank: 88 }));
});

test("parts are looked at one edition at a time", async () => {
  const page = await open({ answer: { country: "FJI" } });
  await page.pick(page.t("parts_edition"), "2022");
  expect(page.texts("figure h4")[1]).toBe(page.t("parts_none", { country: "Fiji", edition: 2022 }));
});

test("without loaded figures one enters one's own, and compares them with published means", async () => {
  const page = await open();
  await page.pick(page.t("choose"), "KEN");
  expect(page.text()).toContain(page.t("not_loaded", { country: "Kenya" }));
  await page.fill(page.t("osi"), "0,68");
  await page.fill(page.t("tii"), "0.43");
  await page.fill(page.t("hci"), "0.564");
  expect(page.statuses).toContain(page.t("mean_missing", { mean: "0.558" }));
  await page.fill(page.t("egdi"), "0.9");
  expect(page.statuses).toContain(page.t("mean_wrong", { mean: "0.558", egdi: "0.90" }));
  await page.fill(page.t("egdi"), "0.558");
  expect(page.statuses).toContain(page.t("mean_fits", { mean: "0.558" }));
  await page.fill(page.t("egdi"), "5.58");
  expect(page.text()).toContain(page.t("number_between", { min: 0, max: 1 }));
  expect(await page.saved()).toEqual({
    country: "KEN",
    figures: { "2024": { osi: 0.68, tii: 0.43, hci: 0.564, egdi: 0.558 } },
  });
  expect(table(page, 0).map((row) => row[0])).toEqual(["2018", "2020", "2022", "2024"]);
  expect(table(page, 0).at(-1)).toEqual(["2024", "0.56", "0.42", "0.64"]);
});

test("what was typed for one country is not another's, and undo brings it back", async () => {
  const answer = { country: "KEN", figures: { "2024": { egdi: 0.5 } } };
  const page = await open({ answer });
  await page.pick(page.t("choose"), "TZA");
  expect(await page.saved()).toEqual({ country: "TZA", figures: {} });
  await page.press(page.t("undo"));
  expect(await page.saved()).toEqual(answer);
});

test("a static page asks nobody", async () => {
  const page = await open({ host: { name: "static" } });
  await page.pick(page.t("choose"), "FJI");
  expect(page.model.asked("country")).toEqual([]);
  expect(page.text()).toContain(page.t("not_loaded", { country: "Fiji" }));
});

test("what cannot be looked up is said, and figures can be typed all the same", async () => {
  const page = await show(kind, ID);
  await page.pick(page.t("choose"), "FJI");
  expect(page.statuses).toContain("no country here");
  await page.fill(page.t("osi"), "0.5");
  expect((await page.saved()).figures["2024"].osi).toBe(0.5);
});

test("console and projector show the countries of five people and more", () => {
  const figures = { n: 12, countries: [{ id: "KEN", title: "Kenya", count: 7 }] };
  expect(drawn(kind.results, ID, { figures } as any).textContent).toContain("Kenya");
  const none = drawn(kind.results, ID, { figures: { n: 3, countries: [] } } as any);
  expect(none.textContent).toBe(fixtures.texts.country.results_none);
});

describe("a comparison", () => {
  const land = spec.countries.find((one: Doc) => one.id === "FJI");

  test("is with the groups of which something is known", () => {
    const keys = (profile: Doc | null) =>
      series(spec, land, "Fiji", {}, profile as any).map((one) => one.key);
    expect(keys(null)).toEqual(["mine", "region", "sids", "world"]);
    expect(keys(FIJI)).toEqual(["mine", "subregion", "region", "sids", "world"]);
  });

  test("says where the index stands, and which part lies furthest behind", () => {
    const world = { egdi: 0.6, osi: 0.6, tii: 0.6, hci: 0.6 };
    expect(standing({ egdi: 0.5 }, world)!.way).toBe("below");
    expect(standing({ egdi: 0.604 }, world)!.way).toBe("even");
    expect(standing({ egdi: 0.61 }, world)!.way).toBe("above");
    expect(standing(undefined, world)).toBeNull();
    expect(furthest({ osi: 0.5, tii: 0.4, hci: 0.9 }, world)).toMatchObject({ part: "tii", mine: 0.4 });
    expect(furthest({ osi: 0.5, tii: 0.4 }, world)).toBeNull();
  });

  test("checks the mean as far as the publisher rounds", () => {
    expect(meanCheck({ osi: 0.4, tii: 0.5 })).toBeNull();
    expect(meanCheck({ egdi: 0.501, osi: 0.4, tii: 0.5, hci: 0.6 })!.fits).toBe(true);
    expect(meanCheck({ egdi: 0.502, osi: 0.4, tii: 0.5, hci: 0.6 })!.fits).toBe(false);
  });

  test("knows a value's group by its lower limit", () => {
    expect(groupOf(spec.limits.egdi.groups, 0.75)).toBe("very-high");
    expect(groupOf(spec.limits.gtmi.groups, 0.2)).toBe("D");
  });

  test("finds nothing for nobody's name, and lists by the language's order", () => {
    expect(found(spec.countries, "zzz", "en")).toEqual([]);
    expect(found(spec.countries, "", "en")[0].id).toBe("AFG");
  });
});
