// What a room that was assessed comes to: as in Python.
import { expect, test } from "vitest";
import { consensus, debrief, distribution } from "govcourse/assessment/debrief";
import worked from "govcourse/assessment/examples.json";
import { close } from "../close";
import { fixtures } from "../fixtures";

const { assessment } = fixtures;

test.each(worked.distributions)("a room has mean, median and consensus ($answers)", (one) => {
  const found = distribution(one.answers.map((value) => ({ value })));
  expect([found.n, found.mean, found.median]).toEqual([one.n, one.mean, one.median]);
  expect(found.consensus).toBeCloseTo(one.consensus, 6);
  expect(consensus([])).toBeNull();
});

test.each(assessment.rooms)("the debrief of a room agrees (%#)", ({ answers, debrief: expected }) => {
  close(debrief(answers, assessment.instrument), expected);
});
