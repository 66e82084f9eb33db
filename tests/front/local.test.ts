// A page without a server keeps answers in its browser.
import { describe, expect, test, vi } from "vitest";
import { rows } from "govcourse/runtime/rows";
import type { Model } from "govcourse/runtime/types";
import { fixtures, type Doc } from "./fixtures";
import { ID, ask, models, save, spec, texts } from "./host";

const KEY = "govcourse-answers";

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
  await import("govcourse/entries/views");
  await import("govcourse/entries/book");
  await vi.advanceTimersByTimeAsync(0);
  return models[0];
}

const kept = () => JSON.parse(localStorage.getItem(KEY)!);
const keep = (answers: Doc) =>
  localStorage.setItem(KEY, JSON.stringify({ format: KEY, version: 1, saved: "", answers }));

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
    models.length = 0;
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

  test("saves nothing that breaks a rule of the exercise, and says so by the key that the server has", async () => {
    const model = await open();
    const reply = await save(model, { notes: { nowhere: "x" } });
    expect(reply).toMatchObject({ ok: false, code: "invalid", field: "notes", key: "unknown_entry" });
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  test("gives its answers as a file, and takes one whose answers fit", async () => {
    const model = await open([ID, "dtca"]);
    await save(model, { pitch: "x" });
    const { file } = await ask(model, "export");
    expect(JSON.parse(file!.text!).answers).toEqual({ [ID]: { pitch: "x" } });
    const answers = { [ID]: { goal: 99 }, dtca: { targets: { leadership: 4 } }, elsewhere: { a: 1 } };
    const reply = await ask(model, "import", { text: JSON.stringify({ format: KEY, version: 1, answers }) });
    expect(reply.imported).toEqual(["dtca", "elsewhere"]);
    expect(reply.refused).toEqual([{ activity: ID, field: "goal", key: "too_large", values: { limit: 17 } }]);
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
