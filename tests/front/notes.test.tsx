// Notes on the console: the newest first, found, several dealt with at once, and that undone.
import { act } from "preact/test-utils";
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { Notes, type Board } from "govcourse/server/console/notes";
import { say } from "./fixtures";
import { nameOf } from "./page";
import { TEXTS } from "./room";

const t = say(TEXTS);
let el: HTMLElement;
let moderation: Parameters<typeof Notes>[0]["moderation"];
let board: Board;

const note = (key: string, text: string): Board["notes"][number] => ({
  id: key, key, text, group: "", votes: 0, comments: [], merged: [], hidden: false, pinned: false,
}); // prettier-ignore

beforeEach(() => {
  el = document.body.appendChild(document.createElement("div"));
  moderation = { moderate: false, hidden: [], approved: [], pinned: [], merged: {}, grouped: {} };
  board = {
    n: 2,
    notes: [note("a", "One window"), note("b", "A rude word"), note("c", "Windows")],
    newest: ["c", "b", "a"],
  };
});

const show = () =>
  act(async () =>
    render(
      <Notes
        {...{ t, board, moderation }}
        groups={{ "liked-2": "What I liked" }}
        moderate={async (change) => {
          moderation = { ...moderation, ...change(moderation) };
          for (const one of board.notes) one.hidden = moderation.hidden.includes(one.key);
          await show();
          return true;
        }}
      />,
      el,
    ),
  );
const listed = () => [...el.querySelectorAll(".note-list li label")].map((one) => one.textContent);
const control = (name: string) =>
  [...el.querySelectorAll<HTMLInputElement>("button, input")].find((one) => nameOf(one) === name)!;
const press = async (name: string) => {
  await act(async () => control(name).click());
  await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
};

test("the newest note stands first, and who changes an old one does not move all of theirs", async () => {
  await show();
  expect(listed()).toEqual(["Windows", "A rude word", "One window"]);
  board = { ...board, notes: [...board.notes, note("d", "Late")], newest: ["b", "a", "d", "c"] };
  await show();
  expect(listed()).toEqual(["Late", "Windows", "A rude word", "One window"]);
});

test("a note says to what it was written, in words", async () => {
  board.notes = [
    { ...note("a", "The disagreements"), group: "liked-2" },
    { ...note("b", "Late"), group: "Time" },
  ];
  await show();
  expect([...el.querySelectorAll(".facts")].map((one) => one.textContent)).toEqual(["Time", "What I liked"]);
});

test("several are found, hidden together, and that is undone", async () => {
  await show();
  const search = control(t("notes_search"));
  search.value = "WINDOW";
  await act(async () => void search.dispatchEvent(new Event("input", { bubbles: true })));
  expect(listed()).toEqual(["Windows", "One window"]);
  expect(control(t("notes_hide", { n: 0 })).disabled).toBe(true);
  await press(t("notes_all", { n: 2 }));
  await press(t("notes_hide", { n: 2 }));
  expect(moderation.hidden).toEqual(["a", "c"]);
  await press(t("notes_undo", { n: 2 }));
  expect(moderation.hidden).toEqual([]);
  expect(control(t("notes_undo", { n: 0 })).disabled).toBe(true);
});

test("one that was hidden is shown again as it is, and the room's hidden ones can be looked at alone", async () => {
  await show();
  await press("Hide A rude word");
  expect([moderation.hidden, moderation.approved]).toEqual([["b"], []]);
  await press(t("notes_held", { n: 1 }));
  expect(listed()).toEqual(["A rude word"]);
  await press("Show again A rude word");
  expect([moderation.hidden, moderation.approved]).toEqual([[], ["b"]]);
});

test("a thousand notes are not all drawn at once", async () => {
  const notes = Array.from({ length: 1000 }, (_, n) => note(`n${n}`, `Note ${n}`));
  board = { n: 1000, notes, newest: notes.map((one) => one.key) };
  await show();
  expect(listed()).toHaveLength(100);
  await press(t("notes_more", { n: 900 }));
  expect(listed()).toHaveLength(200);
});

test("similar ones are found, grouped under the one that most wrote, taken apart, and each undone", async () => {
  board.notes = [
    { ...note("a", "One window"), votes: 1 },
    { ...note("b", "Trust"), votes: 2 },
    { ...note("c", "windows, one!"), votes: 4 },
  ];
  await show();
  const box = [...el.querySelectorAll(".note-list li")].find((one) =>
    one.textContent!.includes("One window"),
  )!;
  await act(async () => box.querySelector("input")!.click());
  await press(t("notes_alike"));
  await press(t("notes_group", { n: 2 }));
  expect(moderation.merged).toEqual({ a: "c" });
  await press(t("notes_undo", { n: 2 }));
  expect(moderation.merged).toEqual({});
  moderation.merged = { a: "c" };
  board.notes = [board.notes[1], { ...board.notes[2], merged: [{ id: "a", text: "One window" }] }];
  await show();
  expect(el.querySelector(".note-list details")!.textContent).toContain("One window");
  await press(`${t("note_apart")} windows, one!`);
  expect(moderation.merged).toEqual({});
});

test("answers to two questions are not grouped", async () => {
  board.notes = [
    { ...note("a", "One"), group: "why" },
    { ...note("b", "One"), group: "how" },
  ];
  await show();
  await press(t("notes_all", { n: 2 }));
  expect(control(t("notes_group", { n: 2 })).disabled).toBe(true);
});
