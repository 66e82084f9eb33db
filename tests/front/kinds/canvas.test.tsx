import { expect, test } from "vitest";
import worked from "govcourse/kinds/canvas/examples.json";
import { slides } from "govcourse/kinds/canvas/rules";
import type { Told } from "govcourse/kinds/canvas/shapes";
import * as kind from "govcourse/kinds/canvas/view";
import { fixtures, type Doc } from "../fixtures";
import { examples, show, starting } from "../page";
import { everyActivity } from "./every";

everyActivity("canvas", kind);

test("fields are filled in, and counted", async () => {
  const page = await show(kind, "reflection");
  const [first] = page.spec.fields;
  await page.fill(first.title, "It went well");
  expect(page.statuses).toContain(page.t("filled", { count: 1, all: page.spec.fields.length }));
  expect(await page.saved()).toEqual({ fields: { [first.id]: "It went well" } });
});

test("no more fields are marked than there may be", async () => {
  const page = await show(kind, "country-x");
  const mark = (field: Doc) => page.press(`${page.spec.mark.title} ${field.title}`);
  const [a, b, c] = page.spec.fields;
  await mark(a);
  await mark(b);
  await expect(mark(c)).rejects.toThrow("locked");
  await mark(a);
  await mark(c);
  expect(await page.saved()).toEqual({ marks: { [a.id]: false, [b.id]: true, [c.id]: true } });
});

test("stages are gone through; going back says why", async () => {
  const id = Object.keys(fixtures.activities).find(
    (id) => fixtures.activities[id].spec.stages?.length && fixtures.activities[id].spec.kind === "canvas",
  )!;
  const page = await show(kind, id);
  const [first, second] = page.spec.fields.filter((one: Doc) => page.spec.stages.includes(one.id));
  await page.press(page.t("stage_on", { title: second.title }));
  expect(page.statuses).toContain(
    page.t("stage_now", { title: second.title, n: 2, all: page.spec.stages.length }),
  );
  await page.press(page.t("stage_back", { title: first.title }));
  const form = page.place(".gc-moves form");
  await expect(page.press(page.t("stage_back", { title: first.title }), form)).rejects.toThrow("locked");
  await page.fill(page.t("stage_why", { title: first.title }), "We asked too few");
  await page.press(page.t("stage_back", { title: first.title }), form);
  const { moves } = await page.saved();
  expect(moves.map(({ to, why, date }: Doc) => [to, why, date])).toEqual([
    [second.id, "", "2027-03-01"],
    [first.id, "We asked too few", "2027-03-01"],
  ]);
});

test("slides are shown one by one, by button and by arrow key, and the speaking is timed", async () => {
  const id = Object.keys(fixtures.activities).find((id) => fixtures.activities[id].spec.slides)!;
  const { example } = fixtures.activities[id].spec;
  const page = await show(kind, id, { answer: example });
  const all = page.el.querySelectorAll(".gc-slide-row li").length;
  expect(all).toBeGreaterThan(2);
  await page.press(page.t("present"));
  const dialog = page.place(".gc-present") as HTMLDialogElement;
  expect(dialog.open).toBe(true);
  const at = (n: number) => expect(dialog.textContent).toContain(page.t("slide_n", { n, all }));
  at(1);
  await page.press(page.t("slide_on"));
  await page.key(dialog as any, "ArrowRight");
  at(3);
  await page.key(dialog as any, "PageUp");
  await page.press(page.t("slide_back"));
  at(1);
  await page.key(dialog as any, "ArrowLeft");
  at(1);
  await page.press(page.t("timer_start"));
  await page.wait(90_000);
  await page.press(page.t("timer_stop"));
  expect((await page.saved()).seconds).toBe(90);
  await page.press(page.t("close"));
  expect(dialog.open).toBe(false);
});

test("what another exercise made is listed, chosen, and taken with where it came from", async () => {
  const [id, { spec }] = Object.entries(fixtures.activities).find(
    ([, { spec }]) => spec.kind === "canvas" && spec.sources.some((one: Doc) => one.into[0]),
  )!;
  const source = spec.sources.find((one: Doc) => one.into[0]);
  const field = spec.fields.find((one: Doc) => one.id === source.into[0]);
  const page = await show(kind, id, { replies: examples });
  await page.bring(source);
  const answer = await page.saved();
  expect(answer.origins[field.id].map((one: Doc) => one.activity)).toContain(source.id);
  expect(answer.fields[field.id]).toBeTruthy();
  expect(page.text(".gc-from")).toBe(page.t("brought_from", { title: source.title }));
  expect(page.text(".gc-bring summary")).toBe(page.t("bring_again"));
});

test("where another exercise has nothing yet, or cannot be read, that is said", async () => {
  const [id, { spec }] = Object.entries(fixtures.activities).find(
    ([, { spec }]) => spec.kind === "canvas" && spec.sources.some((one: Doc) => one.into[0]),
  )!;
  const source = spec.sources.find((one: Doc) => one.into[0]);
  const empty = await show(kind, id, { replies: { read: () => ({ ok: true, answer: {} }) } });
  expect(empty.all(starting(empty.t("bring")))).toEqual([]); // no button for what is empty, but where it would come from
  expect(empty.text(".gc-bring summary")).toBe(empty.t("bring_none"));
  expect(empty.text(".gc-bring")).toContain(source.title);
  expect(empty.place(".gc-bring a").getAttribute("href")).toContain(`#exercise-${source.id}`);
  empty.away();
  empty.el.remove();
  const broken = await show(kind, id);
  expect(broken.text(".gc-bring")).toContain("no read here");
  await broken.press(broken.all(broken.t("bring"))[0]); // one tries again
  expect(broken.model.asked("read").filter((one) => one.activity === source.id)).toHaveLength(2);
});

test.each(worked)("a canvas makes slides of what was written ($activity)", (one) => {
  expect(slides(fixtures.activities[one.activity].spec as Told, one.answer as Doc)).toEqual(one.slides);
});
