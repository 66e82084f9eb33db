// Texts as they are searched. tests/book/test_search.py holds the book's index to the same cases.
import { expect, test } from "vitest";
import { plain } from "govcourse/runtime/plain";
import { alike } from "govcourse/server/console/alike";
import cases from "./folding.json";

test.each(cases)("$text is found as $plain", ({ text, plain: sought }) => expect(plain(text)).toBe(sought));

test("two answers that differ in the marks of Arabic say nearly the same", () =>
  expect(alike("الإدارةُ الجيّدة", "الاداره الجيده")).toBe(true));
