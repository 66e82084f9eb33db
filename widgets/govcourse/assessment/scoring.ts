// The scoring of an assessment for one respondent, as scoring.py; one file of worked examples tests both.

import type { Answer, Dimension, Facts, Item } from "./shapes";

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

export function profile(answer: Answer, instrument: Facts): Profile {
  const items: Record<string, Item> = answer.items ?? {};
  const rows = instrument.dimensions.map((dimension): Dimension => {
    const given = dimension.statements.map((statement) => items[statement.id] ?? {});
    const values = given.flatMap((item) => item.value ?? []);
    const of = dimension.statements.length;
    const mean = values.length >= Math.ceil(0.6 * of) ? average(values) : null;
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
