// What the outline of an assessment needs worked out: scores, gaps and evidence, as `derived` in Python.
import { asked, profile } from "../../assessment/scoring";
import type { Answer, Derived, Facts } from "./shapes";

export function derived(facts: Facts, answer: Answer): Derived {
  const { rows, gaps } = profile(answer, facts.instrument);
  const evidence = facts.instrument.dimensions.map((one) => [
    one.id,
    asked(one, answer).map((given) => (given.evidence ?? "").trim()),
  ]);
  return { scores: rows.filter((row) => row.answered), gaps, evidence: Object.fromEntries(evidence) };
}
