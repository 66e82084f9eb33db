// What the schema of an answer lets pass is what Python takes, as far as a schema can say it.
import { expect, test } from "vitest";
import { check } from "govcourse/runtime/schema";
import { activities, fixtures, type Doc } from "./fixtures";

test.each(activities)("answers to %s that Python takes fit the schema", (_, { spec, answers }) => {
  for (const { answer } of answers) expect(check(answer, spec.schema)).toEqual([]);
});

test.each(fixtures.checks)("the schema alone tells whether $activity refuses $answer", (one) => {
  const problems = check(one.answer, fixtures.activities[one.activity].spec.schema);
  expect(problems.length > 0, JSON.stringify(problems)).toBe(!!one.refused);
});

test.each(fixtures.checks.filter((one: Doc) => one.refused))(
  "what breaks a rule of $activity has the words that Python has for it ($answer)",
  ({ activity, answer, refused }) => {
    const [{ key, values }] = check(answer, fixtures.activities[activity].spec.schema);
    expect({ key, values }).toEqual(refused);
  },
);

test("a problem is told with its field, and the key of its words", () => {
  const { schema } = fixtures.activities.dtca.spec;
  const found = check({ items: { "leadership-1": { value: 6 } } }, schema);
  const field = "items.leadership-1.value";
  expect(found).toEqual([{ field, key: "too_large", values: { limit: 5 } }]);
});
