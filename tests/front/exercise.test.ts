// What every exercise does without being seen: save, undo, merge, try again, keep drafts.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Exercise, download } from "govcourse/runtime/exercise";
import type { Host } from "govcourse/runtime/types";
import { FakeModel, traits } from "./model";
import type { Doc } from "./fixtures";

const texts = { no_reply: "Nothing answers", hello: "Hello {name}, {missing}!" };
const DRAFT = "govcourse-draft:ann:pitch";

let model: FakeModel;
let ex: Exercise;

function open(answer: Doc = {}, host: Partial<Host> = {}): Exercise {
  model = new FakeModel(traits({ id: "pitch" }, texts, host, answer));
  return (ex = new Exercise(model));
}
beforeEach(() => void open());
afterEach(() => ex.stop());

const rest = (ms = 500) => vi.advanceTimersByTimeAsync(ms);
const saves = () => model.asked("save").map(({ answer, version }) => [answer, version]);
const done = async (reply: Doc = {}) => {
  model.reply({ ok: true, ...reply });
  await rest(0);
};
const fail = async (code: any = "failed", more: Doc = {}) => {
  model.reply({ ok: false, code, ...more });
  await rest(0);
};
const draft = () => JSON.parse(localStorage.getItem(DRAFT) ?? "null");

describe("saving", () => {
  test("waits for a rest, then sends what stands there once", async () => {
    for (const text of ["a", "ab", "abc"]) {
      ex.change({ text }, "text");
      await rest(400);
    }
    expect(saves()).toEqual([]);
    expect(ex.status.kind).toBe("waiting");
    await rest(100);
    expect(saves()).toEqual([[{ text: "abc" }, 0]]);
    expect(ex.status.kind).toBe("saving");
    await done({ version: 1 });
    expect(ex.status).toEqual({ kind: "saved", at: new Date() });
    await rest(60000);
    expect(saves()).toHaveLength(1);
  });

  test("begins from the version that the store gave", async () => {
    ex.change({ text: "a" });
    await rest();
    await done({ version: 7 });
    ex.change({ text: "b" });
    await rest();
    expect(saves()[1]).toEqual([{ text: "b" }, 7]);
  });

  test("tells the page what was saved", async () => {
    const heard = vi.fn();
    addEventListener("govcourse-saved", heard);
    ex.change({ text: "a" });
    await rest();
    await done();
    removeEventListener("govcourse-saved", heard);
    expect(heard.mock.calls[0][0].detail).toBe("pitch");
  });

  test("leaves alone what did not change", async () => {
    ex.change({});
    await rest();
    expect(saves()).toEqual([]);
    expect(ex.canUndo).toBe(false);
    expect(ex.status.kind).toBe("idle");
  });

  test.each(["pagehide", "online"])("does not wait at %s", async (event) => {
    ex.change({ text: "a" });
    dispatchEvent(new Event(event));
    expect(saves()).toHaveLength(1);
  });

  test("does not wait when the page goes into the background", () => {
    ex.change({ text: "a" });
    document.dispatchEvent(new Event("visibilitychange"));
    expect(saves()).toHaveLength(1);
  });

  test("sends what was typed meanwhile when the first save is through", async () => {
    ex.change({ text: "a" });
    await rest();
    ex.change({ text: "ab" });
    await rest(5000);
    expect(saves()).toHaveLength(1);
    await done({ version: 1 });
    await rest();
    expect(saves()[1]).toEqual([{ text: "ab" }, 1]);
    await done({ version: 2 });
    expect(ex.answer).toEqual({ text: "ab" });
    expect(ex.status.kind).toBe("saved");
  });

  test("takes its own answer, come back before the reply, for nobody else's", async () => {
    ex.change({ text: "a" });
    await rest();
    ex.change({ text: "ab" });
    model.receive({ version: 1, answer: { text: "a" } });
    expect(ex.answer).toEqual({ text: "ab" });
    await done({ version: 1 });
    await rest();
    expect(saves()[1]).toEqual([{ text: "ab" }, 1]);
  });

  test("has nothing to do where a change was taken back before it was sent", async () => {
    ex.change({ text: "a" });
    ex.undo();
    await rest();
    expect(saves()).toEqual([]);
    expect(ex.status.kind).toBe("saved");
    expect(draft()).toBeNull();
  });

  test("sends what is left when the exercise goes, and listens no more once that is answered", async () => {
    ex.change({ text: "a" });
    ex.stop();
    expect(saves()).toHaveLength(1);
    await done({ version: 1 });
    expect(draft()).toBeNull();
    expect(model.listeners()).toBe(0);
    await rest(60000);
    dispatchEvent(new Event("online"));
    expect(saves()).toHaveLength(1);
  });

  test("sends what was typed during a save, also when the exercise goes meanwhile", async () => {
    ex.change({ text: "a" });
    await rest();
    ex.change({ text: "ab" });
    ex.stop();
    await done({ version: 1 });
    await rest();
    expect(saves()[1]).toEqual([{ text: "ab" }, 1]);
  });

  test("is not tried again when the exercise is gone: the draft keeps what was written", async () => {
    ex.change({ text: "a" });
    ex.stop();
    await fail();
    await rest(60000);
    expect(saves()).toHaveLength(1);
    expect(draft()).not.toBeNull();
    expect(model.listeners()).toBe(0);
  });
});

describe("undo", () => {
  test("takes typing in one field back in one step", async () => {
    for (const text of ["a", "ab", "abc"]) {
      ex.change({ text }, "text");
      await rest(1000);
    }
    ex.undo();
    expect(ex.answer).toEqual({});
    expect([ex.canUndo, ex.canRedo]).toEqual([false, true]);
    ex.redo();
    expect(ex.answer).toEqual({ text: "abc" });
  });

  test("stops at a pause, at another field, and at every click", async () => {
    ex.change({ a: "1" }, "a");
    await rest(1501);
    ex.change({ a: "12" }, "a");
    ex.change({ a: "12", b: "x" }, "b");
    ex.change({ a: "12", b: "x", c: true });
    ex.change({ a: "12", b: "x", c: false });
    const seen = [];
    while (ex.canUndo) {
      ex.undo();
      seen.push(ex.answer);
    }
    expect(seen).toEqual([{ a: "12", b: "x", c: true }, { a: "12", b: "x" }, { a: "12" }, { a: "1" }, {}]);
  });

  test("is forgotten forwards when something else is written, and does nothing where there is nothing", () => {
    ex.undo();
    ex.redo();
    expect(ex.answer).toEqual({});
    ex.change({ a: "1" });
    ex.undo();
    ex.change({ b: "2" });
    expect(ex.canRedo).toBe(false);
  });

  test("is saved like any change", async () => {
    ex.change({ a: "1" });
    await rest();
    await done({ version: 1 });
    ex.undo();
    await rest();
    expect(saves()[1]).toEqual([{}, 1]);
  });

  test("goes back two hundred steps", () => {
    for (let n = 1; n <= 250; n++) ex.change({ n });
    let steps = 0;
    for (; ex.canUndo; steps++) ex.undo();
    expect([steps, ex.answer]).toEqual([200, { n: 50 }]);
  });
});

describe("somebody else's change", () => {
  test("that was saved before is merged, and both are saved at once", async () => {
    ex.change({ mine: "m" });
    await rest();
    await fail("stale", { answer: { theirs: "t" }, version: 4 });
    expect(ex.answer).toEqual({ mine: "m", theirs: "t" });
    expect(saves()[1]).toEqual([{ mine: "m", theirs: "t" }, 4]);
    await done({ version: 5 });
    expect(ex.status.kind).toBe("saved");
  });

  test("is waited for after five merges in a row, then merged again", async () => {
    ex.change({ mine: "m" });
    await rest();
    for (let version = 1; version <= 5; version++) await fail("stale", { answer: { n: version }, version });
    expect(saves()).toHaveLength(6);
    await fail("stale", { answer: { n: 6 }, version: 6 });
    expect(saves()).toHaveLength(6);
    expect(ex.status).toMatchObject({ kind: "problem", code: "stale" });
    await rest(1000);
    expect(saves()).toHaveLength(7);
    await fail("stale", { answer: { n: 7 }, version: 7 });
    expect(saves()[7]).toEqual([{ mine: "m", n: 7 }, 7]);
  });

  test("shows at once where one wrote nothing, and can be taken back", () => {
    model.receive({ version: 3, answer: { theirs: "t" } });
    expect(ex.answer).toEqual({ theirs: "t" });
    expect(ex.canUndo).toBe(true);
    ex.undo();
    expect(ex.answer).toEqual({});
  });

  test("is merged with what is not saved yet, which is saved then", async () => {
    ex.change({ mine: "m" });
    model.receive({ version: 3, answer: { theirs: "t" } });
    expect(ex.answer).toEqual({ mine: "m", theirs: "t" });
    await rest();
    expect(saves()).toEqual([[{ mine: "m", theirs: "t" }, 3]]);
  });

  test("that changes nothing is no news", () => {
    open({ a: "1" });
    const heard = vi.fn();
    ex.subscribe(heard);
    model.receive({ version: 2, answer: { a: "1" } });
    expect(heard).not.toHaveBeenCalled();
    expect(ex.canUndo).toBe(false);
  });
});

describe("a failure", () => {
  test("is told with its field, and tried again after 1, 2, 4, … seconds, at most 30", async () => {
    ex.change({ text: "a" });
    await rest();
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      const before = saves().length;
      await fail("failed", { message: "No network", field: "text" });
      expect(ex.status).toEqual({ kind: "problem", code: "failed", message: "No network", field: "text" });
      await rest(seconds * 1000 - 1);
      expect(saves()).toHaveLength(before);
      await rest(1);
      expect(saves()).toHaveLength(before + 1);
    }
    await done({ version: 1 });
    expect(ex.status.kind).toBe("saved");
  });

  test("of the network uses up no merges", async () => {
    ex.change({ mine: "m" });
    await rest();
    for (let version = 1; version <= 4; version++) await fail("stale", { answer: { n: version }, version });
    await fail();
    await rest(1000);
    for (let version = 5; version <= 9; version++) await fail("stale", { answer: { n: version }, version });
    expect(ex.status.kind).toBe("saving");
    await done({ version: 10 });
    expect(ex.status.kind).toBe("saved");
  });

  test("begins to count anew after a save", async () => {
    ex.change({ text: "a" });
    await rest();
    await fail();
    await rest(1000);
    await fail();
    await rest(2000);
    await done();
    ex.change({ text: "b" });
    await rest();
    await fail();
    await rest(1000);
    expect(saves()).toHaveLength(5);
  });

  test("goes on counting while somebody types on", async () => {
    ex.change({ text: "a" });
    await rest();
    await fail();
    await rest(1000);
    await fail();
    ex.change({ text: "b" });
    await rest();
    await fail();
    await rest(1000);
    expect(saves()).toHaveLength(3);
    await rest(3000);
    expect(saves()).toHaveLength(4);
  });

  test.each(["invalid", "closed"])("that no repetition mends (%s) waits for a change", async (code) => {
    ex.change({ text: "a" });
    await rest();
    await fail(code, { message: "No" });
    await rest(60000);
    expect(saves()).toHaveLength(1);
    ex.change({ text: "b" });
    await rest();
    expect(saves()).toHaveLength(2);
  });

  test("is a request that nobody answers for twelve seconds", async () => {
    ex.change({ text: "a" });
    await rest();
    await rest(11999);
    expect(ex.status.kind).toBe("saving");
    await rest(1);
    expect(ex.status).toMatchObject({ kind: "problem", code: "failed", message: "Nothing answers" });
    await rest(1000);
    expect(saves()).toHaveLength(2);
  });

  test("that is answered too late is not taken for the next answer", async () => {
    ex.change({ text: "a" });
    await rest(500 + 12000 + 1000);
    const [first, second] = model.asked("save");
    model.reply({ ok: true, version: 1 }, first);
    await rest(0);
    expect(ex.status.kind).toBe("saving");
    model.reply({ ok: true, version: 2 }, second);
    await rest(0);
    expect(ex.status.kind).toBe("saved");
  });

  test("of a host that cannot even be asked is one like others", async () => {
    vi.spyOn(model, "save_changes").mockImplementation(() => {
      throw new Error("the kernel is gone");
    });
    ex.change({ text: "a" });
    await rest();
    expect(ex.status).toMatchObject({ kind: "problem", code: "failed", message: "Nothing answers" });
    expect(ex.answer).toEqual({ text: "a" });
  });
});

describe("a draft", () => {
  test("is kept in the browser until the store has it", async () => {
    ex.change({ text: "a" });
    expect(draft()).toEqual({ base: {}, answer: { text: "a" } });
    await rest();
    expect(draft()).not.toBeNull();
    await done();
    expect(draft()).toBeNull();
  });

  test("comes back when the page is opened again, and is saved", async () => {
    ex.change({ text: "mine" });
    await rest();
    await fail();
    open({ other: "saved elsewhere" });
    expect(ex.answer).toEqual({ text: "mine", other: "saved elsewhere" });
    expect(ex.canUndo).toBe(true);
    await rest();
    expect(saves()).toEqual([[{ text: "mine", other: "saved elsewhere" }, 0]]);
    await done();
    expect(draft()).toBeNull();
  });

  test("that the store has already is dropped", () => {
    ex.change({ text: "a" });
    open({ text: "a" });
    expect(draft()).toBeNull();
    expect([ex.status.kind, ex.canUndo]).toEqual(["idle", false]);
  });

  test("belongs to whom wrote it", () => {
    ex.change({ text: "Ann's" });
    open({}, { participant: "ben" });
    expect(ex.answer).toEqual({});
  });

  test("that cannot be read keeps nobody from the exercise", () => {
    localStorage.setItem(DRAFT, "{no json");
    expect(open({ text: "a" }).answer).toEqual({ text: "a" });
  });

  test("is not needed on a static page, where the browser is the store", () => {
    ex.stop();
    open({}, { name: "static" });
    ex.change({ text: "a" });
    expect(localStorage.length).toBe(0);
  });

  test("that a browser cannot keep does not stop the save", async () => {
    const setItem = vi.fn(() => {
      throw new Error("blocked");
    });
    vi.stubGlobal("localStorage", { setItem });
    ex.change({ text: "a" });
    await rest();
    expect(setItem).toHaveBeenCalled();
    expect(saves()).toHaveLength(1);
  });
});

test("texts have their values, and one that is missing shows its key", () => {
  expect(ex.t("hello", { name: "Ann" })).toBe("Hello Ann, !");
  expect(ex.t("nowhere")).toBe("nowhere");
});

test("a file that was made is given to the browser, and its address let go", async () => {
  const made: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${made.push(blob as Blob)}`);
  const away = vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => {});
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLElement,
  ) {
    expect((this as HTMLAnchorElement).download).toMatch(/^answer\./);
  });
  download({ name: "answer.csv", mime: "text/csv", text: "a,b" });
  download({ name: "answer.bin", mime: "application/octet-stream", base64: btoa("\u00ff\u0000") });
  expect(click).toHaveBeenCalledTimes(2);
  expect(await made[0].text()).toBe("a,b");
  expect([...new Uint8Array(await made[1].arrayBuffer())]).toEqual([255, 0]);
  await rest(60000);
  expect(away).toHaveBeenCalledTimes(2);
});
