// How an assessment is scored: as in Python.
import { expect, test } from "vitest";
import { profile as score } from "govcourse/assessment/scoring";
import worked from "govcourse/assessment/examples.json";
import { fixtures } from "../fixtures";

const { assessment } = fixtures;

test.each(worked.respondents)("a respondent has a score only with enough answers ($leadership)", (one) => {
  const items = Object.fromEntries(one.leadership.map((value, n) => [`leadership-${n + 1}`, { value }]));
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
