// The room's questions on console and projector: taken, marked, hidden and shown, and that undone; and how fast it goes.
import { act } from "preact/test-utils";
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { Asked, Questions, Waiting } from "govcourse/server/console/questions";
import { Head } from "govcourse/server/console/head";
import { say } from "./fixtures";
import { nameOf } from "./page";
import { ALL, FakeRoom, TEXTS } from "./room";

const t = say(TEXTS);
const question = (id: string, more = {}) => ({
  id,
  key: `k${id}`,
  text: `${id}?`,
  up: 3,
  down: 1,
  answered: false,
  hidden: false,
  ...more,
});
let room: FakeRoom;
let el: HTMLElement;
let done: any[];

const draw = (questions: object[]) =>
  act(async () => {
    const took = async (body: any) => {
      const given = typeof body === "function" ? body(room.state) : body;
      done.push(given);
      return true;
    };
    render(<Questions {...({ t, all: ALL, room: room.state, told: { questions }, act: took } as any)} />, el);
  });
const press = async (name: string) => {
  const its = [...el.querySelectorAll<HTMLElement>("button")].find((one) => nameOf(one) === name)!;
  await act(async () => its.click());
  await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
};

beforeEach(() => {
  vi.useFakeTimers();
  room = new FakeRoom();
  done = [];
  el = document.body.appendChild(document.createElement("div"));
});

test("a room without questions says what will come, and one press takes them", async () => {
  await draw([]);
  expect(el.querySelector("[role=status]")!.textContent).toBe(t("questions_to_come"));
  await press(t("questions_take"));
  expect(done).toEqual([{ questions: "open" }]);
});

test("a question is hidden by its key, shown again, and that undone", async () => {
  await draw([question("a"), question("b", { hidden: true })]);
  await press("Hide a?");
  expect(done.at(-1)).toEqual({ questions_hidden: ["ka"], questions_approved: [] });
  await press(t("questions_undo"));
  expect(done.at(-1)).toEqual({ questions_hidden: [], questions_approved: [] });
  room.state.asked = { moderate: false, hidden: ["kb"], approved: [] };
  await draw([question("b", { hidden: true })]);
  await press("Show b?");
  expect(done.at(-1)).toEqual({ questions_hidden: [], questions_approved: ["kb"] });
});

test("a question is marked as answered, and taken back", async () => {
  await draw([question("a"), question("b", { answered: true })]);
  expect(el.querySelector("[role=status]")!.textContent).toBe(t("questions_wait", { n: 1 }));
  await press("Mark as answered a?");
  await press("Not answered yet b?");
  expect(room.asked.map(({ path, body }) => [path.split("/").at(-1), body])).toEqual([
    ["a", { answered: true }],
    ["b", { answered: false }],
  ]);
});

test("the projector shows no question that is hidden, and hostile text as text", async () => {
  const bad = "<img src=x onerror=alert(1)>";
  const some = [
    question("a", { text: bad }),
    question("b", { hidden: true }),
    question("c", { answered: true }),
  ];
  await act(async () => render(<Asked t={t} questions={some} />, el));
  expect([...el.querySelectorAll("li > span[dir]")].map((one) => one.textContent)).toEqual([bad, "c?"]);
  expect(el.querySelector("img")).toBeNull();
  expect(el.querySelector(".answered")!.textContent).toContain(t("question_answered"));
});

test("how fast it goes stands in the console's head as a count, and of few without a number", async () => {
  const head = async (pace: object) => {
    const counts = { ...room.counts, pace: { fast: 0, slow: 0, few: [], minutes: 5, ...pace } };
    const given = { t, all: ALL, room: room.state, counts, now: 0, act: async () => true, help: () => {} };
    await act(async () => render(<Head {...given} />, el));
    return el.querySelectorAll("[role=status]")[1].textContent;
  };
  expect(await head({})).toBe(t("pace_none"));
  expect(await head({ fast: 7, few: ["slow"] })).toBe("Too slow: fewer than 5 · Too fast: 7");
});

test("a facilitator's phone has what waits: answered, or hidden and that undone; and nothing where nobody may ask", async () => {
  const drawn = (questions: object[], state = room.state) =>
    act(async () => {
      const took = async (body: any) => {
        done.push(typeof body === "function" ? body(state) : body);
        return true;
      };
      render(<Waiting {...({ t, all: ALL, room: state, told: { questions }, act: took } as any)} />, el);
    });
  await drawn([]);
  expect(el.textContent).toBe("");
  await drawn([], { ...room.state, questions: "open" } as any);
  expect(el.querySelector("[role=status]")!.textContent).toBe(t("questions_none_led"));
  await drawn([question("a"), question("b", { answered: true }), question("c", { hidden: true })]);
  expect([...el.querySelectorAll("li .grow")].map((one) => one.textContent)).toEqual(["a?"]);
  expect(el.querySelector("[role=status]")!.textContent).toBe(t("questions_wait", { n: 1 }));
  await press(`${t("question_hide")} a?`);
  expect(done.at(-1)).toEqual({ questions_hidden: ["ka"], questions_approved: [] });
  await press(t("questions_undo"));
  expect(done.at(-1)).toEqual({ questions_hidden: [], questions_approved: [] });
});
