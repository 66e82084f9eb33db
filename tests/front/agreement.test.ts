// Python and TypeScript agree: on every activity, and on the worked examples of tests/examples.
import { describe, expect, test } from "vitest";
import { consensus, debrief, distribution } from "govcourse/assessment/debrief";
import { profile as score } from "govcourse/assessment/scoring";
import { rows as csv } from "govcourse/runtime/rows";
import { check } from "govcourse/runtime/schema";
import { slides } from "govcourse/kinds/canvas/rules";
import * as matrix from "govcourse/kinds/matrix/rules";
import { advice, byPerson } from "govcourse/kinds/plan/rules";
import { netValue, ranking } from "govcourse/kinds/plot/rules";
import { tally } from "govcourse/kinds/poll/rules";
import { complete } from "govcourse/kinds/portfolio/rules";
import { mixed, right } from "govcourse/kinds/quiz/rules";
import type { Told as Canvas } from "govcourse/kinds/canvas/shapes";
import { pitch } from "govcourse/kinds/sdg/rules";
import { reader } from "govcourse/runtime/reader";
import canvasExamples from "../examples/canvas.json";
import dtcaExamples from "../examples/dtca.json";
import matrixExamples from "../examples/matrix.json";
import planExamples from "../examples/plan.json";
import plotExamples from "../examples/plot.json";
import pollExamples from "../examples/poll.json";
import quizExamples from "../examples/quiz.json";
import sdgExamples from "../examples/sdg.json";
import { activities, fixtures, say, type Doc } from "./fixtures";

const spec = (activity: string): Doc => fixtures.activities[activity].spec;
const { assessment, certificate } = fixtures;
const { instrument } = assessment;

// Equal, numbers up to rounding.
function close(found: any, expected: any, at = ""): void {
  if (typeof expected === "number") expect(found, at).toBeCloseTo(expected, 9);
  else if (expected === null || typeof expected !== "object") expect(found, at).toBe(expected);
  else {
    expect(Object.keys(found).sort(), at).toEqual(Object.keys(expected).sort());
    for (const key of Object.keys(expected)) close(found[key], expected[key], `${at}.${key}`);
  }
}

describe.each(activities)("answers to %s", (_, { spec, texts, answers }) => {
  test("are read back as in Python", () => {
    for (const { answer, parts, rows, progress, offers } of answers) {
      const found = reader(spec as any, answer, say(texts));
      const read = [found.parts(), found.rows(), found.progress(), found.offers()];
      expect(read, JSON.stringify(answer)).toEqual([parts, rows, progress, offers]);
    }
  });

  test("become the same CSV", () => {
    for (const one of answers) expect(csv(spec as any, one.answer, texts)).toBe(one.csv);
  });

  test("that Python takes fit the schema", () => {
    for (const { answer } of answers) expect(check(answer, spec.schema, texts)).toEqual([]);
  });
});

test("what a spreadsheet would take for a formula is text, and quotes and line breaks stay in their cell", () => {
  const outline = { parts: [{ lines: [{ text: { at: "said" }, label: "=1+1" }] }], done: [] };
  const made = csv({ kind: "none", outline }, { said: 'a "b"\n-c\u0007' }, {});
  expect(made).toBe(`\ufeffrows_part,rows_label,rows_text\r\n,'=1+1,"a ""b""\n-c"\r\n`);
});

test.each(fixtures.checks)("the schema alone tells that $activity refuses: $refused ($answer)", (one) => {
  const problems = check(one.answer, spec(one.activity).schema, {});
  expect(problems.length > 0, JSON.stringify(problems)).toBe(one.refused);
});

test("a problem is told with its field, in the words of the catalogue", () => {
  const { schema } = spec("dtca");
  const found = check({ items: { "leadership-1": { value: 6 } } }, schema, { out_of_range: "Too much" });
  expect(found).toEqual([{ field: "items.leadership-1.value", message: "Too much" }]);
});

test.each(dtcaExamples.respondents)(
  "a respondent has a score only with enough answers ($leadership)",
  (one) => {
    const items = Object.fromEntries(one.leadership.map((value, n) => [`leadership-${n + 1}`, { value }]));
    const [row] = score({ items }, instrument).rows;
    expect([row.answered, row.band]).toEqual([one.answered, one.band]);
    for (const name of ["mean", "percent"] as const)
      if (one[name] === null) expect(row[name]).toBeNull();
      else expect(row[name]).toBeCloseTo(one[name], 2);
  },
);

test("the assessment's example has the same gaps and the same overall score as in Python", () => {
  const found = score(assessment.example, instrument);
  expect(found.gaps.map((gap) => gap.id)).toEqual(assessment.gaps);
  expect(found.overall).toBeCloseTo(assessment.overall, 12);
});

test.each(dtcaExamples.distributions)("a room has mean, median and consensus ($answers)", (one) => {
  const found = distribution(one.answers.map((value) => ({ value })));
  expect([found.n, found.mean, found.median]).toEqual([one.n, one.mean, one.median]);
  expect(found.consensus).toBeCloseTo(one.consensus, 6);
  expect(consensus([])).toBeNull();
});

test.each(assessment.rooms)("the debrief of a room agrees (%#)", ({ answers, debrief: expected }) => {
  close(debrief(answers, instrument), expected);
});

test.each(sdgExamples)("a pitch has words and seconds ($words)", ({ text, rate, words, seconds }) => {
  expect(pitch(text, rate)).toEqual({ words, seconds });
});

test.each(plotExamples.net)("net value needs all three figures ($money)", ({ money, net }) => {
  if (net === null) expect(netValue(money)).toBeNull();
  else expect(netValue(money)).toBeCloseTo(net, 9);
});

test.each(plotExamples.rankings)("items are ranked with score and quadrant by $rule", (one) => {
  const found = ranking(one.items, one.rule);
  expect(found.map((item) => item.id)).toEqual(one.order);
  close(
    found.map((item) => item.score),
    one.scores,
  );
  expect(found.map((item) => item.quadrant)).toEqual(one.quadrants);
});

test.each(planExamples)("a plan is advised on and read by person ($codes)", ({ answer, codes, people }) => {
  expect(advice(answer).map((one) => one.code)).toEqual(codes);
  const found = byPerson(answer).map(({ name, owns, does, supports }) => ({
    name,
    owns: owns.length,
    does: does.length,
    supports: supports.length,
  }));
  expect(found).toEqual(people);
});

test.each(pollExamples)("a poll is counted with shares of those who answered ($question)", (one) => {
  const question = spec(one.activity).asked.find((asked: Doc) => asked.id === one.question);
  const found = tally(question, one.given);
  expect([found.n, found.texts]).toEqual([one.n, one.texts]);
  const bars = found.bars.filter((bar) => bar.count).map((bar) => [bar.id, [bar.count, bar.share]]);
  close(Object.fromEntries(bars), one.bars);
});

test.each(quizExamples)("a quiz answer is right only as a whole ($question: $right)", (one) => {
  const question = spec("concepts-check").questions.find((asked: Doc) => asked.id === one.question);
  expect(right(question, one.given as Doc)).toBe(one.right);
});

test.each(matrixExamples as Doc[])("a matrix adds up as its arithmetic says ($activity)", (one) => {
  for (const [figure, expected] of Object.entries<Doc[]>(one.figures)) {
    const found: Doc[] = (matrix as Doc)[figure](spec(one.activity), one.answer);
    const kept = found.map((row) =>
      Object.fromEntries(Object.keys(expected[0]).map((key) => [key, row[key]])),
    );
    expect(kept.slice(0, expected.length)).toEqual(expected);
  }
});

test.each(canvasExamples)("a canvas makes slides of what was written ($activity)", (one) => {
  expect(slides(spec(one.activity) as Canvas, one.answer as Doc)).toEqual(one.slides);
});

test("things to order are never shown in the right order", () => {
  const questions = activities.flatMap(([, { spec }]) => (spec.kind === "quiz" ? spec.questions : []));
  expect(questions.length).toBeGreaterThan(10);
  for (const { id, options } of questions) {
    const found = mixed<{ id: string }>(options, id);
    expect(found.map((one) => one.id).sort()).toEqual(options.map((one: Doc) => one.id).sort());
    expect(found).not.toEqual(options);
  }
});

test.each(certificate.cases)(
  "the certificate is earned by the rule in the data (%#)",
  ({ shares, outcome }) => {
    expect(complete(certificate.rule, shares)).toEqual(outcome);
  },
);
