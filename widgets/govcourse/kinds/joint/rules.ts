// Which joint answers do not pass the middle of the scale, as rules.py says it.
import type { Answer, Derived, Facts } from "./shapes";

const MIDDLE = 3;

export function derived(facts: Facts, answer: Answer): Derived {
  const low = facts.statements.flatMap(({ id, title }) => {
    const { value, reason } = answer.items?.[id] ?? {};
    return value != null && value <= MIDDLE ? [{ id, title, value, reason: (reason ?? "").trim() }] : [];
  });
  return { low: low.sort((a, b) => a.value - b.value) }; // sort is stable: those of one step stay in order
}
