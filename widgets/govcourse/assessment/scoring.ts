// The scoring of an assessment for one respondent, as scoring.py; one file of worked examples tests both.
import type { Doc } from "../runtime/types";

interface Row {
  id: string;
  title: string;
  answered: number;
  dontKnow: number;
  of: number;
  mean: number | null;
  percent: number | null;
  band: string | null;
  target: number | null;
  gap: number | null;
}

export interface Profile {
  rows: Row[];
  overall: number | null;
  band: string | null;
  answered: number;
  of: number;
  gaps: Row[]; // largest first
}

const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const bandOf = (mean: number | null, bands: Doc[]): string | null =>
  mean === null ? null : bands.filter((band) => mean >= band.at_least).at(-1)!.id;

export function profile(answer: Doc, instrument: Doc): Profile {
  const items = answer.items ?? {};
  const rows: Row[] = instrument.dimensions.map((dimension: Doc) => {
    const given = dimension.statements.map((statement: Doc) => items[statement.id] ?? {});
    const values = given.map((item: Doc) => item.value).filter((value: any) => typeof value === "number");
    const of = dimension.statements.length;
    const mean = values.length >= Math.ceil(0.6 * of) ? average(values) : null;
    const target = answer.targets?.[dimension.id] ?? null;
    return {
      id: dimension.id,
      title: dimension.title,
      answered: values.length,
      dontKnow: given.filter((item: Doc) => item.dont_know).length,
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
    answered: rows.reduce((sum, row) => sum + row.answered + row.dontKnow, 0),
    of: rows.reduce((sum, row) => sum + row.of, 0),
    gaps,
  };
}
