// What the outline of an assessment needs worked out: scores and gaps, as `derived` in Python.
import { profile } from "../../assessment/scoring";
import type { Answer, Derived, Facts } from "./shapes";

export function derived(facts: Facts, answer: Answer): Derived {
  const { rows, gaps } = profile(answer, facts.instrument);
  return { scores: rows.filter((row) => row.answered), gaps };
}
