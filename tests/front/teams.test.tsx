// Teams on the console: what dealing did is said, teams are dealt anew and deleted once that is confirmed, and their work is read.
import { act } from "preact/test-utils";
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { Teams } from "govcourse/server/console/teams";
import { say } from "./fixtures";
import { nameOf } from "./page";
import { ALL, FakeRoom, TEXTS } from "./room";

const t = say(TEXTS);
let room: FakeRoom;
let el: HTMLElement;

const teams = (count: number, more: object = {}) => ({
  teams: Array.from({ length: count }, (_, n) => ({
    id: `t${n + 1}`,
    name: `Team ${n + 1}`,
    members: [] as object[],
    link: "",
    work: n ? [] : ["plan"],
  })),
  alone: [],
  removed: [],
  ...more,
});
const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)));
const control = (name: string) =>
  [...el.querySelectorAll<HTMLButtonElement>("button, input")].find((one) => nameOf(one) === name)!;
const press = async (name: string) => {
  await act(async () => control(name).click());
  await settle();
};
const status = () => el.querySelector("[role=status]")!.textContent;

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  room = new FakeRoom();
  room.answers = { "/teams": teams(10) };
  el = document.body.appendChild(document.createElement("div"));
  const given = { t, all: ALL, room: room.state, stamp: 0, act: async () => true };
  await act(async () => render(<Teams {...given} />, el));
  await settle();
});

test("dealing eight of ten teams says that nothing was changed, and what helps", async () => {
  const count = control(t("teams_count")) as unknown as HTMLInputElement;
  count.value = "8";
  await act(async () => void count.dispatchEvent(new Event("input", { bubbles: true })));
  room.answers["/teams"] = teams(10, { dealt: 0 });
  await press(t("teams_deal"));
  expect(status()).toBe(t("teams_dealt_none", { teams: 10, count: 8 }));
  room.answers["/teams"] = teams(10, { dealt: 3 });
  await press(t("teams_deal"));
  expect(status()).toBe(t("teams_dealt", { teams: 10, dealt: 3 }));
});

test("everybody is dealt anew only after a question", async () => {
  await press(t("teams_anew"));
  expect(room.sent()).toEqual([]);
  room.answers["/teams"] = teams(4, { dealt: 57 });
  await press(t("teams_anew_yes"));
  expect(room.sent()).toEqual([{ count: 10, anew: true }]); // as many as there are
  expect(status()).toBe(t("teams_dealt", { teams: 4, dealt: 57 }));
});

test("a team is deleted after a question that says what goes with it", async () => {
  await press("Delete Team 1");
  expect(el.querySelector("dialog")!.textContent).toContain(t("teams_delete_work", { n: 1, people: 0 }));
  room.answers["/t1"] = teams(9);
  await press(t("teams_delete_yes"));
  const last = room.asked.at(-1)!;
  expect([last.method, last.path]).toEqual(["DELETE", `${ALL.api}/teams/t1`]);
  expect(status()).toBe("Team 1 was deleted.");
  expect(el.querySelectorAll(".teams > section")).toHaveLength(9);
});

test("what a team wrote is read with one press", async () => {
  room.answers["/teams/t1/work/plan"] = {
    activity: "plan",
    title: "Our plan",
    parts: [{ title: "Goal", lines: [{ label: "Who", text: "The ministry" }] }],
  };
  const rows = [...el.querySelectorAll(".work-table tbody tr")].map((row) => row.textContent);
  expect(rows).toEqual([`Our plan${t("work_read")}${"–nothing yet".repeat(9)}`]);
  await press(t("work_read_of", { title: "Our plan", team: "Team 1" }));
  const read = el.querySelector("dialog")!;
  expect(read.getAttribute("aria-label")).toBe("Team 1: Our plan");
  expect(read.querySelector("dd")!.textContent).toBe("The ministry");
  expect(read.querySelector("input, textarea")).toBeNull();
});

test("a room without teams says what will come", async () => {
  render(null, el);
  room.answers["/teams"] = teams(0);
  await act(async () =>
    render(<Teams {...{ t, all: ALL, room: room.state, stamp: 0, act: async () => true }} />, el),
  );
  await settle();
  expect(status()).toBe(t("teams_will_be"));
});

test("a team's video room is saved, and what was refused stays to be mended", async () => {
  const link = control(t("teams_link", { name: "Team 1" })) as unknown as HTMLInputElement;
  link.value = "http://meet.example";
  await act(async () => {
    link.dispatchEvent(new Event("input", { bubbles: true }));
    room.down = true;
    link.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settle();
  expect(link.value).toBe("http://meet.example");
  room.down = false;
  room.answers["/t1"] = teams(1);
  room.answers["/t1"] = { ...teams(1), teams: [{ ...teams(1).teams[0], link: "https://meet.example/1" }] };
  link.value = " https://meet.example/1 ";
  await act(async () => {
    link.dispatchEvent(new Event("input", { bubbles: true }));
    link.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settle();
  expect(room.sent().at(-1)).toEqual({ link: "https://meet.example/1" });
  expect(el.querySelector<HTMLAnchorElement>(".teams a")!.rel).toContain("noopener");
});

test("languages are counted, and each team says into which it needs interpretation", async () => {
  const member = (id: string, speaks: string[], needs = "") => ({ id, name: id, speaks, needs });
  const some = [member("ann", ["fr", "en"], "ar"), member("bo", ["fr"])];
  render(null, el);
  room.answers["/teams"] = { ...teams(0), teams: [{ ...teams(1).teams[0], members: some }] };
  await act(async () =>
    render(<Teams {...{ t, all: ALL, room: room.state, stamp: 1, act: async () => true }} />, el),
  );
  await settle();
  const rows = [...el.querySelectorAll(".languages tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["French", "2", "0"],
    ["English", "1", "0"],
    ["Arabic", "0", "1"],
  ]);
  expect(el.querySelector(".teams .facts")!.textContent).toBe(t("teams_need_in", { list: "Arabic (1)" }));
  const together = [...el.querySelectorAll("label")].find((one) => one.textContent === t("teams_together"))!;
  await act(async () => together.querySelector("input")!.click());
  await press(t("teams_anew"));
  await press(t("teams_anew_yes"));
  expect(room.sent().at(-1)).toEqual({ count: 1, anew: true, together: "languages" });
});

test("somebody is taken out after a question that says what that means, and let in again", async () => {
  const ann = { id: "ann", name: "Ann", speaks: [], needs: "" };
  render(null, el);
  room.answers["/teams"] = { ...teams(0), alone: [ann] };
  await act(async () =>
    render(<Teams {...{ t, all: ALL, room: room.state, stamp: 1, act: async () => true }} />, el),
  );
  await settle();
  const place = el.querySelector<HTMLSelectElement>(
    `select[aria-label="${t("teams_move", { name: "Ann" })}"]`,
  )!;
  place.value = "out";
  await act(async () => void place.dispatchEvent(new Event("change", { bubbles: true })));
  expect(place.value).toBe("none");
  expect(el.querySelector("dialog")!.textContent).toContain(t("person_remove_what", { name: "Ann" }));
  expect(room.sent()).toEqual([]);
  room.answers["/participants/ann"] = { ...teams(0), removed: [{ id: "ann", name: "Ann" }] };
  await press(t("person_remove"));
  expect(room.sent()).toEqual([{ removed: true }]);
  expect(status()).toBe(t("person_removed", { name: "Ann" }));
  room.answers["/teams"] = { ...teams(0), removed: [{ id: "ann", name: "Ann" }] };
  await act(async () =>
    render(<Teams {...{ t, all: ALL, room: room.state, stamp: 2, act: async () => true }} />, el),
  );
  await settle();
  expect(status()).toBe(t("person_removed", { name: "Ann" })); // the room's news leave it there
  room.answers["/participants/ann"] = { ...teams(0), alone: [ann] };
  await press(`${t("person_return")} Ann`);
  expect(room.sent().at(-1)).toEqual({ removed: false });
  expect(control(`${t("person_return")} Ann`)).toBeUndefined();
});
