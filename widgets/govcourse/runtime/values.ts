// What an outline reads: values of JSON, followed along a path, and as text.
import type { Json } from "./json";

export type Path = string[];
type JsonObject = { [key: string]: Json };
export const isObject = (value: Json): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

// Whether a value says something: not blank, not zero, not no, and any of a list's.
export function says(value: Json | undefined): boolean {
  if (typeof value === "string") return !!value.trim();
  if (Array.isArray(value)) return value.some(says);
  return isObject(value ?? null) ? Object.keys(value as JsonObject).length > 0 : !!value;
}

export function text(value: Json): string {
  if (value === null || value === false) return "";
  return value === true ? "✓" : String(value);
}

// The entries of a list; of a mapping too, each with its key as id, and as `value` what is no mapping itself.
export function each(found: Json): Json[] {
  if (Array.isArray(found)) return found;
  if (!isObject(found)) return [];
  return Object.entries(found).map(([id, one]): Json =>
    isObject(one) ? { ...one, id } : { id, value: one },
  );
}

// How far two paths go together; "*" goes with anything.
export function common(one: Path, path: Path): number {
  const apart = one.findIndex((step, at) => step !== "*" && step !== path[at]);
  return apart < 0 ? Math.min(one.length, path.length) : apart;
}

// What stands there at a key, or at a place of a list.
export const into = (start: Json, step: string): Json => (start as JsonObject | null)?.[step] ?? null;

export function follow(start: Json, steps: Path): Json {
  for (const [place, step] of steps.entries()) {
    if (step === "*") {
      const inner = Array.isArray(start) ? start : isObject(start) ? Object.values(start) : [];
      return inner.map((one) => follow(one, steps.slice(place + 1)));
    }
    if (Array.isArray(start)) start = start.find((one) => isObject(one) && one.id === step) ?? null;
    else start = isObject(start) && Object.hasOwn(start, step) ? start[step] : null;
  }
  return start;
}
