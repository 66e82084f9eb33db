// Checks a document against the JSON Schema that its pydantic model gives: the rules stay in Python.
import type { Doc, Texts } from "./types";

export interface Problem {
  field: string;
  message: string;
}

const TYPES: Record<string, (value: any) => boolean> = {
  object: (value) => value !== null && typeof value === "object" && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === "string",
  integer: Number.isInteger,
  number: (value) => typeof value === "number" && Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

export function check(value: any, schema: Doc, texts: Texts, root: Doc = schema, field = ""): Problem[] {
  if (schema.$ref) return check(value, root.$defs[schema.$ref.split("/").pop()], texts, root, field);
  if (schema.anyOf) {
    const tried = schema.anyOf.map((option: Doc) => check(value, option, texts, root, field));
    return tried.some((found: Problem[]) => !found.length) ? [] : tried[0];
  }
  const bad = (message: string) => [{ field, message: texts[message] ?? message }];
  if (schema.type && !TYPES[schema.type](value)) return bad("wrong_type");
  if ("const" in schema && value !== schema.const) return bad("wrong_value");
  if (schema.enum && !schema.enum.includes(value)) return bad("wrong_value");
  if (typeof value === "string") {
    if ([...value].length > (schema.maxLength ?? Infinity)) return bad("too_long");
    if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) return bad("wrong_value");
  }
  if (
    typeof value === "number" &&
    (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))
  )
    return bad("out_of_range");
  if (Array.isArray(value)) {
    if (value.length > (schema.maxItems ?? Infinity)) return bad("too_many");
    return value.flatMap((item, index) => check(item, schema.items ?? {}, texts, root, `${field}.${index}`));
  }
  if (value && typeof value === "object") {
    if (Object.keys(value).length > (schema.maxProperties ?? Infinity)) return bad("too_many");
    const missing = (schema.required ?? []).filter((name: string) => !Object.hasOwn(value, name));
    if (missing.length) return [{ field: path(field, missing[0]), message: texts.missing }];
    return Object.entries(value).flatMap(([name, item]) => {
      if (schema.propertyNames?.enum && !schema.propertyNames.enum.includes(name))
        return [{ field: path(field, name), message: texts.unknown_field }];
      const named = Object.hasOwn(schema.properties ?? {}, name);
      const rule = named ? schema.properties[name] : schema.additionalProperties;
      if (rule === false || (rule === undefined && schema.properties))
        return [{ field: path(field, name), message: texts.unknown_field }];
      return rule && rule !== true ? check(item, rule, texts, root, path(field, name)) : [];
    });
  }
  return [];
}

const path = (field: string, name: string) => (field ? `${field}.${name}` : name);
