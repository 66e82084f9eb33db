// An exercise where not all goes well: somebody else writes, a save fails, the page goes before it is saved.
import { describe, expect, test, vi } from "vitest";
import { DRAFT, done, draft, ex, fail, model, open, rest, saves } from "./alone";

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

  test("that is older than what one has is no news, in whatever order answers come", async () => {
    ex.change({ text: "a" });
    await rest();
    await done({ version: 2 });
    model.receive({ version: 1, answer: { text: "" } });
    expect(ex.answer).toEqual({ text: "a" });
    ex.change({ text: "ab" });
    await rest();
    model.receive({ version: 1, answer: { text: "" } });
    model.receive({ version: 4, answer: { text: "ab", theirs: "t" } });
    await done({ version: 3 });
    expect(ex.answer).toEqual({ text: "ab", theirs: "t" });
    ex.change({ text: "abc", theirs: "t" });
    await rest();
    expect(saves().at(-1)).toEqual([{ text: "abc", theirs: "t" }, 4]);
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

  test("of what is closed is tried again when it is open again, and not before", async () => {
    ex.change({ text: "a" });
    await rest();
    await fail("closed");
    await rest(60000);
    expect(saves()).toHaveLength(1);
    dispatchEvent(new Event("govcourse-reopened"));
    expect(saves()).toHaveLength(2);
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
