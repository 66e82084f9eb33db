import { expect, test } from "vitest";
import { day, moment, timeNames } from "govcourse/runtime/days";

test("a day is written in the reader's language", () => {
  expect(day("2026-11-30", "en")).toBe("30 Nov 2026");
  expect(day("2026-11-30", "en", "long")).toBe("30 November 2026");
  expect(day("2026-11-30", "fr", "long")).toBe("30 novembre 2026");
});

test("where there is none nothing is written, and what is no day as it stands", () => {
  expect(day(undefined, "en")).toBe("");
  expect(day("", "en")).toBe("");
  expect(day("last year", "en")).toBe("last year");
});

test("a chart's months and days are named in the page's language, the week from Sunday on", () => {
  expect(timeNames("en").shortMonths.slice(0, 2)).toEqual(["Jan", "Feb"]);
  expect(timeNames("fr").months[11]).toBe("décembre");
  expect(timeNames("ar").months[0]).toBe("يناير");
  expect(timeNames("en").days[0]).toBe("Sunday");
});

test("a moment is told by the reader's clock, in their language and without seconds", () => {
  const of = (language: string) => moment("2026-12-01T14:01:27", language);
  const here = new Date(Date.UTC(2026, 11, 1, 14, 1)).toLocaleTimeString("en-GB", { timeStyle: "short" });
  expect(of("en")).toBe(`1 Dec 2026, ${here}`);
  expect(of("fr")).toBe(`1 déc. 2026, ${here}`);
});
