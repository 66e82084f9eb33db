// What the outline of an assessment needs worked out: scores and gaps, as `derived` in Python.
import { profile } from "../../assessment/scoring";
import type { Doc } from "../../runtime/types";

export function derived(facts: Doc, answer: Doc): Doc {
  const { rows, gaps } = profile(answer, facts.instrument);
  return { scores: rows.filter((row) => row.answered), gaps };
}
