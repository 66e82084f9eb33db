// Profile, what is urgent in it, totals and what rows add up to, as rules.py; one file of worked examples tests both.
import type { Doc } from "../../runtime/types";

export const levelAsks = (spec: Doc): string[] =>
  spec.asks.filter((ask: Doc) => ask.type === "level").map((ask: Doc) => ask.id);

const values = (spec: Doc): Map<string, number> =>
  new Map(spec.levels.map((level: Doc) => [level.id, level.value]));

export interface ProfileFigure {
  id: string;
  title: string;
  value: number | null;
  target: number | null;
}

export function profile(spec: Doc, answer: Doc): ProfileFigure[] {
  const [of, [now, then]] = [values(spec), levelAsks(spec)];
  return spec.rows.map((row: Doc) => {
    const cell = answer.cells?.[row.id] ?? {};
    const at = (ask: string | undefined) => (ask ? (of.get(cell[ask]) ?? null) : null);
    return { id: row.id, title: row.title, value: at(now), target: at(then) };
  });
}

// The rows with a value and their `gap` below the target: the widest gap first, then the worst value.
export function urgent(spec: Doc, answer: Doc): (ProfileFigure & { gap: number })[] {
  const up = spec.best === "low" ? -1 : 1;
  return profile(spec, answer)
    .filter((row) => row.value !== null)
    .map((row) => ({ ...row, gap: row.target === null ? 0 : up * (row.target - row.value!) }))
    .sort((a, b) => Math.max(0, b.gap) - Math.max(0, a.gap) || up * (a.value! - b.value!));
}

export interface Total {
  id: string;
  title: string;
  total: number;
  most: number;
  terms: { row: string; weight: number; value: number }[];
}

export function totals(spec: Doc, answer: Doc): Total[] {
  const [of, [ask]] = [values(spec), levelAsks(spec)];
  const rows: string[] = [...spec.rows.map((row: Doc) => row.id), ...spec.own];
  const best = Math.max(...of.values());
  const found = (answer.options ?? []).map((option: Doc) => {
    const terms = rows.flatMap((row) => {
      const value = of.get(option.marks?.[row]?.[ask] ?? "");
      const weight = spec.weights ? (answer.weights?.[row] ?? 0) : 1;
      return value !== undefined && weight ? [{ row, weight, value }] : [];
    });
    return {
      id: option.id,
      title: option.title ?? "",
      total: terms.reduce((sum, term) => sum + term.weight * term.value, 0),
      most: terms.reduce((sum, term) => sum + term.weight, 0) * best,
      terms,
    };
  });
  return found.sort((a: Total, b: Total) => b.total - a.total);
}

export function served(spec: Doc, answer: Doc): { id: string; title: string; total: number }[] {
  const [of, [ask]] = [values(spec), levelAsks(spec)];
  return spec.rows
    .map((row: Doc) => ({
      id: row.id,
      title: row.title,
      total: (answer.options ?? []).reduce(
        (sum: number, option: Doc) => sum + (of.get(option.marks?.[row.id]?.[ask] ?? "") ?? 0),
        0,
      ),
    }))
    .filter((row: Doc) => row.total)
    .sort((a: Doc, b: Doc) => b.total - a.total);
}

// For the outline: the learner's columns with their marks, highest total first; or the gaps to a target, the widest first.
export function derived(facts: Doc, answer: Doc): Doc {
  if (facts.options) {
    const marks = (id: string): Doc => answer.options.find((one: Doc) => one.id === id).marks ?? {};
    return { options: totals(facts, answer).map((one) => ({ ...one, marks: marks(one.id) })) };
  }
  const title = (value: number): string => facts.levels.find((one: Doc) => one.value === value).title;
  const up = urgent(facts, answer).filter((row) => row.gap > 0);
  return { up: up.map((one) => ({ ...one, today: title(one.value!), to: title(one.target!) })) };
}
