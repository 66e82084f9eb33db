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
// By its number, as its state has it: "Question 3", "Question 3: right".
const go = (page: Page, question: Doc) => {
  const shown = [...page.el.querySelectorAll<HTMLElement>("[data-question]")];
  const n = shown.findIndex((one) => one.dataset.question === question.id) + 1;
  return page.press(new RegExp(`^${page.t("question_n", { n })}(:|$)`));
};
const questionShown = (page: Page) =>
  [...page.el.querySelectorAll<HTMLElement>("[data-question]:not([hidden])")].map(
    (one) => one.dataset.question,
  );
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

test("one question is shown at a time, or all of them, and one goes on where one left off", async () => {
  const answered = { creativity: { chosen: ["creativity"], checked: true } };
  const page = await show(kind, QUIZ, { answer: { answers: answered } });
  const [, second] = page.spec.questions;
  const all = page.spec.questions.map((one: Doc) => one.id);
  expect(questionShown(page)).toEqual([second.id]);
  expect(page.text(`[data-question="${second.id}"] h4`)).toBe(
    page.t("question_of", { n: 2, all: all.length }),
  );
  await page.press(page.t("question_right", { n: 1 }));
  expect(questionShown(page)).toEqual(["creativity"]);
  await page.press(page.t("next"));
  expect(questionShown(page)).toEqual([second.id]);
  await page.press(page.t("all_at_once"));
  expect(questionShown(page)).toEqual(all);
  await page.press(page.t("one_by_one"));
  expect(questionShown(page)).toEqual([second.id]);
});

test("by keys alone an option is chosen, checked, explained beside it, and one goes on", async () => {
  const page = await show(kind, QUIZ);
  const question = of(page, "single");
  const options = () => page.controls(part(page, question)).filter((one) => one.matches("input"));
  await page.press(page.t("question_n", { n: 1 }));
  const key = async (key: string) => {
    const at = document.activeElement!;
    expect(at).not.toBe(document.body);
    await page.key(at as never, key);
  };
  await key("9");
  expect(options().filter((one) => one.checked)).toEqual([]);
  await page.key(part(page, question).querySelector("h4") as never, "2");
  const chosen = question.options.find((one: Doc) => one.id === options()[1].value);
  expect(options().map((one) => one.checked)).toEqual([false, true, false]);
  await key("Enter");
  const label = options()[1].closest("label")!;
  expect(label.dataset.mark).toBe(chosen.right ? "good" : "bad");
  expect(label.nextElementSibling!.textContent).toBe(chosen.feedback);
  await key("Enter");
  expect(questionShown(page)).toEqual([page.spec.questions[1].id]);
});

test("the end says what to look at again, and where the course says it", async () => {
  const page = await show(kind, "session-1-check");
  const seed = "abc";
  const [first, ...others] = asked(page.spec as Told, seed);
  const given = Object.fromEntries(
    others.map((one) => [
      one.id,
      {
        chosen: one.options.filter((option) => option.right).map(({ id }) => id),
        pairs: one.type === "match" ? Object.fromEntries(one.options.map(({ id }) => [id, id])) : {},
        checked: true,
      },
    ]),
  );
  page.away();
  page.el.remove();
  const answers = { ...given, [first.id]: { chosen: [], checked: true } };
  const chapter = page.spec.chapters.find((one: Doc) => one.id === first.objective);
  const heading = document.createElement("h2");
  heading.id = "a-part";
  heading.textContent = chapter.parts[0];
  document.body.append(heading);
  const end = await show(kind, "session-1-check", { answer: { seed, answers } });
  expect(end.text(".gc-quiz-end")).toContain(end.t("score", { done: 7, all: 8 }));
  const link = end.place(".gc-quiz-end a");
  expect(link.textContent).toContain(chapter.text);
  expect(link.getAttribute("href")).toBe("#a-part");
  heading.remove();
  await end.press(`1. ${first.text}`);
  expect(questionShown(end)).toEqual([first.id]);
  await end.press(`${end.t("again")} ${first.text}`);
  expect(end.place(`[data-question="${first.id}"] fieldset`).hasAttribute("disabled")).toBe(false);
});

test("things to order are moved up and down by buttons", async () => {
  const page = await show(kind, QUIZ);
  const question = of(page, "order");
  await go(page, question);
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
  await go(page, question);
  await check(page, question);
  const { answers } = await page.saved();
  expect(answers[question.id].chosen).toHaveLength(question.options.length);
  expect(part(page, question).className).toContain("wrong");
});

test("what belongs together is picked from lists, and taken back", async () => {
  const page = await show(kind, QUIZ);
  const question = of(page, "match");
  await go(page, question);
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
  await go(page, question);
  const rights = question.options.filter((one: Doc) => one.right);
  await page.press(rights[0].text, part(page, question));
  await check(page, question);
  expect(part(page, question).textContent).toContain(page.t("missed", { count: rights.length - 1 }));
});

describe("the results of a room", () => {
  test("say of each question how many were right, how answers are spread, and what is right", () => {
    const { about, figures } = fixtures.activities[QUIZ].room;
    const el = results(kind.results, QUIZ);
    const pages = [...el.querySelectorAll(".room-page")];
    const items = pages.map((one) => one.textContent);
    expect(items).toHaveLength(about.questions.length);
    const [first] = about.questions;
    const { n, right } = figures.questions[first.id];
    expect(items[0]).toContain(first.text);
    expect(items[0]).toContain(String(n));
    expect(items[0]).toContain(String(right));
    expect(items[0]).toContain(first.explanation);
    const rows = [...pages[0].querySelectorAll("tbody tr")];
    expect(rows.map((row) => row.children[1].textContent)).toEqual(
      figures.questions[first.id].options.map(String),
    );
    expect(rows.map((row) => row.matches(".mine"))).toEqual(first.options.map((one: Doc) => one.right));
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
  await page.press(page.t("summary"));
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
