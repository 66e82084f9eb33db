// Figures as people read them. tests/content/test_formats.py holds Python to the same cases.
import { expect, test } from "vitest";
import { number, numberNames, percent, rounded, signed } from "govcourse/runtime/numbers";
import cases from "./numbers.json";
import shares from "./percents.json";

test.each(cases as [number, number, string, string][])(
  "halves go up: %d to %i places is in %s: %s",
  (value, places, language, text) => {
    expect(number(value, language, places)).toBe(text);
    if (language === "en") expect(rounded(value, places)).toBe(text.replace(",", ""));
  },
);

test.each(shares as [number, string, string][])(
  "a share is in per cent, as a language writes it: %d is in %s: %s",
  (share, language, text) => expect(percent(share, language)).toBe(text),
);

test("what there is none of is a dash", () => expect(number(null, "en")).toBe("–"));

test("a change has its sign, and none where it rounds to nothing", () => {
  expect([0.25, -0.3, 0.04, -0.04, null].map((value) => signed(value, "en"))).toEqual([
    "+0.3",
    "-0.3",
    "0.0",
    "0.0",
    "–",
  ]);
});

test("a chart's figures are written as in the page's language", () => {
  expect(numberNames("en")).toMatchObject({ decimal: ".", thousands: ",", percent: "%" });
  expect(numberNames("fr")).toMatchObject({ decimal: ",", percent: percent(0, "fr").slice(1) });
});
