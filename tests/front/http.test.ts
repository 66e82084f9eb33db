// A room's page sends answers by HTTP.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Exercise } from "govcourse/runtime/exercise";
import { httpModel } from "govcourse/runtime/http";
import { here, starting } from "govcourse/runtime/page";
import type { ShowReviews } from "govcourse/runtime/reviews";
import { RoomPage } from "govcourse/runtime/room";
import type { Model, Reply } from "govcourse/runtime/types";
import { fixtures, type Doc } from "./fixtures";
import { ID, ask, models, save, spec, texts, view } from "./host";

describe("a room's page", () => {
  const api = "/api/rooms/abc";
  let answers: (path: string, init: RequestInit) => Response | Promise<Response>;
  let called: [string, string, Doc | undefined][];

  const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

  beforeEach(() => {
    called = [];
    vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
      called.push([init.method ?? "GET", path, init.body ? JSON.parse(String(init.body)) : undefined]);
      return answers(path, init);
    });
    vi.stubGlobal("EventSource", class extends EventTarget {});
    reviewed = [];
  });

  // Reviews that write down what the page tells them.
  let reviewed: unknown[];
  let heard: unknown[];
  const listening = {
    set: (room: unknown) => void heard.push(room && "room"),
    hear: (questions: unknown) => void heard.push(questions),
  };
  const show: ShowReviews = (el, { model }) => {
    reviewed.push([el.className, model.get("spec").id]);
    return {
      set: (open) => void reviewed.push(open),
      look: () => void reviewed.push("look"),
      waits: () => void reviewed.push("waits"),
    };
  };

  // A participant's page with one exercise that is open.
  let tell: (event: string, data: unknown) => Promise<void>;
  const state = (more: object = {}) => ({
    status: "open",
    teams: "a",
    activities: [
      { id: ID, title: spec.title, state: "open", review: "none", extras: [], phase: null, ...more },
    ],
  });
  async function enter(team: object | null = null): Promise<Model> {
    const ids = [
      "message",
      "empty",
      "time",
      "clock",
      "clock-title",
      "team",
      "connection",
      "notice",
      "saved",
      "said",
      "exercises",
      "closed",
      "meets",
    ];
    document.body.replaceChildren(...ids.map((id) => Object.assign(document.createElement("div"), { id })));
    const sources: EventTarget[] = [];
    vi.stubGlobal(
      "EventSource",
      class extends EventTarget {
        constructor() {
          super();
          sources.push(this);
        }
      },
    );
    heard = [];
    answers = (path) =>
      path.endsWith("/team")
        ? json({ team })
        : path.includes("/exercises/")
          ? json({ spec, texts })
          : json({ answer: { pitch: "kept" }, version: 3 });
    const host = { name: "room", participant: "ann" } as const;
    const start = starting(
      () => view,
      (opened, place) => httpModel(opened, { ...here(place), ...host }, api),
    );
    new RoomPage(
      api,
      { ...fixtures.texts.pages, ...fixtures.texts.reviews },
      start,
      async () => show,
      async () => listening,
    );
    tell = async (event, data) => {
      sources[0].dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
      await vi.advanceTimersByTimeAsync(50);
    };
    await tell("room", state());
    called = [];
    return models[0];
  }

  test("opens an exercise with what the room has of it", async () => {
    const model = await enter();
    expect([model.get("answer"), model.get("version")]).toEqual([{ pitch: "kept" }, 3]);
    expect(model.get("host")).toMatchObject({ name: "room", participant: "ann", documents: spec.documents });
  });

  test("passes the room and its questions on to what is said out of turn", async () => {
    await enter();
    const asked = [{ id: "q", text: "Who pays?", up: 1, down: 0, answered: false }];
    await tell("questions", { questions: asked });
    await tell("room", { code: "ABC234", status: "deleted" });
    expect(heard).toEqual(["room", asked, null]);
  });

  test("sends what waits as soon as the server is back, however often it failed before", async () => {
    const model = await enter();
    const exercise = new Exercise(model);
    const reached = answers;
    answers = () => Promise.reject(new TypeError("no network"));
    await tell("error", null);
    exercise.change({ pitch: "typed meanwhile" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(exercise.status.kind).toBe("problem");
    answers = (path, init) => (init.method === "PUT" ? json({ version: 4 }) : reached(path, init));
    called = [];
    await tell("open", null);
    expect(called.filter(([method]) => method === "PUT")).toHaveLength(1);
    expect(exercise.status.kind).toBe("saved");
    exercise.stop();
  });

  // Holds the answer to what is asked for next under a path back, until the test gives it.
  function held(under: string): () => void {
    const reached = answers;
    let give = () => {};
    const waits = new Promise<void>((resolve) => (give = resolve));
    answers = async (path, init) => {
      if (path.includes(under)) await waits;
      return reached(path, init);
    };
    return () => {
      answers = reached;
      give();
    };
  }
  const another = { ...state(), activities: [{ ...state().activities[0], id: "another", title: "Another" }] };

  test("makes an exercise once, whatever the room says while it is on its way", async () => {
    await enter();
    const give = held("/exercises/");
    await tell("room", another);
    await tell("room", { ...another, message: "Hurry" });
    give();
    await vi.advanceTimersByTimeAsync(50);
    expect(called.filter(([, path]) => path.includes("/exercises/another"))).toHaveLength(1);
    expect(document.querySelectorAll("details.exercise")).toHaveLength(2);
  });

  test("locks what was closed while it was still on its way", async () => {
    await enter();
    const give = held("/exercises/");
    await tell("room", another);
    await tell("room", { ...another, activities: [{ ...another.activities[0], state: "closed" }] });
    give();
    await vi.advanceTimersByTimeAsync(50);
    expect([...document.querySelectorAll("fieldset.lock")].map((one) => one.matches(":disabled"))).toEqual([
      true,
      true,
    ]);
  });

  test("opens what is open though nobody answers which team one is in, and asks for it again", async () => {
    await enter();
    const reached = answers;
    answers = (path, init) => {
      if (path.endsWith("/team")) throw new TypeError("no network");
      return reached(path, init);
    };
    await tell("room", { ...state({ state: "closed" }), teams: "b" });
    expect(document.querySelector("fieldset")!.disabled).toBe(true);
    answers = (path, init) =>
      path.endsWith("/team")
        ? json({ team: { id: "t", name: "Blue", size: 2, link: "" } })
        : reached(path, init);
    vi.stubGlobal("location", { ...location, reload: () => called.push(["RELOAD", "", undefined]) });
    await vi.advanceTimersByTimeAsync(3100);
    expect(called.at(-1)![0]).toBe("RELOAD"); // into the team's documents
  });

  test("leads the members of a team to its video room, and nobody else", async () => {
    const meets = () => document.getElementById("meets") as HTMLAnchorElement;
    await enter();
    expect(meets().hidden).toBe(true);
    await enter({ id: "t", name: "Blue", size: 2, names: [], link: "https://meet.example/1" });
    expect([meets().hidden, meets().href]).toEqual([false, "https://meet.example/1"]);
  });

  test("shows reviews above the exercise once the facilitator starts them, and passes on what is new", async () => {
    await enter();
    expect(reviewed).toEqual([]);
    await tell("work", { activity: ID });
    await tell("room", state({ review: "open" }));
    expect(reviewed).toEqual([["review", ID], true]);
    const [, place, exercise] = document.querySelectorAll("#exercises details > *");
    expect([place.className, exercise.className]).toEqual(["review", "lock"]);
    expect(document.getElementById("said")!.textContent).toContain(spec.title);
    reviewed = [];
    await tell("room", state({ review: "open" }));
    await tell("review", { activity: ID });
    await tell("work", { activity: ID });
    await tell("room", state({ review: "open", stamp: "b" }));
    await tell("room", state({ review: "open", state: "closed" }));
    await tell("room", state({ review: "closed" }));
    expect(reviewed).toEqual(["look", "waits", true, false]);
  });

  test("tells its exercises when results are shown, when less of them is, and when they are hidden again", async () => {
    await enter();
    const told: unknown[] = [];
    addEventListener("govcourse-results", (event) => told.push((event as CustomEvent).detail));
    for (const [more, count] of [
      [{ results: "hidden", stamp: "a" }, 0],
      [{ results: "shown", stamp: "a" }, 1],
      [{ results: "shown", stamp: "a" }, 1],
      [{ results: "shown", stamp: "b" }, 2],
      [{ results: "hidden", stamp: "b" }, 3],
      [{ results: "hidden", stamp: "c" }, 3],
    ] as const) {
      await tell("room", state(more));
      expect(told).toEqual(Array(count).fill(ID));
    }
  });

  test("counts down by the server's clock, whatever its own says", async () => {
    await enter();
    const there = Date.now() + 180_000; // the server's clock is three minutes before this one
    await tell("clock", { now: there });
    await tell("room", { ...state(), timer: { ends: there + 60_000, seconds: 60, title: "Talk" } });
    expect(document.getElementById("clock")!.textContent).toBe("1:00");
    vi.setSystemTime(there + 30_000); // and is put right
    await tell("clock", { now: Date.now() });
    await vi.advanceTimersByTimeAsync(250);
    expect(document.getElementById("clock")!.textContent).toBe("0:30");
    await vi.advanceTimersByTimeAsync(45_000);
    expect(document.getElementById("clock")!.textContent).toBe(fixtures.texts.pages.room_time_up);
    const title = document.getElementById("clock-title")!;
    const of = async (of: string) =>
      tell("room", { ...state(), timer: { ends: there, seconds: 60, title: "Talk", of } });
    await of("exercise"); // whose title stands above it
    expect(title.classList.contains("gc-hidden")).toBe(true);
    await of("break");
    expect(title.classList.contains("gc-hidden")).toBe(false);
  });

  const at = (id: string) => document.getElementById(id)!;
  const other = {
    id: "role-of-state",
    title: "Which role?",
    results: "hidden",
    review: "none",
    extras: [],
    phase: null,
  };
  const both = (first: string, second: string) => ({
    status: "open",
    teams: "a",
    activities: [...state({ state: first }).activities, { ...other, state: second }],
  });

  test("locks what closes where it is seen, says so, and folds it to a line once something else is open", async () => {
    await enter();
    const [fold] = document.querySelectorAll("details");
    const fields = fold.querySelector("fieldset")!;
    expect([fields.disabled, at("empty").hidden]).toEqual([false, true]);
    await tell("room", both("closed", "closed"));
    expect([fields.disabled, fold.open, fold.parentElement!.id]).toEqual([true, true, "exercises"]);
    expect(at("notice").textContent).toBe(
      fixtures.texts.pages.room_closed_now.replace("{title}", spec.title),
    );
    expect(at("empty").hidden).toBe(false);
    await tell("room", both("closed", "open"));
    expect([fields.disabled, fold.open, fold.parentElement!.id]).toEqual([true, false, "closed"]);
    expect([at("notice").hidden, at("closed").hidden, at("empty").hidden]).toEqual([true, false, true]);
    await tell("room", both("closed", "closed"));
    expect(fold.parentElement!.id).toBe("closed"); // what was put away stays so
    await tell("room", both("open", "open"));
    expect([fields.disabled, fold.open]).toEqual([false, true]);
    expect([...at("exercises").children].indexOf(fold)).toBe(0); // at its place in the course
  });

  test("asks whoever types whether to look at something else, and takes everybody else there", async () => {
    await enter();
    await tell("room", both("open", "open"));
    const [first, second] = document.querySelectorAll<HTMLElement>("#exercises .lock > div");
    first.innerHTML = "<h3>One</h3><textarea></textarea>";
    second.innerHTML = "<h3>Two</h3>";
    const scrolled = vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(() => {});
    const typed = first.querySelector("textarea")!;
    typed.focus();
    await tell("room", { ...both("open", "open"), look: other.id });
    expect(document.activeElement).toBe(typed);
    expect(scrolled).not.toHaveBeenCalled();
    at("notice").querySelector("button")!.click();
    expect(document.activeElement!.textContent).toBe("Two");
    expect(scrolled).toHaveBeenCalledOnce();
    await tell("room", { ...both("open", "open"), look: ID });
    expect(document.activeElement!.textContent).toBe("One");
  });

  test("asks for its team only when teams are others", async () => {
    await enter();
    const asked = () => called.filter(([, path]) => path.endsWith("/team")).length;
    await tell("room", state());
    await tell("room", { ...state(), message: "Ten minutes" });
    expect(asked()).toBe(0);
    await tell("room", { ...state(), teams: "b" });
    expect(asked()).toBe(1);
  });

  test("looks again for results that are shown, and for those that are hidden again", async () => {
    await enter();
    const heard = vi.fn();
    addEventListener("govcourse-results", heard);
    await tell("room", state({ results: "shown", stamp: "a" }));
    await tell("room", state({ results: "shown", stamp: "a" }));
    expect(heard).toHaveBeenCalledTimes(1);
    await tell("room", state({ results: "hidden", stamp: "a" }));
    await tell("room", state({ results: "hidden", stamp: "a" }));
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test("reads a team's documents again after it was away, though nothing of one's own waits", async () => {
    const model = await enter();
    model.get("spec").owner = "team";
    answers = () => json({ answer: { pitch: "by a team-mate" }, version: 8 });
    await tell("open", {});
    expect(called).toEqual([]);
    await tell("error", {});
    await tell("open", {});
    expect(called.map(([, path]) => path)).toEqual([`${api}/answers/${ID}`]);
    expect([model.get("answer"), model.get("version")]).toEqual([{ pitch: "by a team-mate" }, 8]);
  });

  test("says in its strip whether all is saved, is being saved, or waits for the network", async () => {
    await enter();
    const { pages } = fixtures.texts;
    const status = async (activity: string, kind: string) => {
      dispatchEvent(new CustomEvent("govcourse-status", { detail: { activity, kind } }));
      return at("saved").textContent;
    };
    expect(await status("a", "waiting")).toBe(pages.room_saving);
    expect(await status("a", "saved")).toBe(pages.room_saved);
    expect(await status("b", "problem")).toBe(pages.room_problem);
    await tell("error", {});
    expect(at("saved").textContent).toBe(pages.room_offline);
    expect(at("connection").textContent).toBe(pages.room_lost);
    await tell("open", {});
    expect(await status("b", "saved")).toBe(pages.room_saved);
    expect(at("connection").textContent).toBe("");
  });

  test("saves by HTTP, with the version it began from", async () => {
    const model = await enter();
    answers = () => json({ version: 4 });
    expect(await save(model, { pitch: "x" }, 3)).toMatchObject({ ok: true, version: 4 });
    expect(called).toEqual([["PUT", `${api}/answers/${ID}`, { answer: { pitch: "x" }, version: 3 }]]);
  });

  test.each([
    [409, "stale"],
    [422, "invalid"],
    [423, "closed"],
    [500, "failed"],
  ])("tells a refusal (%i) as %s, with its words", async (status, code) => {
    const model = await enter();
    answers = () =>
      json({ error: { message: "No", field: "pitch" }, answer: { pitch: "t" }, version: 9 }, status);
    expect(await save(model, {}, 3)).toMatchObject({
      ok: false, code, message: "No", field: "pitch", answer: { pitch: "t" }, version: 9,
    }); // prettier-ignore
  });

  test("tells a lost network, and an answer that is no JSON", async () => {
    const model = await enter();
    answers = () => Promise.reject(new TypeError("gone"));
    expect(await save(model, {}, 3)).toMatchObject({ ok: false, code: "failed", message: texts.no_network });
    answers = () => new Response("<html>", { status: 502 });
    expect(await save(model, {}, 3)).toMatchObject({ ok: false, code: "failed" });
  });

  test("asks for documents, other answers, sums, certificates and files at their addresses", async () => {
    const model = await enter();
    answers = (path) =>
      path.includes("/documents/")
        ? new Response("ÿ", { headers: { "Content-Type": "application/pdf" } })
        : json({ answer: { a: 1 }, n: 2, code: "ABC", answers: {}, imported: ["x"], version: 5 });
    expect((await ask(model, "read", { activity: "dtca" })).answer).toEqual({ a: 1 });
    expect((await ask(model, "summary", { activity: "dtca" })).figures).toMatchObject({ n: 2 });
    expect((await ask(model, "certificate", { name: "Ann" })).certificate!.code).toBe("ABC");
    expect((await ask(model, "export")).file!.name).toBe("govcourse-answers.json");
    expect((await ask(model, "import", { text: "{}" })).imported).toEqual(["x"]);
    expect([model.get("answer"), model.get("version")]).toEqual([{ a: 1 }, 5]);
    expect(called.map(([method, path]) => `${method} ${path.slice(api.length)}`)).toEqual([
      "GET /answers/dtca",
      "GET /activities/dtca/summary",
      "POST /certificate",
      "GET /answers",
      "POST /answers",
      `GET /answers/${ID}`,
    ]);
  });

  test("has a document made while one goes on, and hands it to the page's tray", async () => {
    const model = await enter();
    const begun: unknown[] = [];
    addEventListener("govcourse-making", (event) => begun.push((event as CustomEvent).detail), {
      once: true,
    });
    answers = () => json({ documents: [] }, 202);
    expect(await ask(model, "document", { format: "pdf" })).toMatchObject({ ok: true });
    expect(begun).toEqual([{ list: `${api}/documents`, file: `documents/${ID}.pdf` }]);
    expect(called.map(([method, path]) => `${method} ${path}`)).toEqual([`POST ${api}/documents/${ID}.pdf`]);
  });

  test("asks for figures of a country beside the room, as they are nobody's own", async () => {
    const model = await enter();
    answers = () => json({ country: "KEN", figures: [], means: [] });
    expect((await ask(model, "country", { country: "KEN" })).country!.country).toBe("KEN");
    expect(called.map(([, path]) => path)).toEqual(["/api/countries?country=KEN"]);
  });

  test("asks for what a resume code of another time has, beside the room", async () => {
    const model = await enter();
    answers = () => json({ answer: { pitch: "then" }, saved: "2026-03-01" });
    expect(await ask(model, "earlier", { code: "AB12" })).toMatchObject({
      answer: { pitch: "then" },
      saved: "2026-03-01",
    });
    expect(called).toEqual([["POST", "/api/earlier", { resume_code: "AB12", activity: ID }]]);
  });

  test("passes on what is refused of any of them", async () => {
    const model = await enter();
    answers = () => json({ error: { message: "Not now" } }, 423);
    for (const op of ["document", "read", "summary", "certificate", "export", "import"])
      expect(await ask(model, op, { text: "{}" }), op).toMatchObject({
        ok: false,
        code: "closed",
        message: "Not now",
      });
  });
});
