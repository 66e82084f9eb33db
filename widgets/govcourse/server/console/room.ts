// What console and projector know of a room: its state and counts as they come, figures when asked, acts by HTTP.
import { useEffect, useRef, useState } from "preact/hooks";
import { clock, hear, now } from "../../runtime/clock";
import type { Say } from "../../runtime/outline";
import type { Console, Counts, QuestionListed, RoomGone, RoomState } from "./shapes";

export const payload = (): Console => JSON.parse(document.getElementById("payload")!.textContent!);

// What the server answers. Throws what it says of a refusal.
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { credentials: "same-origin", ...init });
  if (response.ok) return response;
  const { error } = await response.json().catch(() => ({}));
  throw new Error(error?.message ?? response.statusText);
}

// The same of a call in JSON.
export async function call<Answer>(
  path: string,
  method = "GET",
  body?: object,
  signal?: AbortSignal,
): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  const response = await ask(path, { method, headers, body: body && JSON.stringify(body), signal });
  return response.json().catch(() => ({}));
}

export interface Room {
  room: RoomState | null; // null until the server has told it
  gone: boolean; // deleted
  counts: Counts;
  questions: QuestionListed[]; // the most wanted first
  heard: number; // how often news came of who is in and what was saved
  lost: boolean; // there is no connection just now
  take: (room: RoomState) => void; // what an act of ours made of it
}

const NOBODY: Counts = {
  participants: 0,
  team_count: 0,
  answered: {},
  by_teams: {},
  pace: { fast: 0, slow: 0, few: [], minutes: 0 },
};

// The room as the server tells it.
export function useRoom(api: string): Room {
  const [told, setTold] = useState<RoomState | RoomGone | null>(null);
  const [counts, setCounts] = useState(NOBODY);
  const [questions, setQuestions] = useState<QuestionListed[]>([]);
  const [heard, setHeard] = useState(0);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const events = new EventSource(`${api}/events`);
    hear(events);
    const read = (event: Event) => JSON.parse((event as MessageEvent).data);
    events.addEventListener("room", (event) => setTold(read(event)));
    events.addEventListener("questions", (event) => setQuestions(read(event).questions));
    events.addEventListener("counts", (event) => {
      setCounts(read(event));
      setHeard((n) => n + 1);
    });
    events.addEventListener("open", () => setLost(false));
    events.addEventListener("error", () => setLost(true));
    return () => events.close();
  }, [api]);
  const gone = told?.status === "deleted";
  return { room: gone ? null : told, gone, counts, questions, heard, lost, take: setTold };
}

const PATIENCE = 10_000; // ms that an act may take before it is told that nothing came of it
type Body = object | ((room: RoomState) => object); // what is worked out from the room's newest state
export type Act = (body: Body) => Promise<boolean>; // whether the room took it

// Sets something of the room, one thing after the other.
export function useAct(api: string, t: Say, { room, take }: Pick<Room, "room" | "take">) {
  const [problem, setProblem] = useState("");
  const newest = useRef(room);
  newest.current = room;
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const set = async (body: Body) => {
    try {
      const given = typeof body === "function" ? body(newest.current!) : body;
      newest.current = await call<RoomState>(api, "PUT", given, AbortSignal.timeout(PATIENCE));
      take(newest.current);
      setProblem("");
      return true;
    } catch (error) {
      const { name, message } = error as Error;
      setProblem(["TypeError", "TimeoutError"].includes(name) ? t("no_server") : message);
      return false;
    }
  };
  const act: Act = (body) => {
    const done = before.current.then(() => set(body));
    before.current = done;
    return done;
  };
  return { act, problem };
}

// The time that is left of a room's countdown, as people read it; never less than none.
export function timeLeft(t: Say, timer: RoomState["timer"], at: number): string {
  const left = timer ? Math.ceil((timer.ends - at) / 1000) : 0;
  return left > 0 ? clock(left) : t("time_up");
}

// How many answered, of how many: of what teams make, teams; of what presents results, those whose they are. `people` are all who did.
export function counted(all: Console, counts: Counts, at: string) {
  const { presents, shows } = all.activities[at];
  const id = presents && shows ? shows : at;
  const people = counts.answered[id] ?? 0;
  const teams = all.activities[id].owner === "team" && counts.team_count > 0;
  return teams
    ? { teams, people, n: counts.by_teams[id] ?? 0, of: counts.team_count }
    : { teams, people, n: people, of: counts.participants };
}

export function answered(t: Say, all: Console, counts: Counts, at: string): string {
  const { teams, people, n, of } = counted(all, counts, at);
  if (!teams) return t("answered_of", { n, of });
  const said = t("answered_teams", { n, of });
  return people > n ? `${said} ${t("answered_alone", { n: people - n })}` : said;
}

// What every kind's figures have: how many answered, and how many are needed where they are too few.
export interface Figures {
  n: number;
  too_few?: number;
}

// What the server says at an address, asked anew whenever `stamp` is another; null without an address.
export function useTold<Answer>(path: string | null, stamp: unknown): Answer | null {
  const [found, setFound] = useState<{ path: string; answer: Answer } | null>(null);
  useEffect(() => {
    if (!path) return;
    call<Answer>(path)
      .then((answer) => setFound({ path, answer }))
      .catch(() => setFound(null));
  }, [path, JSON.stringify(stamp)]);
  return found && found.path === path ? found.answer : null;
}

// The figures of one activity, new whenever somebody answered or something was hidden.
// With `asRoom` no more than participants see.
export const useFigures = (
  api: string,
  activity: string | null,
  stamp: unknown,
  asRoom = false,
): Figures | null =>
  useTold<Figures>(activity && `${api}/activities/${activity}/summary${asRoom ? "?as=room" : ""}`, stamp);

export function useNow(): number {
  const [time, setTime] = useState(now());
  useEffect(() => {
    const tick = setInterval(() => setTime(now()), 500);
    return () => clearInterval(tick);
  }, []);
  return time;
}
