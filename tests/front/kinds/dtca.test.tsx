import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import type { Reply } from "govcourse/runtime/types";
import * as kind from "govcourse/kinds/dtca/view";
import { show, type Page } from "../page";
import { everyActivity } from "./every";
import { fixtures, type Doc } from "../fixtures";
import { drawn } from "./results";

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

test("where there is no strategy nothing more is asked about it, until that is taken back", async () => {
  const page = await show(kind, "dtca");
  const strategy = page.spec.instrument.dimensions[1];
  const [gate] = strategy.statements;
  await page.press(new RegExp(`^${strategy.title}`));
  const asked = () => page.texts(".gc-dimension:not([hidden]) [data-statement]").length;
  expect(asked()).toBe(strategy.statements.length);
  await page.press(gate.absent, part(page, gate));
  expect((await page.saved()).items[gate.id]).toEqual({ value: null, dont_know: false, absent: true });
  expect(asked()).toBe(1);
  expect(page.statuses).toContain(page.t("spared", { absent: gate.absent }));
  expect(page.statuses).toContain(page.t("progress", { done: 1, all: 26 }));
  await page.press(page.spec.instrument.dont_know, part(page, gate));
  expect(asked()).toBe(strategy.statements.length);
});

test("a line of evidence stands beside its statement, with what a sceptic would accept", async () => {
  const page = await show(kind, "dtca");
  const [statement] = page.spec.instrument.dimensions[0].statements;
  await page.fill(page.t("evidence_label"), "Decree 7", part(page, statement));
  expect((await page.saved()).items[statement.id]).toEqual({ evidence: "Decree 7" });
  expect(part(page, statement).textContent).toContain(statement.evidence);
});

test("answers to the first edition are shown, kept, and counted nowhere", async () => {
  const [old] = (await show(kind, "dtca")).spec.instrument.retired;
  const page = await show(kind, "dtca", { answer: { items: { [old.id]: { value: 4, comment: "Act 12" } } } });
  expect(page.text()).toContain(page.t("retired", { n: 1 }));
  expect(page.text()).toContain(old.text);
  expect(page.statuses).toContain(page.t("progress", { done: 0, all: 30 }));
  const [statement] = page.spec.instrument.dimensions[0].statements;
  await page.press(page.spec.instrument.scale[0].label, part(page, statement));
  expect((await page.saved()).items[old.id]).toEqual({ value: 4, comment: "Act 12" });
});

test("who gives one answer throughout is told so, in the profile and nowhere else", async () => {
  const ids = (await show(kind, "dtca")).spec.instrument.dimensions.flatMap((one: Doc) => one.statements);
  const items = Object.fromEntries(ids.map(({ id }: Doc) => [id, { value: 4 }]));
  const page = await show(kind, "dtca", { answer: { items } });
  await page.press(page.t("profile"));
  expect(page.text()).toContain(page.t("straight", { n: 30 }));
});

test("two invented ministries are rated, and the place beside them stands beside the score", async () => {
  const page = await show(kind, "dtca");
  const { dimensions, scale, vignettes } = page.spec.instrument;
  const rate = (level: string, value: number) =>
    page.press(
      scale.find((one: Doc) => one.value === value).label,
      page.place(`.gc-dimension:not([hidden]) [data-vignette="${level}"]`),
    );
  for (const statement of dimensions[0].statements) await page.press(scale[2].label, part(page, statement));
  await rate("own", 3);
  await rate("low", 2);
  await rate("high", 4);
  expect((await page.saved()).vignettes).toEqual({ [dimensions[0].id]: { own: 3, low: 2, high: 4 } });
  await page.press(page.t("profile"));
  expect(page.texts("td")).toContain(vignettes.places[2]);
  await page.press(new RegExp(`^${dimensions[0].title}`));
  await rate("low", 4);
  await page.press(page.t("profile"));
  expect(page.texts("td")).toContain(vignettes.unplaced);
});

test("a room has no vignettes before its facilitator wants them", async () => {
  const page = await show(kind, "dtca", { spec: { extras: [] } });
  expect(page.texts("[data-vignette]")).toHaveLength(0);
});

test("keys 1 to 5 answer a statement, 0 says that one does not know, and the next one follows", async () => {
  const page = await show(kind, "dtca");
  const [{ statements }] = page.spec.instrument.dimensions;
  const typed = async (key: string) => {
    const from = document.activeElement!;
    await act(
      async () =>
        void from.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
    );
    await page.wait(50);
  };
  page.place(".gc-dimension:not([hidden]) > h4").focus();
  for (const key of ["4", "0", "2"]) await typed(key);
  const { items } = await page.saved();
  expect(statements.slice(0, 4).map(({ id }: Doc) => items[id])).toEqual([
    { value: 4, dont_know: false },
    { value: null, dont_know: true },
    { value: 2, dont_know: false },
    undefined,
  ]);
  expect(part(page, statements[3]).contains(document.activeElement)).toBe(true);
  for (const key of ["5", "1"]) await typed(key);
  expect(document.activeElement!.matches(".gc-target select")).toBe(true); // after the last one
});

test("keys that are typed into a text answer nothing", async () => {
  const page = await show(kind, "dtca");
  const [{ statements }] = page.spec.instrument.dimensions;
  const field = page.control(page.t("evidence_label"), part(page, statements[0]));
  await page.key(field, "4");
  await page.key(page.place(".gc-target select") as any, "4");
  await page.wait(1000);
  expect(page.saves).toBe(0);
});

test("the profile fills beside the statements while one answers, with the target", async () => {
  const page = await show(kind, "dtca");
  const [first] = page.spec.instrument.dimensions;
  const bar = () => page.el.querySelector<HTMLElement>(".gc-dimensions li:first-child b");
  expect(bar()).toBeNull();
  await page.press(page.spec.instrument.scale[0].label, part(page, first.statements[0]));
  expect(bar()!.style.inlineSize).toContain("100%");
  expect(bar()!.parentElement!.className).toBe("few"); // too few for a score
  for (const one of first.statements.slice(1))
    await page.press(page.spec.instrument.scale[4].label, part(page, one));
  expect(bar()!.style.inlineSize).toContain("20%");
  expect(bar()!.parentElement!.className).toBe("");
  await page.pick(page.t("target", { dimension: first.title }), "3");
  expect(page.place(".gc-dimensions s").style.insetInlineStart).toBe("50%");
});

test("the profile says what comes next: targets, then where the gap is taken on", async () => {
  const { dimensions } = (await show(kind, "dtca")).spec.instrument;
  const rated = (n: number, value: number) =>
    Object.fromEntries(dimensions[n].statements.map(({ id }: Doc) => [id, { value }]));
  const items = { ...rated(0, 2), ...rated(1, 2) };
  const page = await show(kind, "dtca", { answer: { items } });
  await page.press(page.t("profile"));
  expect(page.text(".gc-dimension:not([hidden])")).toContain(page.t("next_target"));
  await page.press(page.control(new RegExp(`^${dimensions[0].title}`)));
  await page.pick(page.t("target", { dimension: dimensions[0].title }), "4");
  await page.press(page.control(new RegExp(`^${dimensions[1].title}`)));
  await page.pick(page.t("target", { dimension: dimensions[1].title }), "4");
  await page.press(page.t("profile"));
  const both = `${dimensions[0].title} and ${dimensions[1].title}`; // gaps that are equal are both named
  expect(page.texts("h5")).toContain(page.t("profile_gap", { dimension: both, gap: "2.0" }));
  const card = page.place(".gc-dimension:not([hidden]) .gc-card.gc-noprint");
  expect(card.textContent).toContain(page.t("next_gap", { dimension: both }));
  const links = [...card.querySelectorAll("a")].map((one) => one.getAttribute("href"));
  expect(links).toContain("../sessions/4#exercise-action-plan");
  expect(page.spec.takers.length).toBe(links.length);
});

test("a room's dimensions are bars of today and the target, and the widest gap is the message", () => {
  const { figures } = fixtures.activities.dtca.room;
  const el = drawn(kind.results, "dtca");
  const rated = figures.dimensions.filter((one: Doc) => one.score !== null);
  expect(el.querySelectorAll("tbody tr")).toHaveLength(rated.length);
  const widest = rated.find((one: Doc) => one.id === figures.gaps[0]);
  expect(el.querySelector("h3")!.textContent).toContain(widest.title);
});

// ---- beside an earlier time

const FIVE = ["legal-6", "legal-7", "legal-8", "legal-9", "legal-10"];
const steps = (value: number) => Object.fromEntries(FIVE.map((id) => [id, { value }]));
const answersFile = (answers: unknown, more: Doc = {}) =>
  JSON.stringify({ format: "govcourse-answers", version: 1, saved: "2026-03-01T10:00:00", answers, ...more });

async function opens(page: Page, text: string): Promise<void> {
  await page.press(page.t("profile"));
  const input = page.place(".gc-earlier input[type=file]");
  Object.defineProperty(input, "files", { value: [new File([text], "then.json")], configurable: true });
  await act(async () => void input.dispatchEvent(new Event("change", { bubbles: true })));
  await page.wait();
}

test("earlier answers are brought in by their file, stand beside those of today, and can be taken out", async () => {
  const page = await show(kind, "dtca", { answer: { items: steps(3) } });
  await opens(
    page,
    answersFile({ dtca: { items: { ...steps(2), "legal-1": { value: 5 } }, vignettes: {} } }),
  );
  expect(page.statuses).toContain(page.t("earlier_taken"));
  const { earlier, items } = await page.saved();
  expect(earlier).toEqual({ on: "2026-03-01", items: { ...steps(2), "legal-1": { value: 5 } }, targets: {} });
  expect(items).toEqual(steps(3));
  const table = page.text(".gc-earlier table");
  for (const said of ["1 Mar 2026", "+1.0", page.t("earlier_moved", { up: 5, down: 0, of: 5 })])
    expect(table).toContain(said);
  expect(page.text(".gc-earlier")).toContain(page.t("earlier_retired", { n: 1 }));
  expect(page.text(".gc-earlier")).toContain(page.t("earlier_cannot"));
  await page.press(page.t("earlier_remove"));
  expect(await page.saved()).toEqual({ items: steps(3) });
});

test("earlier answers are brought in by the resume code of that time, or it is said why not", async () => {
  const has: Record<string, Reply> = {
    WRONG: { ok: false, code: "failed", message: "There is no work with this code." },
    EMPTY: { ok: true, answer: {}, saved: "" },
    RIGHT: { ok: true, answer: { items: steps(2) }, saved: "2026-03-01" },
  };
  const replies = { earlier: ({ code }: Doc) => has[code] };
  const page = await show(kind, "dtca", { answer: { items: steps(3) }, replies });
  await page.press(page.t("profile"));
  const bring = async (code: string) => {
    await page.fill(page.t("earlier_code"), code);
    await page.press(page.t("earlier_by_code"));
  };
  await bring("WRONG");
  expect(page.statuses).toContain("There is no work with this code.");
  await bring("EMPTY");
  expect(page.statuses).toContain(page.t("earlier_none", { title: page.spec.title }));
  expect(page.saves).toBe(0);
  await bring("RIGHT");
  expect((await page.saved()).earlier).toEqual({ on: "2026-03-01", items: steps(2), targets: {} });
});

test("a book, which knows of nobody, asks for no resume code", async () => {
  const page = await show(kind, "dtca", { answer: { items: steps(3) }, host: { name: "static" } });
  await page.press(page.t("profile"));
  expect(page.text(".gc-earlier")).not.toContain(page.t("earlier_code"));
});

test.each([
  ["no JSON", "{", "file_unreadable"],
  ["another file", JSON.stringify({ answers: {} }), "file_unreadable"],
  ["nothing", "null", "file_unreadable"],
  ["a newer one", answersFile({ dtca: { items: steps(2) } }, { version: 2 }), "file_newer"],
  ["one without a version", answersFile({ dtca: { items: steps(2) } }, { version: "x" }), "file_newer"],
  ["one without the assessment", answersFile({ pathway: {} }), "earlier_none"],
  ["an empty assessment", answersFile({ dtca: { items: {} } }), "earlier_none"],
])("%s is refused in words, and nothing is changed", async (_, text, key) => {
  const page = await show(kind, "dtca", { answer: { items: steps(3) } });
  await opens(page, text);
  expect(page.statuses).toContain(page.t(key, { title: page.spec.title }));
  expect(page.saves).toBe(0);
});

test.each([
  ["a step that there is not", { "legal-8": { value: 6 } }],
  ["a statement that there is not", { nowhere: { value: 1 } }],
  ["a field of its own", { "legal-8": { value: 1, script: "<b>" } }],
  ["a name of the language", JSON.parse('{"__proto__": {"value": 1}, "constructor": {"value": 1}}')],
  ["what is no mapping", { "legal-8": [1] }],
  ["two answers to one statement", { "legal-8": { value: 1, dont_know: true } }],
  ["an answer that is not offered", { "legal-8": { absent: true } }],
  ["a list", [{ value: 1 }]],
  ["a name of the language as a field", { "legal-8": JSON.parse('{"__proto__": 1, "toString": 1}') }],
  ["words that are too long", { "legal-8": { comment: "x".repeat(2001) } }],
])("a file with %s is refused, and says where", async (_, items) => {
  const page = await show(kind, "dtca", { answer: { items: steps(3) } });
  await opens(page, answersFile({ dtca: { items } }));
  expect(page.statuses).toContain("something that the assessment does not allow");
  expect(page.saves).toBe(0);
});
