// Checks an answer against the JSON Schema that its pydantic model gives: the rules stay in Python. It compiles nothing,
// as the pages' Content-Security-Policy asks.
import { Validator, type Schema } from "@cfworker/json-schema";
import type { Json } from "./json";
import type { Reason } from "./types";
import { isObject } from "./values";

// By the schema's keyword, the text that says what is wrong, as kinds/answers.py has it by pydantic's types, and what it calls the limit.
const SAID: Record<string, [key: string, limit?: string]> = {
  type: ["wrong_type"],
  maxLength: ["too_long", "count"],
  maxItems: ["too_many", "count"],
  maxProperties: ["too_many", "count"],
  minimum: ["too_small", "limit"],
  maximum: ["too_large", "limit"],
  required: ["missing"],
  false: ["unknown_field"],
  propertyNames: ["unknown_entry"],
  enum: ["wrong_value"],
  const: ["wrong_value"],
  pattern: ["wrong_value"],
};

// What is wrong first, and where. Keywords that only hold others say nothing of their own.
export function check(value: unknown, schema: object): Reason[] {
  const { valid, errors } = new Validator(schema as Schema, "2020-12").validate(value);
  if (valid) return [];
  const found = errors.find((one) => one.keyword in SAID) ?? errors[0];
  const [key, limit] = SAID[found.keyword] ?? ["wrong_value"];
  const values = limit ? { [limit]: Number(rule(schema as Json, steps(found.keywordLocation))) } : {};
  return [{ field: steps(found.instanceLocation).join("."), key, values }];
}

// What stands at a place of a schema, through what it refers to.
function rule(schema: Json, way: string[]): Json {
  return way.reduce<Json>((at, step) => {
    const there = (at as Record<string, Json>)?.[step] ?? null;
    return step === "$ref" && !isObject(there) ? rule(schema, steps(String(there))) : there;
  }, schema);
}

// "#/a~1b/0" as "a/b" and "0".
const steps = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => decodeURIComponent(step).replace(/~1/g, "/").replace(/~0/g, "~"));
