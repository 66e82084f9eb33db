import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { short } from "govcourse/kinds/notes";
import { arranged, free } from "govcourse/kinds/whiteboard/board";
import { dealt } from "govcourse/kinds/whiteboard/comments";
import type { GivenNote } from "govcourse/kinds/whiteboard/shapes";
import * as kind from "govcourse/kinds/whiteboard/view";
import type { Reply } from "govcourse/runtime/types";
import { fixtures, say, type Doc } from "../fixtures";
import { examples, show, type Page } from "../page";
import { everyActivity } from "./every";
import { drawn } from "./results";

everyActivity("whiteboard", kind);

const BOARD = "digital-value";
const phase = (page: Page, what: string) =>
  page.press(page.spec.phases.find((one: Doc) => one.allows.includes(what)).title);
const note = async (page: Page, text: string) => {
  await page.fill(page.t("note_new"), text);
  await page.press(page.t("note_add"));
};

test("an empty board says what will lie on it, and is small", async () => {
  const page = await show(kind, BOARD);
  await phase(page, "write");
  expect(page.text(".gc-board.empty")).toBe(page.t("board_none"));
  await note(page, "A first note");
  expect(page.text(".gc-board:not(.empty)")).toContain("A first note");
});

test("notes are written one after the other, each in a place of its own", async () => {
  const page = await show(kind, BOARD);
  await phase(page, "write");
  await note(page, " One ");
  await note(page, "  ");
  await note(page, "Two");
  expect(page.control(page.t("note_new")).value).toBe("");
  const { notes } = await page.saved();
  expect(notes.map((one: Doc) => one.text)).toEqual(["One", "Two"]);
  expect(new Set(notes.map((one: Doc) => `${one.x}/${one.y}`)).size).toBe(2);
  expect(page.statuses).toContain(page.t("note_added", { name: "Two" }));
});

test("a note is moved by arrow keys, finely with shift, and never off the board", async () => {
  const page = await show(kind, BOARD, { answer: { notes: [{ id: "n", text: "Mine", x: 10, y: 2 }] } });
  const paper = () => page.place(".gc-paper") as any;
  await page.key(paper(), "ArrowRight");
  await page.key(paper(), "ArrowDown", { shiftKey: true });
  expect((await page.saved()).notes[0]).toMatchObject({ x: 14, y: 3 });
  for (let n = 0; n < 3; n++) await page.key(paper(), "ArrowUp");
  await page.key(paper(), "Enter");
  const { notes } = await page.saved();
  expect([notes[0].x, notes[0].y]).toEqual([14, 0]);
  expect(page.statuses).toContain(page.t("note_moved", { name: "Mine", x: 14, y: 0 }));
});

test("a note is dragged by the pointer, and saved where it is let go", async () => {
  const page = await show(kind, BOARD, { answer: { notes: [{ id: "n", text: "Mine", x: 10, y: 10 }] } });
  const paper = page.place(".gc-paper");
  vi.spyOn(page.place(".gc-board"), "getBoundingClientRect").mockReturnValue({
    width: 200,
    height: 100,
  } as DOMRect);
  const event = (type: string, x: number, y: number) =>
    paper.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, bubbles: true }));
  event("pointerdown", 50, 50);
  event("pointermove", 90, 70);
  expect(paper.style.transform).toBe("translate(40px, 20px)");
  event("pointerup", 90, 70);
  event("pointermove", 100, 100);
  expect(paper.style.transform).toBe("");
  const { notes } = await page.saved();
  expect([notes[0].x, notes[0].y]).toEqual([30, 30]);
});

test("themes are named, notes put under them, and a theme that goes leaves its notes", async () => {
  const page = await show(kind, BOARD, { answer: { notes: [{ id: "n", text: "Mine" }] } });
  await phase(page, "group");
  await page.press(page.t("view_list"));
  await page.press(page.t("theme_add"));
  await page.fill(page.t("theme_n", { n: 1 }), "Time");
  const { groups } = await page.saved();
  await page.pick(page.t("note_group", { name: "Mine" }), groups[0].id);
  expect((await page.saved()).notes[0].group).toBe(groups[0].id);
  expect(page.texts("h5")).toContain("Time");
  await page.press(page.t("theme_remove", { title: "Time" }));
  expect(await page.saved()).toMatchObject({ groups: [], notes: [{ group: "" }] });
});

describe("in the list notes have a handle", () => {
  const answer = {
    groups: [
      { id: "g", title: "Time" },
      { id: "h", title: "Trust" },
    ],
    notes: [
      { id: "a", text: "A", group: "g" },
      { id: "b", text: "B", group: "g" },
      { id: "c", text: "C" },
    ],
  };
  const listed = async (given: Doc = answer) => {
    const page = await show(kind, BOARD, { answer: given });
    await phase(page, "group");
    await page.press(page.t("view_list"));
    return page;
  };
  const handle = (page: Page, id: string) => page.place(`[data-note="${id}"] .gc-handle`) as any;
  const order = async (page: Page) =>
    (await page.saved()).notes.map((note: Doc) => `${note.id}${note.group ?? ""}`).join(" ");

  test("arrow keys put them in order and under another theme, go along, say where, and are taken back one by one", async () => {
    const page = await listed();
    expect(page.texts("h5")).toEqual(["Time", "Trust", page.t("theme_none")]);
    handle(page, "a").focus();
    await page.key(handle(page, "a"), "ArrowDown");
    expect(await order(page)).toBe("bg ag c");
    await page.key(handle(page, "a"), "ArrowRight");
    expect(await order(page)).toBe("bg c ah");
    expect(document.activeElement).toBe(handle(page, "a"));
    expect(page.statuses).toContain(page.t("note_at", { name: "A", n: 1, all: 1, theme: "Trust" }));
    await page.key(handle(page, "c"), "ArrowUp");
    await page.key(handle(page, "c"), "Home");
    expect(await order(page)).toBe("bg ch ah");
    await page.press(page.t("undo"));
    await page.press(page.t("undo"));
    expect(await order(page)).toBe("bg c ah");
    await page.press(page.t("undo"));
    expect(await order(page)).toBe("bg ag c");
  });

  test("what is dragged takes the place of the note under the pointer, or goes to the end of a theme, in one step of undo", async () => {
    const page = await listed();
    const drag = async (id: string, target: Element) => {
      document.elementFromPoint = () => target;
      const send = (type: string, x: number) =>
        handle(page, id).dispatchEvent(
          new PointerEvent(type, { clientX: x, clientY: 200, pointerId: 1, bubbles: true }),
        );
      for (const [type, x] of [
        ["pointerdown", 0],
        ["pointermove", 40],
      ] as const) {
        send(type, x);
        await act(async () => {});
      }
      const held = page.place(`[data-note="${id}"]`).style.transform;
      send("pointerup", 40);
      await act(async () => {});
      return held;
    };
    expect(await drag("a", page.place('[data-note="b"]'))).toContain("translate(40px");
    expect(await order(page)).toBe("bg ag c");
    await drag("c", page.place('[data-theme-of="1"]'));
    expect(await order(page)).toBe("bg ag ch");
    await drag("c", page.place('[data-note="a"]'));
    expect(await order(page)).toBe("bg cg ag");
    await page.press(page.t("undo"));
    expect(await order(page)).toBe("bg ag ch");
    await drag("b", document.body); // elsewhere: nothing moves
    expect(await order(page)).toBe("bg ag ch");
  });

  test("without themes they are ordered alone, and one alone has none", async () => {
    const page = await listed({
      notes: [
        { id: "a", text: "A" },
        { id: "b", text: "B" },
      ],
    });
    await page.key(handle(page, "b"), "ArrowUp");
    expect(await order(page)).toBe("b a");
    await page.key(handle(page, "b"), "End");
    expect(await order(page)).toBe("a b");
    await page.key(handle(page, "b"), "ArrowRight");
    expect(await order(page)).toBe("a b");
    expect((await listed({ notes: [{ id: "a", text: "A" }] })).texts(".gc-handle")).toEqual([]);
  });
});

test("dots are given as long as there are any, and taken back", async () => {
  const page = await show(kind, BOARD, { answer: { notes: [{ id: "n", text: "Mine" }] } });
  await phase(page, "vote");
  await page.press(page.t("view_list"));
  const give = page.t("dot_give", { name: "Mine" });
  for (let n = 0; n < page.spec.votes; n++) await page.press(give);
  await expect(page.press(give)).rejects.toThrow("locked");
  expect((await page.saved()).votes).toEqual({ n: page.spec.votes });
  for (let n = 0; n < page.spec.votes; n++) await page.press(page.t("dot_take", { name: "Mine" }));
  expect((await page.saved()).votes).toEqual({});
});

test("a note is edited, coloured, signed and removed with its dots", async () => {
  const page = await show(kind, BOARD, { answer: { notes: [{ id: "n", text: "Mine" }], votes: { n: 1 } } });
  await page.press(page.t("view_list"));
  await page.press(page.t("note_edit", { name: "Mine" }));
  await page.fill(page.t("note_text"), "Ours");
  await page.pick(page.t("colour"), "3");
  await page.fill(page.t("author"), "Ann");
  expect((await page.saved()).notes).toEqual([{ id: "n", text: "Ours", colour: 3, author: "Ann" }]);
  await page.press(page.t("note_remove", { name: "Ours" }));
  expect(await page.saved()).toMatchObject({ notes: [], votes: {} });
});

test("a note on which one begins to write stays where it is", () => {
  const notes = ["a", "b", "c"].map((id) => ({ id })) as Parameters<typeof dealt>[0];
  const order = (comments: Record<string, string>) => dealt(notes, comments, "a2", 3).map(({ id }) => id);
  expect(order({})).toEqual(["b", "c", "a"]);
  expect(order({ a: "W", c: "" })).toEqual(["b", "c", "a"]);
});

test("of many notes some are dealt to each, so that all get as many; more can be taken on", async () => {
  const all = Array.from({ length: 9 }, (_, n) => ({ id: `n${n}`, text: `Note ${n}` })) as GivenNote[];
  const given = all.flatMap((mine) =>
    dealt(
      all.filter((note) => note !== mine),
      {},
      mine.id,
      4,
    ).map(({ id }) => id),
  );
  expect(new Set(all.map(({ id }) => given.filter((one) => one === id).length))).toEqual(new Set([4]));
  const begun = dealt(all.slice(1), { n8: "Yes" }, "n0", 2).map(({ id }) => id);
  expect(begun).toEqual(["n1", "n8"]);

  const id = "mindset-action";
  const notes = all.map((note) => ({ ...note, comments: [], votes: 0 }));
  const replies = { summary: () => ({ ok: true, figures: { n: 9, notes } }) as Reply };
  const page = await show(kind, id, { host: { name: "room", participant: "a" }, replies });
  await phase(page, "comment");
  const { t, spec } = page;
  expect(page.statuses).toContain(t("lacking", { count: spec.deal }));
  await page.press(`${t("comment_too")} Note 8`);
  await page.fill(t("comment_on", { prompt: spec.comment_prompt, name: "Note 8" }), "Yes, and …");
  expect((await page.saved()).comments).toEqual({ n8: "Yes, and …" });
  expect(page.statuses).toContain(t("lacking", { count: spec.deal - 1 }));
});

test("what others said of a note stands below it, on the phone of its author", async () => {
  const note = { id: "mine", text: "Mine" };
  const figures = { n: 2, notes: [{ ...note, comments: ["I like its patience"], votes: 0 }] };
  const page = await show(kind, "mindset-action", {
    host: { name: "room" },
    answer: { notes: [note] },
    replies: { summary: () => ({ ok: true, figures }) as Reply },
  });
  expect(page.texts(".gc-said li")).toEqual(["I like its patience"]);
});

test("where the facilitator leads, all are in the same phase, and none can leave it", async () => {
  const page = await show(kind, BOARD, { host: { name: "room" }, spec: { led: null } });
  const [first, second] = page.spec.phases;
  await page.press(second.title);
  const tell = (phase: string | null) =>
    act(() => void dispatchEvent(new CustomEvent("govcourse-phase", { detail: { activity: BOARD, phase } })));
  await tell(first.id);
  expect(page.texts(".gc-steps [aria-current]")).toEqual([first.title]);
  await expect(page.press(second.title)).rejects.toThrow("locked");
  await tell(null);
  expect(page.texts(".gc-steps [aria-current]")).toEqual([second.title]);
});

test("alone one works with the notes that the course gives", async () => {
  const page = await show(kind, "mindset-action");
  for (const seed of page.spec.seeds) expect(page.text()).toContain(seed.text.slice(0, 30));
});

describe("the board", () => {
  test("has a free place for each new note, also when it is full", () => {
    const notes: GivenNote[] = [];
    for (let n = 0; n < 50; n++) notes.push({ id: String(n), ...free(notes) });
    expect(new Set(notes.map((one) => `${one.x}/${one.y}`)).size).toBe(50);
    const { x, y } = free(notes);
    expect(x < 100 && y < 100).toBe(true);
  });

  test("is arranged in columns by theme, those without one last, all within it", () => {
    const groups = [{ id: "a" }, { id: "b" }];
    const notes = ["b", "a", "gone", "b", ...Array(20).fill("a")].map((group, n) => ({
      id: String(n),
      group,
    }));
    const found = arranged(notes, groups);
    expect(found.slice(0, 4).map((one) => one.x)).toEqual([21, 1, 41, 21]);
    expect(found[3].y).toBeGreaterThan(found[0].y!);
    expect(Math.max(...found.map((one) => one.y!))).toBeLessThanOrEqual(90);
  });
});

test("others' notes leave a phone when the facilitator hides the results again", async () => {
  let hidden = false;
  const notes = [{ id: "o", text: "Of another", group: "", votes: 0, comments: [], merged: [] }];
  const page = await show(kind, BOARD, {
    host: { name: "room" },
    replies: {
      summary: () =>
        hidden
          ? { ok: false, code: "failed", message: "Not shown yet." }
          : { ok: true, figures: { n: 1, notes } as any },
    },
  });
  await page.happens("govcourse-results", BOARD);
  await page.press(page.t("view_list"));
  expect(page.text()).toContain("Of another");
  hidden = true;
  await page.happens("govcourse-results", BOARD);
  expect(page.text()).not.toContain("Of another");
});

describe("the results of a room", () => {
  const none = { moderate: false, hidden: [], approved: [], pinned: [], merged: {}, grouped: {} };
  const one = (id: string, more: Doc = {}): Doc => ({
    id, key: id.toUpperCase(), text: `Note ${id}`, group: "", votes: 0, comments: [], merged: [], hidden: false, pinned: false, ...more,
  }); // prettier-ignore
  const room = (notes: Doc[], more: Doc = {}) =>
    drawn(kind.results, BOARD, { figures: { n: 1, notes } as any, ...more });

  test("are its notes under their groups, those without one last", () => {
    const el = room([
      one("a"),
      one("b", { group: "Zeal" }),
      one("c", { group: "Art", votes: 2, comments: ["x"] }),
    ]);
    expect([...el.querySelectorAll("h3")].map((h) => h.textContent!).slice(0, 2)).toEqual(["Art", "Zeal"]);
    expect(el.querySelectorAll("section")[2].textContent).toContain("Note a");
    expect(el.querySelector("small")!.textContent).toMatch(/2.* · .*1/);
  });

  test("are what the fixtures' room wrote", () => {
    const { notes } = fixtures.activities[BOARD].room.figures;
    const shown = [...drawn(kind.results, BOARD).querySelectorAll("li > p:first-child")].map(
      (p) => p.textContent,
    );
    expect(shown.sort()).toEqual(notes.map((note: Doc) => note.text).sort());
  });

  test("show on the projector nothing that is hidden, and no tools", () => {
    const el = room([one("a"), one("b", { hidden: true })]);
    expect(el.textContent).not.toContain("Note b");
    expect(el.querySelector("button")).toBeNull();
    expect(room([one("b", { hidden: true })]).querySelector("li")).toBeNull();
  });

  test("are a page that grows with its notes, not with their square", () => {
    const many = Array.from({ length: 1000 }, (_, n) => one(`n${n}`, { group: `Group ${n % 20}` }));
    const el = room(many, { moderation: none, moderate: vi.fn() });
    expect(el.querySelectorAll(".tools")).toHaveLength(1000);
    expect(el.querySelectorAll("*").length).toBeLessThan(15 * 1000);
  });

  test("keep the name of a group that somebody types while notes come in", async () => {
    const moderate = vi.fn();
    const el = room([one("a")], { moderation: none, moderate });
    const field = el.querySelector<HTMLInputElement>(".tools input")!;
    field.value = "Registers";
    await act(async () => void field.dispatchEvent(new Event("input", { bubbles: true })));
    const again = { say: say(fixtures.texts.console), about: {}, moderation: none, moderate } as any;
    await act(
      async () => void kind.results(el, { ...again, figures: { n: 2, notes: [one("a"), one("b")] } }),
    );
    expect(el.querySelectorAll("li")).toHaveLength(2);
    expect(field.isConnected && field.value).toBe("Registers");
    await act(async () => void field.dispatchEvent(new Event("change", { bubbles: true })));
    expect(moderate.mock.calls).toEqual([[{ grouped: { A: "Registers" } }]]);
  });

  test("are pinned, hidden, merged, parted and grouped on the console", async () => {
    const moderate = vi.fn();
    const merged = one("a", { merged: [{ id: "c", text: "Under it" }] });
    const moderation = { ...none, merged: { c: "a", D: "B", E: "A" }, hidden: ["b"], approved: ["A"] };
    const el = room([merged, one("b", { hidden: true })], { moderation, moderate });
    expect(el.textContent).toContain("Under it");
    const [first, second] = el.querySelectorAll("li");
    const press = (li: Element, n: number) => li.querySelectorAll("button")[n].click();
    const last = () => moderate.mock.calls.at(-1)![0];
    press(first, 0);
    expect(last()).toEqual({ pinned: ["A"] });
    press(first, 1);
    expect(last()).toEqual({ hidden: ["b", "A"], approved: [] });
    press(second, 1);
    expect(last()).toEqual({ hidden: [], approved: ["A", "B"] });
    press(first, 2);
    expect(last()).toEqual({ merged: { D: "B" } });
    expect(el.querySelector("select")).toBeNull();
    press(second, 2);
    await vi.advanceTimersByTimeAsync(50);
    const into = second.querySelector("select")!;
    expect(document.activeElement).toBe(into);
    into.value = "A";
    into.dispatchEvent(new Event("change", { bubbles: true }));
    expect(last()).toEqual({ merged: { c: "a", D: "B", E: "A", B: "A" } });
    const group = first.querySelector("input")!;
    group.value = " Time ";
    group.dispatchEvent(new Event("change", { bubbles: true }));
    expect(last()).toEqual({ grouped: { A: "Time" } });
  });
});
