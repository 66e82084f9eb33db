// The console: an earlier room's assessment is brought in and taken out, and what is refused is said.
import { act } from "preact/test-utils";
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { Again } from "govcourse/server/console/again";
import { say } from "./fixtures";
import { nameOf } from "./page";
import { ALL, FakeRoom, TEXTS } from "./room";

const t = say(TEXTS);
const before = { title: "Cohort 8", on: "2025-11-30", n: 24, dimensions: {} };
let room: FakeRoom;
let el: HTMLElement;

const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)));
const control = (name: string) =>
  [...el.querySelectorAll<HTMLButtonElement>("button, input")].find((one) => nameOf(one) === name);
const press = async (name: string) => {
  await act(async () => control(name)!.click());
  await settle();
};
const status = () => el.querySelector("[role=status]")!.textContent;
const draw = async (told: object) => {
  room.answers = { "/again": told };
  el = document.body.appendChild(document.createElement("div"));
  await act(async () => render(<Again {...{ t, all: ALL, room: room.state }} />, el));
  await settle();
};
const opens = async (text: string) => {
  const input = el.querySelector("input[type=file]")!;
  Object.defineProperty(input, "files", { value: [new File([text], "a.json")], configurable: true });
  await act(async () => void input.dispatchEvent(new Event("change", { bubbles: true })));
  await settle();
};

beforeEach(() => {
  document.documentElement.lang = "en";
  room = new FakeRoom();
});

test("what stands beside the room is told, and can be taken out", async () => {
  await draw({ before, can_keep: true });
  expect(el.textContent).toContain(t("again_is", { title: "Cohort 8", date: "30 Nov 2025", n: 24 }));
  expect(control(t("again_link_open"))).toBeUndefined();
  room.answers["/again"] = { before: null, can_keep: true };
  await press(t("again_out"));
  expect(status()).toBe(t("again_gone"));
  expect(control(t("again_link_open"))).toBeTruthy();
});

test("a link goes to the server, and the field is empty again once it was taken", async () => {
  await draw({ before: null, can_keep: false });
  expect(el.textContent).toContain(t("again_keep_not"));
  const field = control(t("again_link_label")) as unknown as HTMLInputElement;
  field.value = "https://here/facilitator/ABC234?key=x";
  await act(async () => void field.dispatchEvent(new Event("input", { bubbles: true })));
  room.answers["/again"] = { before, can_keep: false };
  await press(t("again_link_open"));
  expect(room.sent()).toContainEqual({ link: "https://here/facilitator/ABC234?key=x" });
  expect(status()).toBe(t("again_done"));
});

test("a file that is no JSON goes nowhere; any other is for the server to judge", async () => {
  await draw({ before: null, can_keep: false });
  await opens("{");
  expect(status()).toBe(t("again_no_file"));
  expect(room.sent()).toEqual([]);
  room.answers["/again"] = { before, can_keep: false };
  await opens('{"format": "govcourse-assessment"}');
  expect(room.sent()).toEqual([{ file: { format: "govcourse-assessment" } }]);
});
