// Reads answers to any activity of the course, by its outline and its kind's rules.
import { rules } from "kinds:rules";
import type { Json } from "./json";
import { Reader, says, type Outline, type Progress, type Say } from "./outline";

export function reader(about: { kind: string; outline: Outline }, answer: object, say: Say): Reader {
  const derived = rules[about.kind]?.((about.outline.facts ?? {}) as Json, answer as Json) ?? {};
  return new Reader(about.outline, answer as Json, derived, say);
}

export type State = "open" | "begun" | "done";

// What a learner sees of how far an answer has come.
export const state = ([done, all]: Progress, answer: object): State =>
  done >= all ? "done" : done || holds(answer) ? "begun" : "open";

const holds = (value: unknown): boolean =>
  value !== null && typeof value === "object" ? Object.values(value).some(holds) : says(value as Json);
