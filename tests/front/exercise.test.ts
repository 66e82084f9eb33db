// What every exercise does without being seen: it saves, and takes back.
import { describe, expect, test, vi } from "vitest";
import { done, draft, ex, fail, model, rest, saves } from "./alone";

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

test("texts have their values, and one that is missing shows its key", () => {
  expect(ex.t("hello", { name: "Ann" })).toBe("Hello Ann, !");
  expect(ex.t("nowhere")).toBe("nowhere");
});
