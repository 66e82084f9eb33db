// Texts by number. tests/content/test_plurals.py holds Python to the same cases.
import { expect, test } from "vitest";
import { fill, say } from "govcourse/runtime/fill";
import cases from "./plurals.json";

test.each(cases)(
  "in $language each number has the form that Python gives it",
  ({ language, message, said }) => {
    for (const [n, text] of Object.entries(said))
      expect(fill(message, { n: Number(n) }, language)).toBe(text);
  },
);

test("an English text reads as English on a page of another language", () => {
  expect(say({ people: cases[0].message }, "fr")("people", { n: 0 })).toBe("0 people in the room.");
});

test("a form may hold other values, and the page says the language", () => {
  document.documentElement.lang = "ar";
  const message = "{n, plural, two {اثنان من {of}} other {{n} من {of}}}";
  expect([2, 7].map((n) => fill(message, { n, of: 9 }))).toEqual(["اثنان من 9", "7 من 9"]);
});
