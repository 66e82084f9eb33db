// The page host: a page without a server keeps answers in its browser; a room's page sends them by HTTP.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { httpModel } from "govcourse/runtime/http";
import { here, starting } from "govcourse/runtime/page";
import { RoomPage } from "govcourse/runtime/room";
import { rows } from "govcourse/runtime/rows";
import type { Model, Reply, Request } from "govcourse/runtime/types";
import { fixtures, type Doc } from "./fixtures";

const ID = "sdg-pitch";
const KEY = "govcourse-answers";
const { spec, texts } = fixtures.activities[ID];

// Instead of the views: they say which models they got.
let models: Model[];
const render = ({ model }: { model: Model }) => {
  models.push(model);
  return () => {};
};
const view = { default: { render } };
beforeEach(() => {
  models = [];
  vi.resetModules();
  vi.doMock("kinds:views", () => ({ views: new Proxy({}, { get: () => view }) }));
});

// Opens a page with these exercises, as the book writes them; a fresh module is a freshly opened page.
async function open(ids = [ID]): Promise<Model> {
  const mounts = ids.map((id) => {
    const place = document.createElement("div");
    place.dataset.govcourseMount = "";
    const data = document.createElement("script");
    data.type = "application/json";
    data.textContent = JSON.stringify({
      spec: fixtures.activities[id].spec,
      texts: fixtures.activities[id].texts,
    });
    place.append(data);
    return place;
  });
  document.body.replaceChildren(...mounts);
  await import("govcourse/entries/book");
  await vi.advanceTimersByTimeAsync(0);
  return models[0];
}

let next = 1;
function ask(model: Model, op: string, payload: Doc = {}): Promise<Reply> {
  return new Promise((resolve) => {
    const id = next++;
    const heard = () => {
      if (model.get("reply").id !== id) return;
      model.off("change:reply", heard);
      resolve(model.get("reply"));
    };
    model.on("change:reply", heard);
    model.set("request", { id, op, ...payload } as Request & { id: number });
    model.save_changes();
  });
}

const kept = () => JSON.parse(localStorage.getItem(KEY)!);
const keep = (answers: Doc) =>
  localStorage.setItem(KEY, JSON.stringify({ format: KEY, version: 1, saved: "", answers }));
const save = (model: Model, answer: Doc, version = 0) => ask(model, "save", { answer, version });

describe("a page without a server", () => {
  test("keeps an answer in the browser, and finds it again", async () => {
    const model = await open();
    expect(model.get("host")).toMatchObject({
      name: "static",
      participant: "",
      language: "en",
      direction: "ltr",
    });
    expect(await save(model, { pitch: "x" })).toMatchObject({ ok: true, version: 1 });
    expect(kept().answers).toEqual({ [ID]: { pitch: "x" } });
    models = [];
    vi.resetModules();
    expect((await open()).get("answer")).toEqual({ pitch: "x" });
  });

  test("does not save over what another tab saved meanwhile", async () => {
    const model = await open();
    keep({ [ID]: { pitch: "theirs" } });
    const reply = await save(model, { pitch: "mine" });
    expect(reply).toMatchObject({ ok: false, code: "stale", answer: { pitch: "theirs" } });
    expect(await save(model, { pitch: "both" }, reply.version)).toMatchObject({ ok: true });
    expect(kept().answers[ID]).toEqual({ pitch: "both" });
  });

  test("shows what another tab saved", async () => {
    const model = await open();
    const heard = vi.fn();
    model.on("change:answer", heard);
    keep({ [ID]: { pitch: "theirs" } });
    dispatchEvent(Object.assign(new Event("storage"), { key: "another" }));
    expect(heard).not.toHaveBeenCalled();
    dispatchEvent(Object.assign(new Event("storage"), { key: KEY }));
    expect(heard).toHaveBeenCalledOnce();
    expect([model.get("answer"), model.get("version")]).toEqual([{ pitch: "theirs" }, 1]);
  });

  test.each(["{no json", '{"format": "else"}', "null"])(
    "puts aside what it cannot read: %s",
    async (text) => {
      localStorage.setItem(KEY, text);
      const model = await open();
      expect(model.get("answer")).toEqual({});
      expect(localStorage.getItem(`${KEY}-unreadable`)).toBe(text);
      await save(model, { pitch: "x" });
      expect(kept().answers).toEqual({ [ID]: { pitch: "x" } });
    },
  );

  test("puts aside an answer of another shape", async () => {
    keep({ [ID]: { goal: "three" } });
    expect((await open()).get("answer")).toEqual({});
    expect(JSON.parse(localStorage.getItem(`${KEY}-unreadable:${ID}`)!)).toEqual({ goal: "three" });
  });

  test.each([
    ["QuotaExceededError", "storage_full"],
    ["SecurityError", "storage_blocked"],
  ])("says why nothing can be kept: %s", async (name, text) => {
    const model = await open();
    const setItem = () => {
      throw Object.assign(new Error(), { name });
    };
    vi.stubGlobal("localStorage", { getItem: () => null, setItem });
    expect(await save(model, { pitch: "x" })).toMatchObject({
      ok: false,
      code: "failed",
      message: texts[text],
    });
  });

  test("gives its answers as a file, and takes one whose answers fit", async () => {
    const model = await open([ID, "dtca"]);
    await save(model, { pitch: "x" });
    const { file } = await ask(model, "export");
    expect(JSON.parse(file!.text!).answers).toEqual({ [ID]: { pitch: "x" } });
    const answers = { [ID]: { goal: 99 }, dtca: { targets: { leadership: 4 } }, elsewhere: { a: 1 } };
    const reply = await ask(model, "import", { text: JSON.stringify({ format: KEY, version: 1, answers }) });
    expect(reply.imported).toEqual(["dtca", "elsewhere"]);
    expect(reply.refused).toEqual([{ activity: ID, message: `goal: ${texts.out_of_range}` }]);
    expect(kept().answers).toEqual({ ...answers, [ID]: { pitch: "x" } });
    expect(models[1].get("answer")).toEqual(answers.dtca);
  });

  test.each([
    ["no json", "file_unreadable"],
    ['{"format": "govcourse-answers", "answers": null}', "file_unreadable"],
    ['{"format": "govcourse-answers", "version": 2, "answers": {}}', "file_newer"],
  ])("refuses a file that is none of the course's: %s", async (text, why) => {
    expect(await ask(await open(), "import", { text })).toMatchObject({
      ok: false,
      code: "invalid",
      message: texts[why],
    });
  });

  test("reads other exercises, makes CSV where it can, and says what only a room has", async () => {
    keep({ dtca: { targets: { leadership: 4 } }, [ID]: { pitch: "x" } });
    const model = await open();
    expect(model.get("host").documents).toEqual(["csv"]);
    expect((await ask(model, "read", { activity: "dtca" })).answer).toEqual({ targets: { leadership: 4 } });
    expect((await ask(model, "read", { activity: "nothing" })).answer).toEqual({});
    const { file } = await ask(model, "document", { format: "csv" });
    expect([file!.name, file!.text]).toEqual([`${ID}.csv`, rows(spec as any, { pitch: "x" }, texts)]);
    expect((await ask(model, "summary")).message).toBe(texts.room_only);
    expect((await ask(model, "certificate")).message).toBe(texts.not_here);
  });
});

describe("a room's page", () => {
  const api = "/rooms/abc";
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
  });

  // A participant's page with one exercise that is open.
  async function enter(): Promise<Model> {
    const ids = [
      "message",
      "empty",
      "bar",
      "clock",
      "clock-title",
      "team",
      "connection",
      "said",
      "exercises",
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
    answers = (path) =>
      path.endsWith("/team")
        ? json({ team: null })
        : path.includes("/exercises/")
          ? json({ spec, texts })
          : json({ answer: { pitch: "kept" }, version: 3 });
    const host = { name: "room", participant: "ann" } as const;
    const start = starting(
      () => view,
      (opened, place) => httpModel(opened, { ...here(place), ...host }, api),
    );
    new RoomPage(api, fixtures.texts.room ?? {}, start);
    const data = JSON.stringify({
      status: "open",
      activities: [{ id: ID, title: spec.title, state: "open" }],
    });
    sources[0].dispatchEvent(new MessageEvent("room", { data }));
    await vi.advanceTimersByTimeAsync(50);
    called = [];
    return models[0];
  }

  test("opens an exercise with what the room has of it", async () => {
    const model = await enter();
    expect([model.get("answer"), model.get("version")]).toEqual([{ pitch: "kept" }, 3]);
    expect(model.get("host")).toMatchObject({ name: "room", participant: "ann", documents: spec.documents });
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
    const made = await ask(model, "document", { format: "pdf" });
    expect(made.file).toEqual({ name: `${ID}.pdf`, mime: "application/pdf", base64: btoa("\u00c3\u00bf") });
    expect((await ask(model, "document", { format: "certificate" })).file!.name).toBe("certificate.pdf");
    expect((await ask(model, "read", { activity: "dtca" })).answer).toEqual({ a: 1 });
    expect((await ask(model, "summary", { activity: "dtca" })).figures).toMatchObject({ n: 2 });
    expect((await ask(model, "certificate", { name: "Ann" })).certificate!.code).toBe("ABC");
    expect((await ask(model, "export")).file!.name).toBe("govcourse-answers.json");
    expect((await ask(model, "import", { text: "{}" })).imported).toEqual(["x"]);
    expect([model.get("answer"), model.get("version")]).toEqual([{ a: 1 }, 5]);
    expect(called.map(([method, path]) => `${method} ${path.slice(api.length)}`)).toEqual([
      `GET /documents/${ID}.pdf`,
      `GET /documents/${ID}.certificate`,
      "GET /answers/dtca",
      "GET /activities/dtca/summary",
      "POST /certificate",
      "GET /answers",
      "POST /answers",
      `GET /answers/${ID}`,
    ]);
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
