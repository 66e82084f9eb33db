// How an assessment is scored: as in Python.
import { expect, test } from "vitest";
import { changes } from "govcourse/assessment/again";
import { place, profile as score, straight } from "govcourse/assessment/scoring";
import worked from "govcourse/assessment/examples.json";
import { fixtures, type Doc } from "../fixtures";

const { assessment } = fixtures;

test.each(worked.respondents)("a respondent has a score only with enough answers ($leadership)", (one) => {
  const { statements } = assessment.instrument.dimensions[0];
  const items = Object.fromEntries(one.leadership.map((value, n) => [statements[n].id, { value }]));
  const [row] = score({ items }, assessment.instrument).rows;
  expect([row.answered, row.band]).toEqual([one.answered, one.band]);
  for (const name of ["mean", "percent"] as const)
    if (one[name] === null) expect(row[name]).toBeNull();
    else expect(row[name]).toBeCloseTo(one[name], 2);
});

test("the assessment's example has the same gaps and the same overall score as in Python", () => {
  const found = score(assessment.example, assessment.instrument);
  expect(found.gaps.map((gap) => gap.id)).toEqual(assessment.gaps);
  expect(found.overall).toBeCloseTo(assessment.overall, 12);
});

test.each(worked.spared)("$about", ({ items, ...one }: Doc) => {
  const row = score({ items }, assessment.instrument).rows[1];
  expect([row.answered, row.of, row.mean, row.band]).toEqual([one.answered, one.of, one.mean, one.band]);
});

test.each(worked.vignettes)("a rating has its place beside two vignettes ($own, $low, $high)", (one) => {
  expect(place(one)).toBe(one.place);
});

test("the same answer throughout is noticed from ten statements on, and any other ends it", () => {
  const ids = assessment.instrument.dimensions.flatMap((one) => one.statements.map(({ id }) => id));
  const same = (n: number, value = 4) => Object.fromEntries(ids.slice(0, n).map((id) => [id, { value }]));
  expect(straight({ items: same(9) }, assessment.instrument)).toBe(0);
  expect(straight({ items: same(30) }, assessment.instrument)).toBe(30);
  expect(straight({ items: { ...same(30), [ids[3]]: { value: 3 } } }, assessment.instrument)).toBe(0);
  expect(straight({ items: { ...same(12), [ids[20]]: { dont_know: true } } }, assessment.instrument)).toBe(
    12,
  );
});

test.each(worked.changes)("$about", (one) => {
  const items = (steps: Record<string, number | undefined>) =>
    Object.fromEntries(Object.entries(steps).map(([id, value]) => [id, { value }]));
  const answer = { items: items(one.now), earlier: { items: items(one.then) } };
  const row = changes(answer as never, assessment.instrument).find(({ id }) => id === one.id)!;
  for (const [name, expected] of [
    ["before", one.before],
    ["now", one.after],
    ["change", one.change],
  ] as const)
    if (expected === null) expect(row[name]).toBeNull();
    else expect(row[name]).toBeCloseTo(expected, 9);
  expect([row.both, row.up, row.down]).toEqual([one.both, one.up, one.down]);
});
