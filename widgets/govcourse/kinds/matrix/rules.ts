// Profile, what is urgent in it, totals and what rows add up to, as rules.py; one file of worked examples tests both.
import type { Answer, Columns, Facts, Gaps, Placed, Served, Total, Urgent } from "./shapes";

// What the rules need to know of a matrix.
type Matrix = Omit<Facts, "options">;
type Cells = Pick<Answer, "cells">;
type Chosen = Pick<Answer, "options" | "weights">;

export const levelAsks = (spec: Pick<Matrix, "asks">): string[] =>
  spec.asks.filter((ask) => ask.type === "level").map((ask) => ask.id);

const values = (spec: Matrix): Map<string, number> =>
  new Map(spec.levels.map((level) => [level.id, level.value]));

export function profile(spec: Matrix, answer: Cells): Placed[] {
  const [of, [now, then]] = [values(spec), levelAsks(spec)];
  return spec.rows.map((row) => {
    const cell = answer.cells?.[row.id] ?? {};
    const at = (ask: string | undefined) => (ask ? (of.get(cell[ask]) ?? null) : null);
    return { id: row.id, title: row.title, value: at(now), target: at(then) };
  });
}

// The rows with a value and their `gap` below the target: the widest gap first, then the worst value.
export function urgent(spec: Matrix, answer: Cells): Urgent[] {
  const up = spec.best === "low" ? -1 : 1;
  return profile(spec, answer)
    .flatMap(({ value, ...row }) =>
      value === null ? [] : [{ ...row, value, gap: row.target === null ? 0 : up * (row.target - value) }],
    )
    .sort((a, b) => Math.max(0, b.gap) - Math.max(0, a.gap) || up * (a.value - b.value));
}

export function totals(spec: Matrix, answer: Chosen): Total[] {
  const [of, [ask]] = [values(spec), levelAsks(spec)];
  const rows = [...spec.rows.map((row) => row.id), ...spec.own];
  const best = Math.max(...of.values());
  const found = (answer.options ?? []).map((option) => {
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
  return found.sort((a, b) => b.total - a.total);
}

export function served(spec: Matrix, answer: Chosen): Served[] {
  const [of, [ask]] = [values(spec), levelAsks(spec)];
  return spec.rows
    .map((row) => ({
      id: row.id,
      title: row.title,
      total: (answer.options ?? []).reduce(
        (sum, option) => sum + (of.get(option.marks?.[row.id]?.[ask] ?? "") ?? 0),
        0,
      ),
    }))
    .filter((row) => row.total)
    .sort((a, b) => b.total - a.total);
}

// For the outline: the learner's columns with their marks, highest total first; or the gaps to a target, the widest first.
export function derived(facts: Facts, answer: Answer): Columns | Gaps {
  if (facts.options) {
    const column = (total: Total) => {
      const { marks = {}, owner = "", evidence = "" } = answer.options!.find((one) => one.id === total.id)!;
      return { ...total, marks, owner, evidence };
    };
    return { options: totals(facts, answer).map(column) };
  }
  const title = (value: number) => facts.levels.find((one) => one.value === value)!.title;
  const up = urgent(facts, answer).filter((row) => row.gap > 0);
  return { up: up.map((one) => ({ ...one, today: title(one.value), to: title(one.target!) })) };
}
