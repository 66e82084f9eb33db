// How an outline reads an answer; kinds/reader.py does the same, and reader.test.ts compares both.
import { describe, expect, test } from "vitest";
import { Reader, type Outline } from "govcourse/runtime/outline";
import { rowsOf } from "govcourse/runtime/rows";
import { says } from "govcourse/runtime/values";
import { progress, state } from "govcourse/runtime/reader";
import type { Line } from "govcourse/runtime/shapes";
import { say, type Doc } from "./fixtures";

type Value = Line["text"];

const texts = {
  greeting: "Hello {name}!",
  plain: "Plain",
  two_parts: "{one}; {two}",
  two_items: "{one}, {two}",
  with_decimals: "{one}.{two}",
};

const over = (outline: Partial<Outline>, answer: Doc = {}, derived: Doc = {}): Reader =>
  new Reader({ parts: [], done: [], ...outline }, answer, derived, say(texts));

// The texts of the lines that one line makes.
const lines = (line: Line, answer: Doc = {}, more: Partial<Outline> = {}, derived: Doc = {}): string[] =>
  over({ parts: [{ lines: [line] }], ...more }, answer, derived)
    .parts()
    .flatMap((part) => part.lines.map((one) => one.text));

const one = (text: Value, answer: Doc = {}, more: Partial<Outline> = {}, derived: Doc = {}): string =>
  lines({ text }, answer, more, derived)[0] ?? "";

describe("a path", () => {
  test("begins at the entry that is looked at", () => {
    expect(one({ at: "a/b" }, { a: { b: "here" } })).toBe("here");
    expect(lines({ each: "list", text: { at: "b" } }, { b: "no", list: [{ b: "x" }] })).toEqual(["x"]);
  });

  test("begins at the whole answer, or at what was worked out", () => {
    const answer = { b: "answer", list: [{ b: "entry" }] };
    expect(lines({ each: "list", text: { at: "/b" } }, answer)).toEqual(["answer"]);
    expect(lines({ each: "list", text: { at: "@b" } }, answer, {}, { b: "derived" })).toEqual(["derived"]);
  });

  test("goes to the entry around, and to the one around that", () => {
    const outline: Partial<Outline> = {
      parts: [
        {
          each: "goals",
          title: { at: "title" },
          lines: [
            {
              each: "steps",
              text: { join: [{ at: "^^course" }, { at: "^title" }, { at: "text" }], by: " > " },
            },
          ],
        },
      ],
    };
    const answer = { course: "C", goals: [{ title: "G", steps: [{ text: "S" }, { text: "T" }] }] };
    expect(over(outline, answer).parts()).toEqual([
      {
        title: "G",
        lines: [
          { label: "", text: "C > G > S" },
          { label: "", text: "C > G > T" },
        ],
      },
    ]);
  });

  test("takes a step from the entry that is looked at", () => {
    const answer = { names: { a: "Ann", b: "Ben" }, list: [{ who: "b" }, { who: "nobody" }, {}] };
    expect(lines({ each: "list", text: { at: "/names/{who}" } }, answer)).toEqual(["Ben"]);
  });

  test("finds an entry of a list by its id", () => {
    expect(
      one(
        { at: "list/x/name" },
        {
          list: [
            { id: "y", name: "no" },
            { id: "x", name: "yes" },
          ],
        },
      ),
    ).toBe("yes");
    expect(one({ at: "list/z/name" }, { list: [{ id: "x", name: "no" }, "z", null] })).toBe("");
  });

  test("takes all of a list or a mapping", () => {
    expect(one({ at: "list/*/name" }, { list: [{ name: "a" }, {}, { name: " b " }] })).toBe("a; b");
    expect(one({ at: "map/*/name" }, { map: { x: { name: "a" }, y: { name: "b" } } })).toBe("a; b");
    expect(one({ at: "text/*" }, { text: "no list" })).toBe("");
  });

  test("that leads nowhere says nothing", () => {
    for (const at of ["a/b/c", "/x", "@x", "text/length", "null/x"])
      expect(one({ at }, { text: "words", null: null }), at).toBe("");
  });

  test("does not find what every object has", () => {
    expect(one({ at: "constructor/name" })).toBe("");
    expect(one({ at: "toString" })).toBe("");
  });
});

describe("each", () => {
  test("takes the entries of a table", () => {
    const tables = {
      days: [
        { id: "mo", title: "Monday" },
        { id: "tu", title: "Tuesday" },
      ],
    };
    const line = { each: "$days", label: { at: "title" }, text: { at: "/notes/{id}" } };
    expect(rowsOf(over({ tables, parts: [{ lines: [line] }] }, { notes: { tu: "rain" } }).parts())).toEqual([
      ["", "Tuesday", "rain"],
    ]);
    expect(lines({ each: "$nothing", text: "x" })).toEqual([]);
  });

  test("takes those of a list, of a mapping with its keys, and of lists in lists", () => {
    const both: Value = { join: [{ at: "id" }, { at: "value" }, { at: "name" }], by: "=" };
    expect(lines({ each: "list", text: both }, { list: [{ id: 1, name: "a" }] })).toEqual(["1=a"]);
    expect(lines({ each: "map", text: both }, { map: { k: "v", o: { name: "n" } } })).toEqual(["k=v", "o=n"]);
    const nested = { stages: [{ notes: [{ name: "a" }] }, {}, { notes: { k: "v" } }] };
    expect(lines({ each: "stages/*/notes", text: both }, nested)).toEqual(["a", "k=v"]);
    expect(lines({ each: "word", text: "x" }, { word: "no list" })).toEqual([]);
  });

  test("passes over an entry where `when` says nothing", () => {
    const list = [{ id: "a", on: true }, { id: "b", on: false }, { id: "c" }];
    expect(lines({ each: "list", when: { at: "on" }, text: { at: "id" } }, { list })).toEqual(["a"]);
  });

  test("makes a part that has a name of its own, even where nothing else is said", () => {
    const part = { each: "items", title: { at: "name" }, lines: [{ text: { at: "note" } }] };
    const answer = { items: [{ name: "Named" }, { name: " " }] };
    expect(over({ parts: [part] }, answer).parts()).toEqual([{ title: "Named", lines: [] }]);
    expect(rowsOf(over({ parts: [part] }, answer).parts())).toEqual([["Named", "", ""]]);
    const table = { ...part, each: "$rows" };
    const tables = { rows: [{ id: "r", title: "Row", name: "Given" }] };
    expect(over({ parts: [table], tables }).parts()).toEqual([]);
  });
});

describe("a value", () => {
  test("is text as it is", () => {
    expect(one("as it is")).toBe("as it is");
  });

  test("is a text of the catalogue, with values in it", () => {
    expect(one({ say: "greeting", values: { name: { at: "who" } } }, { who: "Ann" })).toBe("Hello Ann!");
    expect(one({ say: "plain" })).toBe("Plain");
    expect(one({ say: "missing" })).toBe("missing");
  });

  test("joins what is not empty", () => {
    const join: Value = { join: [{ at: "a" }, { at: "b" }, "", { at: "c/*" }], by: ", " };
    expect(one(join, { a: " x ", b: "  ", c: ["y", "", "z"] })).toBe("x, y, z");
  });

  test("is one thing or the other", () => {
    const choice: Value = { when: { at: "a" }, then: "yes", otherwise: { at: "b" } };
    expect(one(choice, { a: 1 })).toBe("yes");
    expect(one(choice, { a: 0, b: "no" })).toBe("no");
  });

  test("says whether all, or any, say something", () => {
    const [every, some]: Value[] = [
      { every: [{ at: "a" }, { at: "b" }] },
      { some: [{ at: "a" }, { at: "b" }] },
    ];
    expect([one(every, { a: 1, b: "x" }), one(every, { a: 1, b: "" })]).toEqual(["✓", ""]);
    expect([one(some, { b: [""] }), one(some, { b: ["", "x"] })]).toEqual(["", "✓"]);
  });

  test("has the title that a table gives for an id, and the id where it gives none", () => {
    const tables = {
      levels: [
        { id: "high", title: "Very high" },
        { id: 3, title: "3. Health" },
      ],
    };
    expect(one({ at: "a", of: "levels" }, { a: "high" }, { tables })).toBe("Very high");
    expect(one({ at: "a", of: "levels" }, { a: 3 }, { tables })).toBe("3. Health");
    expect(one({ at: "a", of: "levels" }, { a: ["high", "low"] }, { tables })).toBe("Very high; low");
    expect(one({ at: "a", of: "levels" }, {}, { tables })).toBe("");
  });

  test("has a default where there is none, repeats a sign, and rounds", () => {
    expect(one({ at: "x", places: 0, default: 50 })).toBe("50");
    expect(one({ at: "x", places: 0, default: 50 }, { x: 0 })).toBe("0");
    expect(one({ at: "x", places: 1 }, { x: 2.25 })).toBe("2.3");
    expect(one({ at: "x", places: 1 }, { x: "2.25" })).toBe("2.25");
    expect(one({ at: "dots", repeat: "●" }, { dots: 3 })).toBe("●●●");
    expect(one({ at: "dots", repeat: "●" })).toBe("");
  });

  test("is written as people read it", () => {
    expect([
      one({ at: "x" }, { x: true }),
      one({ at: "x" }, { x: false }),
      one({ at: "x" }, { x: null }),
    ]).toEqual(["✓", "", ""]);
    expect([one({ at: "x" }, { x: 0 }), one({ at: "x" }, { x: 1.5 })]).toEqual(["0", "1.5"]);
  });

  test("may be a picture, with or without words", () => {
    const line: Line = { text: { at: "alt" }, image: { at: "photo" } };
    const read = (answer: Doc) => over({ parts: [{ lines: [line] }] }, answer).parts();
    expect(read({ photo: "data:x", alt: "A sketch" })[0].lines).toEqual([
      { label: "", text: "A sketch", image: "data:x" },
    ]);
    expect(read({ photo: "data:x" })[0].lines).toEqual([{ label: "", text: "", image: "data:x" }]);
    expect(read({})).toEqual([]);
  });
});

test("what says something is not blank, not zero, not no, and any of a list's", () => {
  for (const value of ["x", 1, -1, true, [0, "x"], { a: "" }]) expect(says(value), String(value)).toBe(true);
  for (const value of [" \n", "", 0, false, null, undefined, [], ["", [" "]], {}])
    expect(says(value), String(value)).toBe(false);
});

describe("progress", () => {
  test("counts one thing, or each entry that passes", () => {
    const done = [{ check: { at: "name" } }, { each: "items", check: { at: "text" } }];
    expect(progress(over({ done }, { name: "x", items: [{ text: "a" }, { text: " " }, {}] }))).toEqual([
      2, 4,
    ]);
  });

  test("asks for enough of them, and no more", () => {
    const done = [{ each: "items", check: { at: "text" }, enough: 2 }];
    const items = (n: number) => ({ items: Array.from({ length: n }, () => ({ text: "x" })) });
    expect([0, 1, 2, 3].map((n) => progress(over({ done }, items(n))))).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
      [2, 2],
    ]);
  });

  test("is of at least one", () => {
    expect(progress(over({}))).toEqual([0, 1]);
  });

  test("is open, begun or done for a learner", () => {
    expect(state([0, 3], {})).toBe("open");
    expect(state([0, 3], { notes: [{ text: " " }] })).toBe("open");
    expect(state([0, 3], { notes: [{ text: "x" }] })).toBe("begun");
    expect(state([1, 3], {})).toBe("begun");
    expect(state([3, 3], {})).toBe("done");
  });
});

describe("offers", () => {
  const feed = { each: "notes", id: { at: "id" }, name: { at: "text" }, note: { at: "group" } };
  const notes = [
    { id: "a", text: "A", group: " Time " },
    { id: "blank", text: " " },
    { id: "b", text: "B" },
    { id: "c", text: "C" },
  ];
  const ids = (reader: Reader) => reader.offers().map((one) => one.id);

  test("are the entries that have a name", () => {
    expect(over({ feeds: [feed] }, { notes }).offers()).toEqual([
      { id: "a", name: "A", note: "Time", keeps: {} },
      { id: "b", name: "B", note: "", keeps: {} },
      { id: "c", name: "C", note: "", keeps: {} },
    ]);
    expect(over({}, { notes }).offers()).toEqual([]);
  });

  test("keep what goes along as it is, where it says something", () => {
    const whole = { ...feed, keeps: { steps: { at: "parts" }, owner: { at: "who" }, sdgs: { at: "goals" } } };
    const parts = [{ id: "p", step: "Do", end: "2027-01-01" }];
    const given = [{ id: "a", text: "A", parts, who: " ", goals: [] }];
    expect(over({ feeds: [whole] }, { notes: given }).offers()[0].keeps).toEqual({ steps: parts });
  });

  test("come by their figure, the largest first, and those without only where no other is", () => {
    const by = { ...feed, by: { at: "/votes/{id}" } };
    expect(ids(over({ feeds: [by] }, { notes, votes: { b: 1, c: 3 } }))).toEqual(["c", "b"]);
    expect(ids(over({ feeds: [by] }, { notes, votes: { blank: 3 } }))).toEqual(["a", "b", "c"]);
    expect(ids(over({ feeds: [by] }, { notes, votes: { a: 2, b: 2 } }))).toEqual(["a", "b"]);
  });

  test("of several feeds come feed by feed", () => {
    const other = { id: "x", name: { at: "title" } };
    expect(ids(over({ feeds: [other, feed] }, { title: "T", notes }))).toEqual(["x", "a", "b", "c"]);
  });
});
