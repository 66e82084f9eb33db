import { expect, test } from "vitest";
import { merge } from "govcourse/runtime/merge";

test("a merge loses nobody's text", () => {
  const base = {
    a: "1",
    items: [
      { id: "x", name: "old" },
      { id: "y", name: "y" },
    ],
  };
  const mine = {
    a: "mine",
    items: [
      { id: "x", name: "old" },
      { id: "new", name: "n" },
    ],
  };
  const theirs = {
    a: "1",
    b: "theirs",
    items: [
      { id: "x", name: "renamed" },
      { id: "y", name: "changed" },
    ],
  };
  const merged = merge(base, mine, theirs);
  expect(merged).toMatchObject({ a: "mine", b: "theirs" });
  expect(Object.fromEntries(merged.items.map((item: any) => [item.id, item.name]))).toEqual({
    x: "renamed",
    new: "n",
    y: "changed",
  });
  expect(merge(base, base, theirs)).toEqual(theirs);
  expect(merge(base, mine, base)).toEqual(mine);
});

test.each([
  ["", "Ann writes", "Ben writes", "Ann writes Ben writes"],
  ["one two three", "ONE two three", "one two THREE", "ONE two THREE"],
  ["one two", "one two three", "zero one two", "zero one two three"],
  ["same", "same", "changed", "changed"],
  ["a b c", "a x c", "a y c", "a x y c"],
  ["مرحبا", "مرحبا 🙂", "قل مرحبا", "قل مرحبا 🙂"],
  ["keep", "", "keep more", " more"],
  ["cat cub e", "cat cap cub e", "car cat cub cup e", "car cat cap cub cup e"],
  ["", "because", "use", "because use"],
  ["old text was", "Ann writes here", "Ben says so", "Ann writes here Ben says so"],
  [
    "It is late. We wait.",
    "It is very late. We all wait.",
    "It is late, so late. We wait.",
    "It is very late, so late. We all wait.",
  ],
])("two who write into one field lose nothing (%j: %j, %j)", (base, mine, theirs, merged) => {
  expect(merge({ pitch: base }, { pitch: mine }, { pitch: theirs })).toEqual({ pitch: merged });
});

test("what one removed and the other left as it was is gone", () => {
  const both = { a: "1", list: [{ id: "x" }, { id: "y" }] };
  expect(merge(both, { a: "1", list: [{ id: "x" }] }, { ...both, b: "2" })).toEqual({
    a: "1",
    b: "2",
    list: [{ id: "x" }],
  });
  expect(merge({ a: 1, b: 2 }, { b: 2 }, { a: 1, b: 3 })).toEqual({ b: 3 });
});

test("an order that only one of them changed is kept", () => {
  const list = (...ids: number[]) => ids.map((id) => ({ id }));
  expect(merge(list(1, 2, 3), list(1, 2, 3, 4), list(3, 1, 2))).toEqual(list(3, 1, 2, 4));
  expect(merge(list(1, 2, 3), list(3, 1, 2), list(1, 2, 3, 4))).toEqual(list(3, 1, 2, 4));
});

test("of two numbers one's own counts", () => {
  expect(merge({ x: 1 }, { x: 2 }, { x: 3 })).toEqual({ x: 2 });
});

test("a document's key that means something to JavaScript is a key like any other", () => {
  const theirs = JSON.parse('{"a": "1", "__proto__": {"polluted": "yes"}, "constructor": {"prototype": 1}}');
  const merged = merge<any>({ a: "1" }, { a: "mine" }, theirs);
  expect(Object.keys(merged)).toEqual(["a", "__proto__", "constructor"]);
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  expect(merged.polluted).toBeUndefined();
  expect(({} as any).polluted).toBeUndefined();
});
