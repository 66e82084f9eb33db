// The scoring of an assessment for one respondent, as scoring.py; one file of worked examples tests both.

import type { Answer, Dimension, Facts, Item, Rated } from "./shapes";

export interface Profile {
  rows: Dimension[];
  overall: number | null;
  band: string | null;
  answered: number;
  of: number;
  gaps: Dimension[]; // largest first
}

const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const bandOf = (mean: number | null, bands: Facts["bands"]): string | null =>
  mean === null ? null : bands.filter((band) => mean >= band.at_least).at(-1)!.id;

const ABSENT = 1; // the step that "there is none" counts as

// What was responded to the statements that were asked: where there is none of what they are about, only to the first.
export function asked(dimension: Facts["dimensions"][number], answer: Pick<Answer, "items">): Item[] {
  const given = dimension.statements.map(({ id }) => answer.items?.[id] ?? {});
  return dimension.statements[0].absent && given[0].absent ? [{ ...given[0], value: ABSENT }] : given;
}

// Where one's own rating stands beside those of two vignettes, 1 (below both) to 5 (above both); null where it has no place.
export function place({ own, low, high }: Rated): number | null {
  if (own == null || low == null || high == null || low >= high) return null;
  return 1 + [own >= low, own > low, own >= high, own > high].filter(Boolean).length;
}

// How often the same step was given, where that is all that was given, to enough statements to be noticed; else 0.
export function straight(answer: Answer, instrument: Facts): number {
  const values = instrument.dimensions
    .flatMap((dimension) => asked(dimension, answer))
    .flatMap((one) => one.value ?? []);
  return values.length >= NOTICED && new Set(values).size === 1 ? values.length : 0;
}
const NOTICED = 10;

// The mean of the answered statements, given when at least 60 % (rounded up) are answered.
export function meanOf(values: (number | null)[]): number | null {
  const answered = values.flatMap((value) => value ?? []);
  const enough = answered.length > 0 && answered.length >= Math.ceil(0.6 * values.length);
  return enough ? average(answered) : null;
}

export function profile(answer: Answer, instrument: Facts): Profile {
  const rows = instrument.dimensions.map((dimension): Dimension => {
    const given = asked(dimension, answer);
    const values = given.flatMap((item) => item.value ?? []);
    const of = given.length;
    const mean = meanOf(given.map((item) => item.value ?? null));
    const target = answer.targets?.[dimension.id] ?? null;
    return {
      id: dimension.id,
      title: dimension.title,
      answered: values.length,
      dont_know: given.filter((item) => item.dont_know).length,
      of,
      mean,
      percent: mean === null ? null : ((mean - 1) / 4) * 100,
      band: bandOf(mean, instrument.bands),
      target,
      gap: mean === null || target === null ? null : target - mean,
    };
  });
  const scored = rows.filter((row) => row.mean !== null).map((row) => row.mean!);
  const overall = scored.length >= rows.length - 1 ? average(scored) : null;
  const gaps = rows.filter((row) => row.gap !== null && row.gap > 0);
  gaps.sort((a, b) => b.gap! - a.gap! || a.mean! - b.mean!); // sort is stable: ties stay in course order
  return {
    rows,
    overall,
    band: bandOf(overall, instrument.bands),
    answered: rows.reduce((sum, row) => sum + row.answered + row.dont_know, 0),
    of: rows.reduce((sum, row) => sum + row.of, 0),
    gaps,
  };
}
