// Reads answers to any activity of the course, by its outline and its kind's rules.
import { rules } from "kinds:rules";
import type { Json } from "./json";
import { Reader, says, type Outline, type Progress, type Say } from "./outline";

// An activity as other exercises read its answers.
interface Brief {
  id: string;
  kind: string;
  title: string;
  sessions: number[];
  minutes: number;
  owner: "participant" | "team" | "private";
  outline: Outline;
  into: string[];
}

export function reader(about: { kind: string; outline: Outline }, answer: Json, say: Say): Reader {
  const derived = rules[about.kind]?.(about.outline.facts ?? {}, answer) ?? {};
  return new Reader(about.outline, answer, derived, say);
}

export type State = "open" | "begun" | "done";

// What a learner sees of how far an answer has come.
export const state = ([done, all]: Progress, answer: Json): State =>
  done >= all ? "done" : done || holds(answer) ? "begun" : "open";

const holds = (value: Json): boolean =>
  value !== null && typeof value === "object" ? Object.values(value).some(holds) : says(value);
