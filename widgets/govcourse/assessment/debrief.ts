// What session 2 discusses, as `debrief` in scoring.py; one file of worked examples tests both.
import { asked, place, profile } from "./scoring";
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
    absent: given.filter((item) => item.absent).length,
    evidence: given.filter((item) => item.evidence).length,
    mean: n ? mean(values) : null,
    median: at(0.5),
    q1: at(0.25),
    q3: at(0.75),
    iqr: n ? at(0.75)! - at(0.25)! : null,
    counts: [count(1), count(2), count(3), count(4), count(5)],
    consensus: consensus(values),
  };
}

function positions(answers: Answer[], instrument: Facts): Debrief["vignettes"] {
  return instrument.dimensions.flatMap(({ id, title }) => {
    const rated = answers.flatMap((answer) => answer.vignettes?.[id] ?? []);
    const whole = rated.filter((one) => one.own && one.low && one.high);
    const places = whole.map(place).filter((one) => one !== null);
    if (!places.length) return [];
    const count = (step: number) => places.filter((one) => one === step).length;
    const median = quantile(
      [...places].sort((a, b) => a - b),
      0.5,
    );
    const counts: Distribution["counts"] = [count(1), count(2), count(3), count(4), count(5)];
    return [{ id, title, n: places.length, unplaced: whole.length - places.length, counts, median }];
  });
}

export function debrief(answers: Answer[], instrument: Facts & { retired: { id: string }[] }): Debrief {
  const statements: Record<string, Distribution> = {};
  const profiles = answers.map((answer) => profile(answer, instrument));
  let responses = 0;
  let unknowns = 0;
  let all = 0;
  const dimensions = instrument.dimensions.map((dimension, index) => {
    const each = answers.map((answer) => asked(dimension, answer));
    dimension.statements.forEach(({ id }, number) => {
      statements[id] = distribution(each.flatMap((given) => given[number] ?? []));
    });
    const given = each.flat();
    all += given.length;
    responses += given.filter((one) => one.value != null).length;
    unknowns += given.filter((one) => one.dont_know).length;
    const rows = profiles.map((one) => one.rows[index]);
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
  const answered = Object.entries(statements).filter(([, one]) => one.n);
  const ids = (list: [string, Distribution][], by: (one: Distribution) => number) =>
    [...list].sort(([, a], [, b]) => by(a) - by(b)).map(([id]) => id);
  const below = dimensions.filter((row) => row.gap !== null && row.gap > 0);
  return {
    n: answers.length,
    missing: all ? (all - responses - unknowns) / all : 0,
    dont_know: responses + unknowns ? unknowns / (responses + unknowns) : 0,
    evidence:
      responses + unknowns
        ? dimensions.reduce((sum, row) => sum + row.evidence, 0) / (responses + unknowns)
        : 0,
    retired: answers.filter((answer) => instrument.retired.some(({ id }) => answer.items?.[id])).length,
    vignettes: positions(answers, instrument),
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
