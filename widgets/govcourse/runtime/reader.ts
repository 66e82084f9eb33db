// Reads answers to any activity of the course, by its outline and its kind's rules.
import { rules } from "kinds:rules";
import type { Json } from "./json";
import { Reader, type Outline, type Progress, type Say } from "./outline";
import { says } from "./values";

export function reader(about: { kind: string; outline: Outline }, answer: object, say: Say): Reader {
  const derived = rules[about.kind]?.((about.outline.facts ?? {}) as Json, answer as Json) ?? {};
  return new Reader(about.outline, answer as Json, derived, say);
}

// How far an answer has come.
export function progress(read: Reader): Progress {
  let passed = 0;
  let all = 0;
  for (const count of read.outline.done) {
    const checked = read.scopes(count).map((scope) => says(read.value(count.check, scope)));
    passed += Math.min(checked.filter(Boolean).length, count.enough ?? Infinity);
    all += count.enough ?? checked.length;
  }
  return [passed, Math.max(1, all)];
}

export type State = "open" | "begun" | "done";

// What a learner sees of how far an answer has come.
export const state = ([done, all]: Progress, answer: object): State =>
  done >= all ? "done" : done || holds(answer) ? "begun" : "open";

const holds = (value: unknown): boolean =>
  value !== null && typeof value === "object" ? Object.values(value).some(holds) : says(value as Json);
