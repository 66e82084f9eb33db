import { expect, test } from "vitest";
import * as kind from "govcourse/kinds/dtca/view";
import { show, type Page } from "../page";
import { everyActivity } from "./every";
import type { Doc } from "../fixtures";

everyActivity("dtca", kind);

const part = (page: Page, statement: Doc) => page.place(`[data-statement="${statement.id}"]`);

test("statements are rated, a target set, and the profile says where the gap is", async () => {
  const page = await show(kind, "dtca");
  const { dimensions, scale } = page.spec.instrument;
  const [first] = dimensions;
  for (const statement of first.statements)
    await page.press(scale.find((one: Doc) => one.value === 2).label, part(page, statement));
  await page.pick(page.t("target", { dimension: first.title }), "4");
  expect(page.statuses).toContain(page.t("progress", { done: first.statements.length, all: 30 }));
  const answer = await page.saved();
  expect(answer.targets).toEqual({ [first.id]: 4 });
  expect(answer.items[first.statements[0].id]).toEqual({ value: 2, dont_know: false });
  await page.press(page.t("profile"));
  expect(page.texts("h5")).toContain(page.t("profile_gap", { dimension: first.title, gap: "2.0" }));
  expect(page.text()).toContain(page.t("overall_missing", { need: dimensions.length - 1 }));
  await page.press(page.t("back"));
  await page.press(page.control(new RegExp(`^${first.title}`)));
  await page.pick(page.t("target", { dimension: first.title }), "");
  expect((await page.saved()).targets).toEqual({});
});

test("who does not know says so, and may say why", async () => {
  const page = await show(kind, "dtca");
  const [statement] = page.spec.instrument.dimensions[0].statements;
  await page.press(page.spec.instrument.dont_know, part(page, statement));
  await page.fill(page.t("comment_label"), "Nobody told me", part(page, statement));
  expect(await page.saved()).toEqual({
    items: { [statement.id]: { value: null, dont_know: true, comment: "Nobody told me" } },
  });
});

test("one goes through the dimensions, and to the next statement that is open", async () => {
  const page = await show(kind, "dtca");
  const { dimensions, scale } = page.spec.instrument;
  const shown = () => page.place(".gc-dimension:not([hidden]) > h4").textContent;
  await page.press(page.t("forward", { title: dimensions[1].title }));
  expect(shown()).toBe(dimensions[1].title);
  for (const statement of dimensions[1].statements) await page.press(scale[0].label, part(page, statement));
  await page.press(page.t("next_open"));
  await page.wait(50);
  expect(shown()).toBe(dimensions[2].title);
  expect(document.activeElement!.closest("[data-statement]")).toBe(part(page, dimensions[2].statements[0]));
});

test("the example has a profile of all its dimensions, and how it is scored", async () => {
  const page = await show(kind, "dtca");
  await page.example();
  await page.press(page.t("profile"));
  expect(page.texts(".gc-dimension:not([hidden]) tbody tr")).toHaveLength(
    page.spec.instrument.dimensions.length,
  );
  for (const line of page.spec.instrument.scoring) expect(page.text()).toContain(line);
});
