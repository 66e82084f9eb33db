// The way through a session as pure rules: what comes next, and the way back.
import { beforeEach, expect, test } from "vitest";
import { back, next, way } from "govcourse/server/console/walk";
import { ALL, FakeRoom } from "./room";

let room: FakeRoom;
beforeEach(() => (room = new FakeRoom()));

const forth = () => next(ALL, room.state, way(ALL, room.state).now);
const go = (move: { name: string; body: object } | null) => {
  room.set(move!.body);
  return move!.name;
};

test("the whole of a session is one press after another, and each has its name", () => {
  const said = [];
  for (let move = forth(); move && move.name !== "session"; move = forth())
    said.push([go(move), move.title, move.minutes]);
  expect(said).toEqual([
    ["begin", "Welcome", 0],
    ["next", "The state", 0],
    ["clock", "The state", 10],
    ["show", "The state", 0],
    ["close", "The state", 0],
    ["next", "Break", 0],
    ["break", "Break", 5],
    ["next", "A plan", 0],
    ["clock", "A plan", 25],
    ["close", "A plan", 0],
  ]);
  expect(forth()).toMatchObject({ name: "session", title: "Session 2", body: { session: 2, look: null } });
});

test("from one exercise to the next is one press: the next step opens what it has, and all look at it", () => {
  for (let at = 0; at < 5; at++) go(forth());
  expect(room.one("poll").state).toBe("closed");
  room.state.timer = null;
  go(forth()); // the break, which is left out here
  const move = next(ALL, room.state, way(ALL, room.state).steps[3])!;
  expect([move.name, go(move)]).toEqual(["open", "open"]);
  expect([room.one("plan").state, room.state.look, room.state.run!.step]).toEqual(["open", "plan", 3]);
});

test("the way back undoes each of these, to before the session", () => {
  for (let at = 0; at < 5; at++) go(forth());
  const said = [];
  for (let move = back(ALL, room.state); move; move = back(ALL, room.state)) said.push(go(move));
  expect(said).toEqual(["reopen", "hide", "back", "unbegin"]);
  expect([room.one("poll").state, room.one("poll").opened, room.state.run]).toEqual(["closed", null, null]);
  expect(go(forth())).toBe("begin");
});

test("back stops a clock first, and a break is taken back too", () => {
  for (let at = 0; at < 3; at++) go(forth());
  expect(go(back(ALL, room.state))).toBe("stop");
  expect(room.state.timer).toBeNull();
  expect(forth()!.name).toBe("clock");
  room.set({ break: 600 });
  expect(go(back(ALL, room.state))).toBe("stop");
});

test("an exercise of no step is opened from the list, and the way goes on after the step that it left", () => {
  go(forth());
  const [extra] = way(ALL, room.state).more;
  expect(extra).toMatchObject({ title: "Ideas", activity: "board" });
  expect(go(next(ALL, room.state, extra))).toBe("open");
  expect(way(ALL, room.state).now).toEqual(extra);
  for (const name of ["clock", "show", "close"]) expect(go(forth())).toBe(name);
  expect(forth()).toMatchObject({ name: "next", title: "The state" });
  expect(go(back(ALL, room.state))).toBe("reopen");
});

test("what was done is looked at again and not opened; what another session left shown is hidden as it opens", () => {
  for (let at = 0; at < 5; at++) go(forth());
  go(forth());
  const done = way(ALL, room.state).steps[1];
  expect(next(ALL, room.state, done)).toMatchObject({ name: "go", body: { step: 1, look: "poll" } });
  expect(next(ALL, room.state, done)!.body).not.toHaveProperty("activities");
  const fresh = new FakeRoom();
  fresh.one("poll").results = "shown";
  fresh.set({ step: 0 });
  const opening = next(ALL, fresh.state, way(ALL, fresh.state).now)!;
  expect(opening.body).toMatchObject({ activities: { poll: { state: "open", results: "hidden" } } });
});

test("the results of what an exercise presents are shown where it stands", () => {
  room.set({ session: 2, step: 0, look: "debrief", activities: { debrief: { state: "open", timer: 60 } } });
  const move = forth()!;
  expect(move.name).toBe("show");
  go(move);
  expect(room.one("poll").results).toBe("shown");
  expect(forth()!.name).toBe("close");
});

test("an exercise that was opened in an earlier session opens anew", () => {
  room.set({ activities: { poll: { state: "open" } } });
  room.set({ activities: { poll: { state: "closed" } } });
  room.one("poll").opened = Date.now() - 60_000;
  room.set({ step: 0 });
  expect(forth()).toMatchObject({ name: "next", body: { activities: { poll: { state: "open" } } } });
});

test("a board is led phase by phase: its notes are seen by all from the second on, and the way back hides them", () => {
  const phases = [
    { id: "write", title: "Many ideas", minutes: 4, blind: true },
    { id: "choose", title: "Order and choose", minutes: 6, blind: false },
  ];
  const all = { ...ALL, activities: { ...ALL.activities, board: { ...ALL.activities.board, phases } } };
  const board = () => room.one("board");
  room.set({ session: 1, step: 0, look: "board", activities: { board: { state: "open" } } });
  const here = () => way(all, room.state).now;
  const forward = () => next(all, room.state, here())!;
  expect([forward().minutes, go(forward()), board().phase]).toEqual([4, "clock", "write"]);
  const move = forward();
  expect([move.name, move.title, move.minutes]).toEqual(["phase", "Order and choose", 6]);
  go(move);
  expect([board().phase, board().results]).toEqual(["choose", "shown"]);
  expect(go(back(all, room.state))).toBe("phase");
  expect([board().phase, board().results]).toEqual(["write", "hidden"]);
  go(forward());
  expect(go(forward())).toBe("close");
  const again = next(all, room.state, { ...here()!, key: "other" })!;
  expect(again.body).not.toHaveProperty("activities"); // it was done
});

test("in a phase that is blind nobody sees results: a second estimate is made alone, and shown by a press of its own", () => {
  const phases = [
    { id: "first", title: "Alone", minutes: 3, blind: true },
    { id: "talk", title: "Talk", minutes: 5, blind: false },
    { id: "second", title: "Again", minutes: 2, blind: true },
  ];
  const all = { ...ALL, activities: { ...ALL.activities, board: { ...ALL.activities.board, phases } } };
  const board = () => [room.one("board").phase, room.one("board").results];
  room.set({ session: 1, step: 0, look: "board", activities: { board: { state: "open" } } });
  const forward = () => next(all, room.state, way(all, room.state).now)!;
  go(forward());
  expect(board()).toEqual(["first", "hidden"]);
  go(forward());
  expect(board()).toEqual(["talk", "shown"]);
  go(forward());
  expect(board()).toEqual(["second", "hidden"]);
  go(back(all, room.state));
  expect(board()).toEqual(["talk", "shown"]);
  go(forward());
  expect(go(forward())).toBe("show");
  expect(board()).toEqual(["second", "shown"]);
  expect(forward().name).toBe("close");
});
