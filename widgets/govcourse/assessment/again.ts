// An assessment beside the same one at an earlier time, as `changes` in again.py; one file of worked examples tests both.
import { asked, meanOf } from "./scoring";
import type { Answer, Change, Facts } from "./shapes";

// By dimension, in course order; nothing without an earlier time.
export function changes(answer: Answer, instrument: Pick<Facts, "dimensions">): Change[] {
  const { earlier } = answer;
  if (!earlier) return [];
  return instrument.dimensions.map((dimension) => {
    const [then, today] = [earlier, answer].map((at) =>
      asked(dimension, at).map(({ value }) => value ?? null),
    );
    const [before, now] = [then, today].map(meanOf);
    const pairs = then.flatMap((a, n) => (a !== null && today[n] != null ? [[a, today[n]]] : []));
    return {
      id: dimension.id,
      title: dimension.title,
      before,
      now,
      change: before === null || now === null ? null : now - before,
      both: pairs.length,
      up: pairs.filter(([a, b]) => b > a).length,
      down: pairs.filter(([a, b]) => b < a).length,
    };
  });
}
