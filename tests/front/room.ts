// A room as a console meets it: a server that keeps what it is told, as server/steering.py does, and says so.
import { act } from "preact/test-utils";
import { vi } from "vitest";
import type { Console, Counts, RoomActivityState, RoomState } from "govcourse/server/console/shapes";
import { fixtures } from "./fixtures";

const { common, notebook, pages, reviews, audience, console: words } = fixtures.texts as Record<string, any>;
export const TEXTS: Record<string, string> = {
  ...common,
  ...notebook,
  ...pages,
  ...reviews,
  ...audience,
  ...words,
};

type About = Console["activities"][string];
const about = (more: Partial<About>): About => ({
  kind: "poll",
  minutes: 10,
  owner: "participant",
  asks: [],
  summed: true,
  moderated: false,
  presents: false,
  shows: null,
  good: null,
  extras: [],
  phases: [],
  groups: {},
  results: {},
  ...more,
});

// Two sessions; the first has a talk, a poll, a break and a team's task, and an exercise of no step.
export const ALL: Console = {
  api: "/api/rooms/ABC234",
  base: "/",
  join: "http://host/join/ABC234",
  draft: "",
  short: "host/join",
  texts: TEXTS,
  kinds: { poll: {}, board: {} },
  sessions: [
    {
      number: 1,
      name: "Session 1",
      title: "Concepts",
      question: "",
      prepare: ["Paper and pens"],
      preparation: [],
      further: [],
      agenda: [
        { minutes: 5, title: "Welcome", activity: null, pause: false, cut: null, talk: ["Names first"] },
        { minutes: 20, title: "The state", activity: "poll", pause: false, cut: null, talk: [] },
        { minutes: 5, title: "Break", activity: null, pause: true, cut: null, talk: [] },
        { minutes: 30, title: "A plan", activity: "plan", pause: false, cut: null, talk: [] },
      ],
    },
    {
      number: 2,
      name: "Session 2",
      title: "Capacities",
      question: "",
      prepare: [],
      preparation: [],
      further: [],
      agenda: [{ minutes: 30, title: "Debrief", activity: "debrief", pause: false, cut: null, talk: [] }],
    },
  ],
  activities: {
    poll: about({ shows: "poll" }),
    plan: about({ owner: "team", summed: false, minutes: 25 }),
    board: about({ kind: "board", moderated: true, shows: "board" }),
    debrief: about({ summed: false, presents: true, shows: "poll" }),
  },
};

const activity = (id: string, title: string, sessions: number[]): RoomActivityState => ({
  id,
  title,
  kind: ALL.activities[id].kind,
  sessions,
  state: "closed",
  results: "hidden",
  review: "none",
  stamp: "",
  extras: [],
  phase: null,
  opened: null,
  order: "question",
  texts: "cloud",
  moderation: { moderate: false, hidden: [], approved: [], pinned: [], merged: {}, grouped: {} },
});

export class FakeRoom {
  state: RoomState = {
    code: "ABC234",
    title: "Cohort",
    sessions: [1, 2],
    status: "open",
    session: 1,
    look: null,
    timer: null,
    message: null,
    run: null,
    language: "en",
    presents: null,
    presented: null,
    order: null,
    presenter: null,
    practice: false,
    teams: "",
    questions: "closed",
    locked: false,
    removed: [],
    questions_shown: false,
    asked: { moderate: false, hidden: [], approved: [] },
    shown: null,
    work: null,
    screen: null,
    activities: [
      activity("poll", "Which role?", [1]),
      activity("plan", "Our plan", [1]),
      activity("board", "Ideas", [1]),
      activity("debrief", "What it shows", [2]),
    ],
  };
  counts: Counts = {
    participants: 57,
    team_count: 10,
    answered: { plan: 10 },
    by_teams: { plan: 10 },
    pace: { fast: 0, slow: 0, few: [], minutes: 5 },
  };
  answers: Record<string, unknown> = {}; // by the end of an address
  asked: { method: string; path: string; body: any }[] = [];
  down = false;
  silent = false; // takes what is asked and answers nothing
  private listeners: Record<string, ((event: unknown) => void)[]> = {};

  constructor() {
    const room = this;
    vi.stubGlobal(
      "EventSource",
      class {
        addEventListener(name: string, hear: (event: unknown) => void) {
          (room.listeners[name] ??= []).push(hear);
        }
        close() {}
      },
    );
    vi.stubGlobal("fetch", async (path: string, { method = "GET", body, signal }: RequestInit = {}) => {
      if (room.down) throw new TypeError("Failed to fetch");
      if (room.silent)
        return new Promise<Response>((_, refuse) =>
          signal?.addEventListener("abort", () => refuse(signal.reason)),
        );
      const given = body ? JSON.parse(body as string) : undefined;
      room.asked.push({ method, path, body: given });
      if (method === "PUT" && path === ALL.api) room.set(given);
      const end = Object.keys(room.answers).find((one) => path.endsWith(one));
      return new Response(JSON.stringify(end ? room.answers[end] : room.state), { status: 200 });
    });
  }

  // As the server does it, for what these tests need.
  set({ step, activities = {}, timer, break: pause, ...rest }: any): void {
    const state: any = structuredClone(this.state);
    const now = Date.now();
    Object.assign(state, rest);
    if ("look" in rest) state.shown = rest.look;
    if (step === null) state.run = null;
    else if (step !== undefined)
      state.run = {
        session: state.session,
        step,
        since: now,
        began: step && state.run ? state.run.began : now,
      };
    if (step !== undefined || timer === null) state.timer = null;
    if (pause)
      state.timer = { ends: now + pause * 1000, seconds: pause, title: "Break", of: "break", activity: null };
    for (const [id, { timer: length, ...change }] of Object.entries<any>(activities)) {
      const one = state.activities.find((other: RoomActivityState) => other.id === id);
      if (change.state === "open" && one.state !== "open") one.opened = now;
      if (change.state === "open" || change.results === "shown") state.shown = id;
      if (change.state === "closed" && state.timer?.activity === id) state.timer = null;
      for (const field of ["moderate", "hidden", "approved", "pinned", "merged", "grouped"])
        if (field in change) {
          one.moderation[field] = change[field];
          delete change[field];
        }
      Object.assign(one, change);
      if (length)
        state.timer = {
          ends: now + length * 1000,
          seconds: length,
          title: one.title,
          of: "exercise",
          activity: id,
        };
    }
    this.state = state;
  }

  async say(name: string, data?: unknown): Promise<void> {
    await act(async () => {
      for (const hear of this.listeners[name] ?? []) hear({ data: JSON.stringify(data) });
    });
    await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
  }
  async tell(): Promise<void> {
    await this.say("room", this.state);
    await this.say("counts", this.counts);
  }
  one(id: string): RoomActivityState {
    return this.state.activities.find((other) => other.id === id)!;
  }
  sent(): any[] {
    return this.asked.filter(({ method }) => method !== "GET").map(({ body }) => body);
  }
}
