// Answers as CSV: the same file as in Python.
import { expect, test } from "vitest";
import { rows as csv } from "govcourse/runtime/rows";
import { activities } from "./fixtures";

test.each(activities)("answers to %s become the same CSV", (_, { spec, texts, answers }) => {
  for (const one of answers) expect(csv(spec as any, one.answer, texts)).toBe(one.csv);
});

test("what a spreadsheet would take for a formula is text, and quotes and line breaks stay in their cell", () => {
  const outline = { parts: [{ lines: [{ text: { at: "said" }, label: "=1+1" }] }], done: [] };
  const made = csv({ kind: "none", outline }, { said: 'a "b"\nc\u0007' }, {});
  expect(made).toBe(`\ufeffrows_part,rows_label,rows_text\r\n,'=1+1,"a ""b""\nc"\r\n`);
});

test("no separator begins a formula within a text, and wide signs are signs", () => {
  const outline = { parts: [{ lines: [{ text: { at: "said" }, label: "＝1+1" }] }], done: [] };
  const made = csv({ kind: "none", outline }, { said: "x;=1;\n -2|＠y; a" }, {});
  expect(made.split("\r\n")[1]).toBe(`,'＝1+1,"x;'=1;\n '-2|'＠y; a"`);
});
