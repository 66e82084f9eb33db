// What session 2 discusses, as `debrief` in scoring.py; one file of worked examples tests both.
import { profile } from "./scoring";
import type { Answer, Debrief, Distribution, Facts, Item } from "./shapes";

const MOST = 5;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Linear between neighbours, as Python's "inclusive" method.
function quantile(sorted: number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  return sorted[below] + (place - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}

export function consensus(values: number[]): number | null {
  if (!values.length) return null;
  const mu = mean(values);
  let total = 1;
  for (const step of new Set(values)) {
    const share = values.filter((value) => value === step).length / values.length;
    total += share * Math.log2(1 - Math.abs(step - mu) / 4);
  }
  return Math.max(0, total);
}

export function distribution(given: Item[]): Distribution {
  const values = given.flatMap((item) => item.value ?? []);
  const unknown = given.filter((item) => item.dont_know).length;
  const sorted = [...values].sort((a, b) => a - b);
  const n = values.length;
  const count = (step: number) => values.filter((value) => value === step).length;
  const at = (share: number) => (n ? quantile(sorted, share) : null);
  return {
    n,
    dont_know: n + unknown ? unknown / (n + unknown) : 0,
    mean: n ? mean(values) : null,
    median: at(0.5),
    q1: at(0.25),
    q3: at(0.75),
    iqr: n ? at(0.75)! - at(0.25)! : null,
    counts: [count(1), count(2), count(3), count(4), count(5)],
    consensus: consensus(values),
  };
}

export function debrief(answers: Answer[], instrument: Facts): Debrief {
  const item = (answer: Answer, id: string): Item => answer.items?.[id] ?? {};
  const statements: Record<string, Distribution> = {};
  for (const dimension of instrument.dimensions)
    for (const { id } of dimension.statements)
      statements[id] = distribution(answers.map((answer) => item(answer, id)));
  const profiles = answers.map((answer) => profile(answer, instrument));
  const dimensions = instrument.dimensions.map((dimension, place) => {
    const given = answers.flatMap((answer) => dimension.statements.map((one) => item(answer, one.id)));
    const rows = profiles.map((one) => one.rows[place]);
    const scores = rows.map((row) => row.mean).filter((score) => score !== null);
    const targets = rows.map((row) => row.target).filter((target) => target !== null);
    const score = scores.length ? mean(scores) : null;
    const target = targets.length
      ? quantile(
          [...targets].sort((a, b) => a - b),
          0.5,
        )
      : null;
    const gap = score === null || target === null ? null : target - score;
    const { id, title } = dimension;
    return { id, title, respondents: scores.length, score, target, gap, ...distribution(given) };
  });
  const all = Object.entries(statements);
  const responses = all.reduce((sum, [, one]) => sum + one.n, 0);
  const unknowns = answers
    .flatMap((answer) => Object.values(answer.items ?? {}))
    .filter((one) => one.dont_know).length;
  const asked = answers.length * all.length;
  const answered = all.filter(([, one]) => one.n);
  const ids = (list: [string, Distribution][], by: (one: Distribution) => number) =>
    [...list].sort(([, a], [, b]) => by(a) - by(b)).map(([id]) => id);
  const below = dimensions.filter((row) => row.gap !== null && row.gap > 0);
  return {
    n: answers.length,
    missing: asked ? (asked - responses - unknowns) / asked : 0,
    dont_know: responses + unknowns ? unknowns / (responses + unknowns) : 0,
    dimensions,
    statements,
    disagreement: ids(
      answered.filter(([, one]) => one.n > 1 && one.consensus! < 1),
      (one) => one.consensus!,
    ).slice(0, MOST),
    strongest: ids(answered, (one) => -one.mean!).slice(0, MOST),
    weakest: ids(answered, (one) => one.mean!).slice(0, MOST),
    gaps: below.sort((a, b) => b.gap! - a.gap! || a.score! - b.score!).map((row) => row.id),
  };
}
