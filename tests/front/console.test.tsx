// The console as a facilitator uses it, on a room that a test holds in its hands.
import { act } from "preact/test-utils";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Console } from "govcourse/server/console/view";
import { Remote } from "govcourse/server/console/remote";
import { say } from "./fixtures";
import { nameOf } from "./page";
import { ALL, FakeRoom, TEXTS } from "./room";

const t = say(TEXTS);
let room: FakeRoom;
let el: HTMLElement;

beforeEach(() => {
  room = new FakeRoom();
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  room.answers = {
    "/teams": { teams: [], alone: [], removed: [] },
    "/preparation": { session: 1, expected: 0, joined: 0, tasks: [], named: [] },
    "/facilitators": { facilitators: [], acts: [], about: { expected: 0, teams: 0, keep: 30 }, due: "" },
    "/summary": { n: 0, too_few: 5, notes: [], newest: [] },
  };
});

afterEach(() => render(null, el)); // its keys are heard by the whole page

const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)));
async function open(View = Console): Promise<void> {
  el = document.body.appendChild(document.createElement("div"));
  await act(async () => render(<View all={ALL} />, el));
  await room.tell();
  await settle();
}
const words = (selector = ".console") => el.querySelector(selector)!.textContent!.replace(/\s+/g, " ");
const button = (name: string | RegExp) => {
  const all = [...el.querySelectorAll<HTMLButtonElement>("button, select, input")];
  const found = all.find((one) => (typeof name === "string" ? nameOf(one) === name : name.test(nameOf(one))));
  if (!found) throw new Error(`no “${name}” among:\n${all.map(nameOf).join("\n")}`);
  return found;
};
async function press(name: string | RegExp): Promise<void> {
  await act(async () => button(name).click());
  await settle();
}
async function key(name: string, at: EventTarget = document.body): Promise<void> {
  await act(async () => void at.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true })));
  await settle();
}
async function type(name: string, text: string): Promise<void> {
  const field = button(name) as unknown as HTMLInputElement;
  field.value = text;
  await act(async () => void field.dispatchEvent(new Event("input", { bubbles: true })));
}
const large = () => el.querySelector(".next")!.textContent;

test("one large button leads through the session, and one goes back", async () => {
  await open();
  const said = [large()];
  for (let at = 0; at < 5; at++) {
    await press(large()!);
    said.push(large());
  }
  expect(said).toEqual([
    "Begin: “Welcome”",
    "Next step: “The state”",
    "Start the clock (10 min)",
    "Show results",
    "Close “The state”",
    "Next step: “Break”",
  ]);
  await press("Back: open “The state” again");
  await press("Back: hide results");
  expect(large()).toBe("Start the clock (10 min)"); // which ended as the exercise was closed
  expect(room.one("poll")).toMatchObject({ state: "open", results: "hidden" });
});

test("the second press of a double one does nothing", async () => {
  await open();
  const click = new MouseEvent("click", { detail: 2, bubbles: true });
  await act(async () => void el.querySelector(".next")!.dispatchEvent(click));
  await settle();
  expect(room.sent()).toEqual([]);
});

test("the time line marks the step and the exercise where the room is, and a place in it can be chosen", async () => {
  room.set({ step: 1, look: "poll", activities: { poll: { state: "open" } } });
  await open();
  const [here, ...others] = el.querySelectorAll("[aria-current=step]");
  expect([here.getAttribute("data-activity"), others.length]).toEqual(["poll", 0]);
  expect(here.textContent).toContain("open now · 0 of 57 answered");
  await press(/A plan/);
  expect(large()).toBe("Open “A plan”");
  expect(words(".live")).toContain("10 of 10 teams answered"); // and not of 57
  await press(large()!);
  expect([room.state.run!.step, room.state.look, large()]).toEqual([3, "plan", "Start the clock (25 min)"]);
});

test("what was chosen in one session is not chosen in another", async () => {
  await open();
  await press(/The state/);
  expect(large()).toBe("Open “The state”");
  room.set({ session: 2 });
  await room.tell();
  expect(large()).toBe("Begin: “Debrief”");
});

test("what the room sees is the projector's own page, which cannot be used from here", async () => {
  await open();
  const frame = el.querySelector("iframe")!;
  expect(frame.getAttribute("src")).toBe("/room/ABC234/screen");
  expect([frame.tabIndex, frame.parentElement!.hasAttribute("inert"), !!frame.title]).toEqual([
    -1,
    true,
    true,
  ]);
  expect(words("figcaption")).toBe("What the room sees: how to join");
  room.state.presenter = "Blue";
  await room.tell();
  expect(words("figcaption")).toBe("What the room sees: Blue presents");
});

test("every key does what the list of keys says, and none while somebody types", async () => {
  room.set({ step: 1, look: "poll", activities: { poll: { state: "open" } } });
  await open();
  await key("n", button(t("message_to_all")));
  await key("r", button(t("message_to_all")));
  expect(room.sent()).toEqual([]);
  await key("r");
  expect(room.one("poll").results).toBe("shown");
  await key("r");
  expect(room.one("poll").results).toBe("hidden");
  await key("t");
  expect(room.state.timer).toMatchObject({ activity: "poll", seconds: 600 });
  await key("t");
  expect(room.state.timer).toBeNull();
  await key("l");
  expect(room.state.look).toBeNull();
  await key("l");
  await key("n");
  expect(room.state.timer).not.toBeNull();
  await key("b");
  expect(room.state.timer).toBeNull();
  await key("o");
  expect(room.one("poll").state).toBe("closed");
  await key("?");
  const listed = [...el.querySelectorAll("kbd")].map((one) => one.textContent);
  expect(listed).toEqual(["n", "b", "r", "t", "o", "l", "v", "m", "1–7", "?"]);
  expect([...el.querySelectorAll(".keys dd")].every((one) => one.textContent!.length > 5)).toBe(true);
});

test("every view is one press away from every other, and none is blank", async () => {
  await open();
  for (const [index, view] of [
    "lead",
    "notes",
    "questions",
    "teams",
    "prepared",
    "report",
    "room",
  ].entries()) {
    await press(t(`view_${view}`));
    expect(button(t(`view_${view}`)).getAttribute("aria-current")).toBe("page");
    await key("1");
    await key(String(index + 1));
    expect(button(t(`view_${view}`)).getAttribute("aria-current")).toBe("page");
    expect(words(view === "lead" ? ".live" : ".view").length).toBeGreaterThan(60);
  }
  await key("1");
  expect(words(".live")).toContain(t("live_before"));
});

test("a server that is gone is told, nothing is lost, and a later press does it", async () => {
  await open();
  room.down = true;
  await room.say("error");
  expect(words()).toContain(t("console_lost"));
  await press(large()!);
  expect(words()).toContain(t("no_server"));
  expect(large()).toBe("Begin: “Welcome”");
  room.down = false;
  await room.say("open");
  await press(large()!);
  expect(words()).not.toContain(t("no_server"));
  expect(room.state.run!.step).toBe(0);
});

test("a server that takes what is asked and does not answer is told, and holds up nothing", async () => {
  const waits = new AbortController();
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(waits.signal);
  await open();
  room.silent = true;
  await press(large()!);
  await act(async () => waits.abort(new DOMException("", "TimeoutError")));
  await settle();
  expect(words()).toContain(t("no_server"));
  room.silent = false;
  await press(large()!);
  expect(room.state.run!.step).toBe(0);
});

test("a clock is never less than nothing", async () => {
  room.set({ step: 1, activities: { poll: { state: "open", timer: 5 } } });
  await open();
  expect(words("[role=timer]")).toBe("0:05");
  await act(async () => void (await vi.advanceTimersByTimeAsync(130_000)));
  expect(words("[role=timer]")).toBe(t("time_up"));
});

test("a message goes to all until it is taken away, and a break has its clock", async () => {
  await open();
  await type(t("message_to_all"), "Back at ten");
  await press(t("message_send"));
  expect(room.state.message).toBe("Back at ten");
  expect(words(".message")).toContain("Shown to all: Back at ten");
  await press(t("message_away"));
  expect(room.state.message).toBe("");
  await press("Break, 10 min");
  expect(room.state.timer).toMatchObject({ of: "break", seconds: 600 });
  await press(t("timer_end"));
  expect(room.state.timer).toBeNull();
});

test("a facilitator's phone has the next thing, the way back, results and the clock", async () => {
  await open(Remote);
  await press(large()!);
  await press(large()!);
  expect(words(".remote [role=status]")).toBe("0 of 57 answered");
  await press(large()!);
  expect(words("[role=timer]")).toBe("10:00");
  await press(/^Show results/);
  expect(room.one("poll").results).toBe("shown");
  await press("Back: hide results");
  expect(room.one("poll").results).toBe("hidden");
});
