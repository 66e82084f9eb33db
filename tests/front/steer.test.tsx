// How the console steers projectors.
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Bar } from "govcourse/server/console/bar";
import { Pages } from "govcourse/server/console/pages";
import { Steer } from "govcourse/server/console/steer";
import { say } from "govcourse/runtime/fill";
import { fixtures, type Doc } from "./fixtures";
import { ALL, FakeRoom } from "./room";

const t = say({ ...fixtures.texts.pages, ...fixtures.texts.console });
const acted = vi.fn(async () => true);
let turned: Doc[];

beforeEach(() => {
  acted.mockClear();
  turned = [];
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    turned.push(JSON.parse(String(body)).screen);
    return new Response("{}");
  });
});

const activity = (id: string, more: object = {}) => ({
  id,
  title: id,
  sessions: [1],
  results: "hidden",
  order: "question",
  texts: "cloud",
  ...more,
});

async function steer(room: object, by_teams = {}): Promise<HTMLElement> {
  const el = document.body.appendChild(document.createElement("div"));
  const all = {
    api: "/api/rooms/abc",
    activities: {
      poll: { owner: "participant", moderated: true },
      plan: { owner: "team", moderated: false },
      canvas: { owner: "team", moderated: false },
    },
  };
  const given = { presents: null, shown: null, work: null, screen: null, session: 1, ...room };
  const counts = { participants: 9, team_count: 2, answered: {}, by_teams };
  await act(async () => render(<Steer {...({ t, all, room: given, counts, act: acted } as any)} />, el));
  return el;
}
const press = (el: Element, name: string) =>
  act(async () => [...el.querySelectorAll("button")].find((one) => one.textContent === name)!.click());
const activities = [activity("poll", { results: "shown" }), activity("plan"), activity("canvas")];

test("a projector that has just come turns no page back for the others, unless it stays with fewer", async () => {
  vi.useFakeTimers();
  for (const name of ["clientWidth", "scrollWidth"] as const)
    vi.spyOn(HTMLElement.prototype, name, "get").mockReturnValue(1600);
  const room = { screen: { what: "poll results", page: 2, pages: 7 } };
  const el = document.body.appendChild(document.createElement("div"));
  const given = {
    all: { api: "/api/rooms/abc" },
    what: "poll results",
    room,
    head: null,
    children: "one page",
  };
  await act(async () => render(<Pages {...(given as any)} />, el));
  await act(async () => void vi.advanceTimersByTime(1500));
  expect(turned).toEqual([]);
  await act(async () => void vi.advanceTimersByTime(1500));
  expect(turned).toEqual([{ what: "poll results", pages: 1 }]);
  vi.useRealTimers();
});

test("the projector counts for a debrief those whose answers it presents, and teams for what teams make", async () => {
  const room = new FakeRoom();
  room.counts.answered.poll = 41;
  const el = document.body.appendChild(document.createElement("div"));
  const shows = async (id: string) => {
    const one = room.state.activities.find((each) => each.id === id);
    const given = { t, all: ALL, room: room.state, counts: room.counts, one, what: id };
    await act(async () => render(<Bar {...given} />, el));
    return el.querySelector(".screen-big")!.textContent;
  };
  expect(await shows("debrief")).toBe(`41 ${t("screen_of_people", { all: 57 })}`);
  expect(await shows("plan")).toBe(`10 ${t("screen_of_teams", { all: 10 })}`);
});

describe("the console", () => {
  test("turns the projector's page, and no further than there are pages", async () => {
    const screen = { what: "poll results", page: 1, pages: 3 };
    const el = await steer({ activities, shown: "poll", screen });
    expect(el.querySelector("[role=status]")!.textContent).toBe("2 of 3");
    await press(el, t("steer_next"));
    await press(el, t("steer_back"));
    expect(turned).toEqual([
      { ...screen, page: 2 },
      { ...screen, page: 0 },
    ]);
    const last = await steer({ activities, shown: "poll", screen: { ...screen, page: 2 } });
    expect([...last.querySelectorAll("button")].map((one) => one.disabled)).toEqual([false, true]);
    expect(
      (await steer({ activities, screen: { ...screen, page: 0, pages: 1 } })).querySelector("button"),
    ).toBeNull();
  });

  test("puts the largest bars first, and what was written in a list", async () => {
    const el = await steer({ activities, shown: "poll" });
    const [size, list] = el.querySelectorAll("input");
    await act(async () => size.click());
    await act(async () => list.click());
    expect(acted.mock.calls).toEqual([
      [{ activities: { poll: { order: "size" } } }],
      [{ activities: { poll: { texts: "list" } } }],
    ]);
  });

  test("chooses what a team presents: first what was shown, else what teams wrote", async () => {
    const of = async (room: object, by_teams = {}) =>
      (await steer({ activities, presents: "team", ...room }, by_teams)).querySelector("select")!;
    expect([...(await of({})).options].map((one) => one.value)).toEqual(["plan", "canvas"]);
    expect((await of({ shown: "plan" }, { canvas: 1 })).value).toBe("plan");
    expect((await of({ shown: "poll" }, { canvas: 1 })).value).toBe("canvas");
    const select = await of({ work: "canvas", shown: "plan" });
    expect(select.value).toBe("canvas");
    select.value = "plan";
    await act(async () => void select.dispatchEvent(new Event("change", { bubbles: true })));
    expect(acted).toHaveBeenLastCalledWith({ work: "plan" });
  });
});
