import { describe, expect, test } from "vitest";
import worked from "govcourse/kinds/quiz/examples.json";
import { asked, drawn, mixed, right, seedFor } from "govcourse/kinds/quiz/rules";
import type { Told } from "govcourse/kinds/quiz/shapes";
import * as kind from "govcourse/kinds/quiz/view";
import { activities, fixtures, type Doc } from "../fixtures";
import { show, type Page } from "../page";
import { everyActivity } from "./every";
import { drawn as results } from "./results";

everyActivity("quiz", kind);

const QUIZ = "concepts-check";
const of = (page: Page, type: string): Doc => page.spec.questions.find((one: Doc) => one.type === type);
const part = (page: Page, question: Doc) => page.place(`[data-question="${question.id}"]`);
const check = (page: Page, question: Doc) => page.press(`${page.t("check")} ${question.text}`);
const score = (page: Page, done: number) => page.t("score", { done, all: page.spec.questions.length });

test("one of several is checked when asked, explained, and can be tried again", async () => {
  const page = await show(kind, QUIZ);
  const question = of(page, "single");
  const wrong = question.options.find((one: Doc) => !one.right);
  const right = question.options.find((one: Doc) => one.right);
  await expect(check(page, question)).rejects.toThrow("locked");
  await page.press(wrong.text, part(page, question));
  await check(page, question);
  expect(part(page, question).className).toContain("wrong");
  expect(part(page, question).textContent).toContain(wrong.feedback);
  expect(part(page, question).textContent).toContain(question.explanation);
  await expect(page.press(right.text, part(page, question))).rejects.toThrow("locked");
  await page.press(`${page.t("again")} ${question.text}`);
  await page.press(right.text, part(page, question));
  await check(page, question);
  expect(part(page, question).className).toContain("right");
  expect(page.statuses).toContain(score(page, 1));
  expect(await page.saved()).toEqual({
    seed: expect.stringMatching(/^[a-z0-9]{1,8}$/),
    answers: { [question.id]: { chosen: [right.id], checked: true, tries: 2 } },
  });
});

test("things to order are moved up and down by buttons", async () => {
  const page = await show(kind, QUIZ);
  const question = of(page, "order");
  const wanted = question.options.map((one: Doc) => one.text);
  const now = () =>
    [...part(page, question).querySelectorAll(".gc-order li > span:first-child")].map(
      (one) => one.textContent,
    );
  expect(now()).not.toEqual(wanted);
  for (const [place, text] of wanted.entries())
    while (now().indexOf(text) > place) await page.press(page.t("order_up", { text }));
  const [first] = wanted;
  await page.press(page.t("order_down", { text: first }));
  await page.press(page.t("order_up", { text: first }));
  expect(now()).toEqual(wanted);
  await expect(page.press(page.t("order_up", { text: first }))).rejects.toThrow("locked");
  await check(page, question);
  const { answers } = await page.saved();
  expect(answers[question.id]).toMatchObject({
    chosen: question.options.map((one: Doc) => one.id),
    checked: true,
  });
  expect(page.statuses).toContain(score(page, 1));
});

test("an order that was left as it is counts as given", async () => {
  const page = await show(kind, QUIZ);
  const question = of(page, "order");
  await check(page, question);
  const { answers } = await page.saved();
  expect(answers[question.id].chosen).toHaveLength(question.options.length);
  expect(part(page, question).className).toContain("wrong");
});

test("what belongs together is picked from lists, and taken back", async () => {
  const page = await show(kind, QUIZ);
  const question = of(page, "match");
  const label = (one: Doc) => page.t("match_for", { text: one.text });
  const [first] = question.options;
  await page.pick(label(first), first.id);
  await page.pick(label(first), "");
  expect((await page.saved()).answers[question.id]).toEqual({ pairs: {} });
  for (const one of question.options) await page.pick(label(one), one.id);
  await check(page, question);
  expect(part(page, question).className).toContain("right");
});

test("of several that are right, those that were missed are counted", async () => {
  const [id, { spec }] = Object.entries(fixtures.activities).find(
    ([, { spec }]) => spec.kind === "quiz" && spec.questions.some((one: Doc) => one.type === "multiple"),
  )!;
  const question = spec.questions.find((one: Doc) => one.type === "multiple");
  const page = await show(kind, id);
  const rights = question.options.filter((one: Doc) => one.right);
  await page.press(rights[0].text, part(page, question));
  await check(page, question);
  expect(part(page, question).textContent).toContain(page.t("missed", { count: rights.length - 1 }));
});

describe("the results of a room", () => {
  test("say of each question how many were right", () => {
    const { about, figures } = fixtures.activities[QUIZ].room;
    const el = results(kind.results, QUIZ);
    const items = [...el.querySelectorAll("li")].map((one) => one.textContent);
    expect(items).toHaveLength(about.questions.length);
    const [first] = about.questions;
    const { n, right } = figures.questions[first.id];
    expect(items[0]).toContain(first.text);
    expect(items[0]).toContain(String(n));
    expect(items[0]).toContain(String(right));
  });
});

test.each(worked.right)("a quiz answer is right only as a whole ($question: $right)", (one) => {
  const question = fixtures.activities["concepts-check"].spec.questions.find(
    (asked: Doc) => asked.id === one.question,
  );
  expect(right(question, one.given as Doc)).toBe(one.right);
});

test.each(worked.drawn)("questions are drawn by seed from each objective in turn ($seed)", (one) => {
  const found = drawn(worked.questions, one.count, one.seed);
  expect(found.map(({ id }) => id)).toEqual(one.drawn);
});

test("each person is asked some of the questions, keeps them, and can ask for others", async () => {
  const id = "session-1-check";
  const page = await show(kind, id);
  const shown = () =>
    [...page.el.querySelectorAll<HTMLElement>("[data-question]")].map((one) => one.dataset.question!);
  const first = shown();
  expect(first).toHaveLength(page.spec.ask);
  await page.press(page.t("others"));
  const second = shown();
  expect(second).toHaveLength(page.spec.ask);
  expect(second).not.toEqual(first);
  const { seed } = await page.saved();
  expect(asked(page.spec as Told, seed).map((one) => one.id)).toEqual(second);
  const again = await show(kind, id, { answer: { seed } });
  const kept = [...again.el.querySelectorAll<HTMLElement>("[data-question]")];
  expect(kept.map((one) => one.dataset.question)).toEqual(second);
});

test("a new draw prefers questions that were not asked before", () => {
  const spec = fixtures.activities["session-1-check"].spec as Told;
  const answers = Object.fromEntries(asked(spec, "abc").map(({ id }) => [id, { checked: true }]));
  const old = (seed: string) => asked(spec, seed).filter(({ id }) => id in answers).length;
  expect(old(seedFor(spec, answers))).toBeLessThanOrEqual(3);
});

test("things to order are never shown in the right order", () => {
  const questions = activities.flatMap(([, { spec }]) => (spec.kind === "quiz" ? spec.questions : []));
  expect(questions.length).toBeGreaterThan(10);
  for (const { id, options } of questions) {
    const found = mixed<{ id: string }>(options, id);
    expect(found.map((one) => one.id).sort()).toEqual(options.map((one: Doc) => one.id).sort());
    expect(found).not.toEqual(options);
  }
});
