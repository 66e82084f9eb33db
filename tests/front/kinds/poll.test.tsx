import { describe, expect, test, vi } from "vitest";
import worked from "govcourse/kinds/poll/examples.json";
import { tally } from "govcourse/kinds/poll/rules";
import * as kind from "govcourse/kinds/poll/view";
import { close } from "../close";
import { fixtures, type Doc } from "../fixtures";
import { examples, show, starting } from "../page";
import { everyActivity } from "./every";
import { drawn } from "./results";

everyActivity("poll", kind);

test("a room in which too few answered is told so, and sees no figures", async () => {
  const few = () => ({ ok: true, figures: { n: 3, too_few: 5 } });
  const page = await show(kind, "role-of-state", { host: { name: "room" }, replies: { summary: few } });
  await page.press(page.t("results_look"));
  expect(page.statuses).toContain(page.t("too_few", { n: 3, need: 5 }));
  expect(page.el.querySelector(".gc-bars")).toBeNull();
});

test("up to so many obstacles are ticked, and another is said in words", async () => {
  const page = await show(kind, "obstacles-poll");
  const [question] = page.spec.asked;
  const other = question.options.find((one: Doc) => one.open);
  const rest = question.options.filter((one: Doc) => !one.open);
  const box = (one: Doc) => page.control(starting(one.title));
  await page.press(box(other));
  await page.fill(page.t("say_what", { title: other.title }), "The weather");
  for (const one of rest.slice(0, question.limit - 1)) await page.press(box(one));
  await expect(page.press(box(rest[question.limit - 1]))).rejects.toThrow("locked");
  expect(await page.saved()).toEqual({
    answers: {
      [question.key]: {
        chosen: [other.id, ...rest.slice(0, question.limit - 1).map((one: Doc) => one.id)],
        text: "The weather",
      },
    },
  });
  await page.press(box(rest[0]));
  expect((await page.saved()).answers[question.key].chosen).not.toContain(rest[0].id);
});

test("alone one sees one's own answer in words, without counts of one person", async () => {
  const page = await show(kind, "role-of-state");
  const [question] = page.spec.asked;
  expect(page.statuses).toContain(page.t("results_none"));
  await page.press(starting(question.options[1].title));
  expect(page.statuses).toContain(page.t("results_own"));
  const result = page.text(`section[aria-label="${page.t("results")}"]`);
  expect(result).toContain(`${question.text} ${question.options[1].title}`);
  expect(result).not.toMatch(/100%|answered/);
  expect(page.all(page.t("results_look"))).toEqual([]);
});

test("in a room one looks at everybody's, also when the facilitator shows them", async () => {
  const page = await show(kind, "role-of-state", { host: { name: "room" }, replies: examples });
  const { figures } = fixtures.activities["role-of-state"].room;
  await page.press(page.t("results_look"));
  expect(page.statuses).toContain(page.t("results_room", { n: figures.n }));
  const before = page.model.asked("summary").length;
  await page.happens("govcourse-results", "another");
  expect(page.model.asked("summary")).toHaveLength(before);
  await page.happens("govcourse-results", "role-of-state");
  expect(page.model.asked("summary")).toHaveLength(before + 1);
});

test("what a room refuses is said", async () => {
  const refuse = () => ({ ok: false, code: "closed" as const, message: "Not shown yet" });
  const page = await show(kind, "role-of-state", { host: { name: "room" }, replies: { summary: refuse } });
  await page.press(page.t("results_look"));
  expect(page.statuses).toContain("Not shown yet");
});

test("a scale goes from its low to its high end", async () => {
  const scale = {
    key: "q",
    id: "q",
    text: "How?",
    type: "scale",
    steps: 3,
    low: "badly",
    high: "well",
    options: [],
  };
  const page = await show(kind, "role-of-state", { spec: { asked: [scale] } });
  const names = ["1badly", "2", "3well"];
  expect(page.texts(".gc-scale-steps label")).toEqual(names);
  await page.press("3well");
  expect(page.model.asked("save")).toEqual([]);
  await page.wait(500);
  expect(page.model.asked("save").at(-1)!.answer).toEqual({ answers: { q: { value: 3 } } });
  expect(page.text(`section[aria-label="${page.t("results")}"]`)).toContain("How? 3");
});

test("what is asked in every session is asked in the page's own, and kept session by session", async () => {
  const page = await show(kind, "session-evaluation", { host: { session: 2 } });
  expect(page.control(page.t("which_session")).value).toBe("2");
  const of = (session: number): Doc => page.spec.asked.find((one: Doc) => one.session === session);
  await page.fill(of(2).text, "Much");
  expect(await page.saved()).toEqual({ answers: { [of(2).key]: { text: "Much" } } });
  await page.pick(page.t("which_session"), "4");
  expect(page.control(of(4).text).value).toBe("");
  await page.fill(of(4).text, "More of it");
  expect((await page.saved()).answers[of(4).key]).toEqual({ text: "More of it" });
});

test("an entry of another exercise is taken over as what is meant", async () => {
  const page = await show(kind, "obstacles-poll", { replies: examples });
  const [source] = page.spec.sources;
  await page.bring(source);
  const [question] = page.spec.asked;
  const given = (await page.saved()).answers[question.key];
  expect(given.origin.activity).toBe(source.id);
  expect(given.text).toBeTruthy();
});

describe("the results of a room", () => {
  test("are bars in the order of the options, and what was written", () => {
    const el = drawn(kind.results, "obstacles-poll");
    const { about, figures } = fixtures.activities["obstacles-poll"].room;
    const [question] = about.asked;
    const { n, bars } = figures.questions[question.key];
    const texts = figures.notes.filter((note: Doc) => note.group === question.key);
    expect(el.querySelector(".room-about")!.textContent).toContain(question.text);
    expect(el.querySelector(".room-about")!.textContent).toContain(String(n));
    const rows = [...el.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent!.trim()),
    );
    expect(rows).toEqual(
      bars.map((bar: Doc) => [
        question.options.find((one: Doc) => one.id === bar.id).title,
        String(bar.count),
        `${Math.round(bar.share * 100)}%`,
      ]),
    );
    expect([...el.querySelectorAll(".texts li bdi")].map((one) => one.textContent)).toEqual(
      texts.map((note: Doc) => note.text),
    );
  });

  // A choice among two and an open question; `notes` are what was written.
  const asked = [
    {
      key: "a",
      text: "Which?",
      type: "single",
      options: [
        { id: "x", title: "Law" },
        { id: "y", title: "Money" },
      ],
    },
    { key: "b", text: "Why?", type: "open", options: [] },
  ];
  const note = (id: string, text: string, votes: number, more = {}) => ({
    ...{ id, key: id, text, votes, group: "b", comments: [], merged: [], hidden: false, pinned: false },
    ...more,
  });
  const room = (notes: object[], counts: [number, number] = [2, 6]) => ({
    about: { asked } as any,
    figures: {
      n: 8,
      notes,
      questions: {
        a: { n: 8, texts: [], bars: counts.map((count, at) => ({ id: "xy"[at], count, share: count / 8 })) },
        b: { n: 8, bars: [], texts: [] },
      },
    } as any,
  });

  test("have the message as title, and the largest bar first where the facilitator says so", () => {
    const titles = (el: Element) =>
      [...el.querySelectorAll("tbody th")].map((one) => one.textContent!.trim());
    const el = drawn(kind.results, "role-of-state", room([]));
    expect(el.querySelector("h3")!.textContent).toBe("Most chosen: “Money” (75%)");
    expect(titles(el)).toEqual(["Law", "Money"]);
    expect(titles(drawn(kind.results, "role-of-state", { ...room([]), order: "size" }))).toEqual([
      "Money",
      "Law",
    ]);
    const even = drawn(kind.results, "role-of-state", room([], [4, 4]));
    expect(even.querySelector("h3")!.textContent).toBe("“Law” and “Money” are chosen most (50% each)");
  });

  test("show words the larger the more often they were written, sentences as a list, and nothing that was hidden", () => {
    const sentence = "It takes three visits to get one stamp in my district.";
    const notes = [
      note("1", "Trust", 4),
      note("2", "law", 1),
      note("3", sentence, 1),
      note("4", "rude", 1, { hidden: true }),
    ];
    const el = drawn(kind.results, "role-of-state", { ...room(notes), texts: "cloud", projected: true });
    const sizes = Object.fromEntries(
      [...el.querySelectorAll(".cloud li")].map((one) => [
        one.querySelector("bdi")!.textContent,
        one.className,
      ]),
    );
    expect(sizes).toEqual({ Trust: "size-5", law: "size-1" });
    expect([...el.querySelectorAll(".texts bdi")].map((one) => one.textContent)).toEqual([sentence]);
    const listed = drawn(kind.results, "role-of-state", { ...room(notes), texts: "list", projected: true });
    expect(listed.querySelector(".cloud")).toBeNull();
    expect(listed.querySelectorAll(".texts li")).toHaveLength(3);
  });

  test("let a facilitator hide what was written, and show it again", () => {
    const notes = [note("1", "rude", 2), note("2", "ruder", 1, { hidden: true })];
    const moderation = { moderate: false, hidden: ["2"], approved: [], pinned: [], merged: {}, grouped: {} };
    const moderate = vi.fn();
    const el = drawn(kind.results, "role-of-state", { ...room(notes), moderation, moderate });
    const [hide, show] = el.querySelectorAll<HTMLElement>(".texts button");
    hide.click();
    expect(moderate).toHaveBeenLastCalledWith({ hidden: ["2", "1"], approved: [] });
    show.click();
    expect(moderate).toHaveBeenLastCalledWith({ hidden: [], approved: ["2"] });
  });

  test("leave out what nobody answered, and go when they are taken away", () => {
    const { about } = fixtures.activities["obstacles-poll"].room;
    const el = drawn(kind.results, "obstacles-poll", {
      about: about as any,
      figures: { n: 0, questions: {}, notes: [] },
    });
    expect(el.textContent).toBe("");
  });
});

test.each(worked)("a poll is counted with shares of those who answered ($question)", (one) => {
  const question = fixtures.activities[one.activity].spec.asked.find(
    (asked: Doc) => asked.id === one.question,
  );
  const found = tally(question, one.given);
  expect([found.n, found.texts]).toEqual([one.n, one.texts]);
  const bars = found.bars.filter((bar) => bar.count).map((bar) => [bar.id, [bar.count, bar.share]]);
  close(Object.fromEntries(bars), one.bars);
});
