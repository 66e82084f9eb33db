// The way through a room's session: where it is, the next right thing, and the way back. Console and facilitator's phone go it.
import type { AgendaItem, Console, ConsoleRunSheet, RoomActivityState, RoomState } from "./shapes";

// A step of the run sheet, or an exercise of the session that stands in none of its steps.
export interface Place {
  key: string;
  title: string;
  step: number | null;
  activity: string | null;
  item?: AgendaItem;
}

// What a button does: `name` and the values say it, `body` is what the room is told.
export interface Move {
  name: string;
  title: string;
  minutes: number;
  body: object;
}

export interface Way {
  sheet: ConsoleRunSheet;
  steps: Place[];
  more: Place[];
  now: Place | null; // before the session has begun: none
}

export const named = (room: RoomState, id: string | null): RoomActivityState | undefined =>
  room.activities.find((one) => one.id === id);

export function way(all: Console, room: RoomState): Way {
  const sheet = all.sessions.find((one) => one.number === room.session) ?? all.sessions[0];
  const steps = sheet.agenda.map((item, step) => ({
    key: `${sheet.number}-${step}`,
    title: item.title,
    step,
    activity: named(room, item.activity) ? item.activity : null,
    item,
  }));
  const more = room.activities
    .filter((one) => one.sessions.includes(sheet.number) && !steps.some((step) => step.activity === one.id))
    .map((one) => ({ key: `${sheet.number}-${one.id}`, title: one.title, step: null, activity: one.id }));
  const run = room.run?.session === sheet.number ? room.run : null;
  const step: Place | undefined = run ? steps[run.step] : undefined;
  const looked = [...(step ? [step] : []), ...more, ...steps].find(
    (one) => room.look !== null && one.activity === room.look && (run || one.step === null),
  );
  return { sheet, steps, more, now: looked ?? step ?? null };
}

// Whether an exercise was opened and closed again since the session began.
export function done(room: RoomState, one: RoomActivityState): boolean {
  const began = room.run?.session === room.session ? room.run!.began : 0;
  return one.state === "closed" && one.opened !== null && one.opened >= began;
}

// Whether the results that go with an exercise are shown; null where it has none.
export function shown(all: Console, room: RoomState, id: string): boolean | null {
  const { shows } = all.activities[id];
  return shows === null ? null : named(room, shows)?.results === "shown";
}

// The next right thing at a place; null after the last step.
export function next(all: Console, room: RoomState, at: Place | null): Move | null {
  const { steps, now } = way(all, room);
  if (!at || (!now && at.step === 0)) return go(all, room, steps[0], "begin");
  const one = named(room, at.activity);
  if (at.key !== now?.key) return go(all, room, at, one && !done(room, one) ? "open" : "go");
  if (one?.state === "open") return withOpen(all, room, at, one);
  if (one && !done(room, one)) return go(all, room, at, "open");
  if (at.item?.pause && room.timer?.of !== "break")
    return move("break", at, at.item.minutes, { break: at.item.minutes * 60 });
  const after = steps[(at.step ?? (room.run?.session === room.session ? room.run!.step : -1)) + 1];
  if (after) return go(all, room, after, "next");
  const sheet = all.sessions.find((one) => one.number > room.session! && room.sessions.includes(one.number));
  return sheet
    ? { name: "session", title: sheet.name, minutes: 0, body: { session: sheet.number, look: null } }
    : null;
}

// Of an exercise that is open: its clock, phase by phase where it has any, then its results, then its end.
function withOpen(all: Console, room: RoomState, at: Place, one: RoomActivityState): Move {
  const { shows, phases } = all.activities[one.id];
  const results = shown(all, room, one.id);
  const phase = phaseOf(all, one);
  const following = phases[phase + 1];
  if (!results && room.timer?.activity !== one.id && phase < 1) {
    const minutes = phases[0]?.minutes ?? all.activities[one.id].minutes;
    const first = phases.length ? { phase: phases[0].id } : {};
    return move("clock", at, minutes, { activities: { [one.id]: { timer: minutes * 60, ...first } } });
  }
  if (following)
    return move("phase", following, following.minutes, {
      activities: withResults(
        one.id,
        { phase: following.id, timer: following.minutes * 60 },
        phase < 0 ? null : shows,
        following.blind ? "hidden" : "shown",
      ),
    });
  if (results === false)
    return move("show", at, 0, { look: one.id, activities: { [shows!]: { results: "shown" } } });
  return move("close", at, 0, { activities: { [one.id]: { state: "closed" } } });
}

// In which phase an exercise is; -1 where everybody goes their own way.
const phaseOf = (all: Console, one: RoomActivityState): number =>
  all.activities[one.id].phases.findIndex((phase) => phase.id === one.phase);

// In a phase that is blind everybody makes their own; in another one all look at it.
const withResults = (id: string, change: object, shows: string | null, results: "shown" | "hidden") =>
  shows === null
    ? { [id]: change }
    : shows === id
      ? { [id]: { ...change, results } }
      : { [id]: change, [shows]: { results } };

// To another place, with what it has opened; an exercise that was done there is only looked at.
function go(all: Console, room: RoomState, to: Place, name: string): Move {
  const one = named(room, to.activity);
  const step = to.step === null ? {} : { step: to.step };
  // What an earlier session left shown would show answers as they come in.
  const results =
    one && shown(all, room, one.id) && all.activities[one.id].summed ? { results: "hidden" } : {};
  const opens = one && one.state !== "open" && (name === "begin" || name === "next" || !done(room, one));
  const first = one && all.activities[one.id].phases.length ? { phase: null } : {};
  const activities = opens ? { activities: { [one.id]: { state: "open", ...first, ...results } } } : {};
  return move(name, to, 0, { ...step, look: to.activity, ...activities });
}

// Undoes the last of these; null where nothing has begun.
export function back(all: Console, room: RoomState): Move | null {
  const { sheet, steps, now } = way(all, room);
  if (room.timer?.of === "break")
    return { name: "stop", title: room.timer.title, minutes: 0, body: { timer: null } };
  if (!now) return null;
  const one = named(room, now.activity);
  const results = one && shown(all, room, one.id);
  if (one && done(room, one)) return move("reopen", now, 0, { activities: { [one.id]: { state: "open" } } });
  const phase = one ? phaseOf(all, one) : -1;
  if (one?.state === "open" && phase > 0) {
    const { phases, shows } = all.activities[one.id];
    const before = phases[phase - 1];
    const change = { phase: before.id, timer: before.minutes * 60 };
    const turns = before.blind !== phases[phase].blind;
    const activities = withResults(one.id, change, turns ? shows : null, before.blind ? "hidden" : "shown");
    return move("phase", before, 0, { activities });
  }
  if (one?.state === "open" && results)
    return move("hide", now, 0, { activities: { [all.activities[one.id].shows!]: { results: "hidden" } } });
  if (one && room.timer?.activity === one.id) return move("stop", now, 0, { timer: null });
  const closes = one?.state === "open" ? { activities: { [one.id]: { state: "closed", opened: null } } } : {};
  const run = room.run?.session === sheet.number ? room.run.step : null;
  const before: Place | undefined = now.step === null ? steps[run ?? -1] : steps[now.step - 1];
  if (before) return move("back", before, 0, { step: before.step, look: before.activity, ...closes });
  return { name: "unbegin", title: sheet.name, minutes: 0, body: { step: null, look: null, ...closes } };
}

const move = (name: string, { title }: { title: string }, minutes: number, body: object): Move => ({
  name,
  title,
  minutes,
  body,
});
