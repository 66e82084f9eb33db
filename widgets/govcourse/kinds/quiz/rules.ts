// What is right in a quiz, as rules.py; one file of worked examples tests both.
import type { Answer, Derived, Facts, Given, QuestionFact } from "./shapes";

export function right(question: QuestionFact, given: Pick<Given, "chosen" | "pairs"> = {}): boolean {
  const options = question.options.map((option) => option.id);
  const chosen = given.chosen ?? [];
  if (question.type === "match")
    return (
      options.every((id) => given.pairs?.[id] === id) &&
      Object.keys(given.pairs ?? {}).length === options.length
    );
  if (question.type === "order") return chosen.join() === options.join();
  const wanted = question.options.filter((option) => option.right).map((option) => option.id);
  return chosen.length === wanted.length && wanted.every((id) => chosen.includes(id));
}

// The same mixture every time, and never the order that would be right.
export function mixed<T extends { id: string }>(options: T[], seed: string): T[] {
  const place = (id: string) =>
    [...`${seed}/${id}`].reduce((hash, letter) => (hash * 31 + letter.codePointAt(0)!) % 9973, 7);
  const order = [...options].sort((a, b) => place(a.id) - place(b.id));
  return order.every((option, index) => option === options[index]) ? [...order.slice(1), order[0]] : order;
}

// For the outline: per question that has an answer whether it is right.
export function derived(facts: Facts, answer: Answer): Derived {
  const given = answer.answers ?? {};
  const asked = facts.questions.filter((one) => one.id in given);
  return { right: Object.fromEntries(asked.map((one) => [one.id, right(one, given[one.id])])) };
}
