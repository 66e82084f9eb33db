// Checks an answer against the JSON Schema that its pydantic model gives: the rules stay in Python. It compiles nothing,
// as the pages' Content-Security-Policy asks.
import { Validator, type Schema } from "@cfworker/json-schema";
import type { Texts } from "./types";

export interface Problem {
  field: string;
  message: string;
}

// By the schema's keyword, the text that says what is wrong.
const SAID: Record<string, string> = {
  type: "wrong_type",
  maxLength: "too_long",
  minimum: "out_of_range",
  maximum: "out_of_range",
  maxItems: "too_many",
  maxProperties: "too_many",
  required: "missing",
  false: "unknown_field",
  propertyNames: "unknown_field",
  enum: "wrong_value",
  const: "wrong_value",
  pattern: "wrong_value",
};

// What is wrong first, and where. Keywords that only hold others say nothing of their own.
export function check(value: unknown, schema: object, texts: Texts): Problem[] {
  const { valid, errors } = new Validator(schema as Schema, "2020-12").validate(value);
  if (valid) return [];
  const found = errors.find((one) => one.keyword in SAID) ?? errors[0];
  const key = SAID[found.keyword] ?? "wrong_value";
  return [{ field: place(found.instanceLocation), message: texts[key] ?? key }];
}

// "#/a~1b/0" as "a/b.0".
const place = (pointer: string): string =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => decodeURIComponent(step).replace(/~1/g, "/").replace(/~0/g, "~"))
    .join(".");
