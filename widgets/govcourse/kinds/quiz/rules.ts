// What is right in a quiz, as rules.py; one file of worked examples tests both.
import type { Answer, Derived, Facts, Given, QuestionFact, QuizQuestion, Told } from "./shapes";

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

// Where a text stands in a mixture: the same for the same text, in Python too.
const place = (text: string): number =>
  [...text].reduce((hash, letter) => (hash * 31 + letter.codePointAt(0)!) % 9973, 7);

const inMixture = <T extends { id: string }>(all: T[], seed: string): T[] => {
  const places = new Map(all.map(({ id }) => [id, place(`${seed}/${id}`)]));
  return [...all].sort((a, b) => places.get(a.id)! - places.get(b.id)! || (a.id < b.id ? -1 : 1));
};

// Options of a question in the order in which this person sees them; what is to be put in order never stands so already.
export function mixed<T extends { id: string }>(options: T[], seed: string): T[] {
  const order = inMixture(options, seed);
  return order.every((option, index) => option === options[index]) ? [...order.slice(1), order[0]] : order;
}

// `count` questions in the order that `seed` gives, taken in turn from each objective.
export function drawn<T extends { id: string; objective: string | null }>(
  questions: T[],
  count: number,
  seed: string,
): T[] {
  const order = inMixture(questions, seed);
  const before = new Map<string | null, number>();
  const turns = new Map(
    order.map(({ id, objective }) => {
      const turn = before.get(objective) ?? 0;
      before.set(objective, turn + 1);
      return [id, turn];
    }),
  );
  const first = [...order].sort((a, b) => turns.get(a.id)! - turns.get(b.id)!).slice(0, count);
  return order.filter((one) => first.includes(one));
}

// What a person with this seed is asked: all in their order, unless some are drawn.
export const asked = ({ questions, ask }: Pick<Told, "questions" | "ask">, seed: string): QuizQuestion[] =>
  ask ? drawn(questions, ask, seed) : questions;

// A seed of one's own; of some, that which draws the most questions that were not checked before.
export function seedFor(spec: Pick<Told, "questions" | "ask">, answers: Answer["answers"] = {}): string {
  const old = (seed: string) => asked(spec, seed).filter(({ id }) => answers[id]?.checked).length;
  const seeds = Array.from({ length: 20 }, () => Math.random().toString(36).slice(2, 10));
  return seeds.reduce((best, one) => (old(one) < old(best) ? one : best));
}

// For the outline: per question that has an answer whether it is right.
export function derived(facts: Facts, answer: Answer): Derived {
  const given = answer.answers ?? {};
  const asked = facts.questions.filter((one) => one.id in given);
  return { right: Object.fromEntries(asked.map((one) => [one.id, right(one, given[one.id])])) };
}
