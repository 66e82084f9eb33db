// What the schema of an answer lets pass is what Python takes, as far as a schema can say it.
import { expect, test } from "vitest";
import { check } from "govcourse/runtime/schema";
import { activities, fixtures } from "./fixtures";

test.each(activities)("answers to %s that Python takes fit the schema", (_, { spec, texts, answers }) => {
  for (const { answer } of answers) expect(check(answer, spec.schema, texts)).toEqual([]);
});

test.each(fixtures.checks)("the schema alone tells that $activity refuses: $refused ($answer)", (one) => {
  const problems = check(one.answer, fixtures.activities[one.activity].spec.schema, {});
  expect(problems.length > 0, JSON.stringify(problems)).toBe(one.refused);
});

test("a problem is told with its field, in the words of the catalogue", () => {
  const { schema } = fixtures.activities.dtca.spec;
  const found = check({ items: { "leadership-1": { value: 6 } } }, schema, { out_of_range: "Too much" });
  expect(found).toEqual([{ field: "items.leadership-1.value", message: "Too much" }]);
});
