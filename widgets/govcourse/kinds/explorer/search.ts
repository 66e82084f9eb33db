// What a filter and a search find among the cases.

import { plain } from "../../runtime/plain";
import type { Case } from "./shapes";

const known = new WeakMap<Case, string>();
function textOf(one: Case): string {
  let text = known.get(one);
  if (text === undefined) {
    const claims = [...one.problem, ...one.done, ...one.doubts];
    const results = one.results.map(({ unit, text }) => `${unit} ${text}`);
    const sources = one.bibliography.map(({ author, title }) => `${author} ${title}`);
    const places = [one.title, one.country, one.region, one.year];
    const ours = [one.summary, one.lesson, ...one.depends, ...one.transfer.map(({ text }) => text)];
    const said = [...claims.map(({ text }) => text), ...results, ...one.questions, ...one.techniques];
    text = plain([...places, ...ours, ...said, ...sources].join(" "));
    known.set(one, text);
  }
  return text;
}

// What a case is filed under: a field of its own, its decade, for whom it transfers, and who found its results.
const facetOf = ({ period, ...one }: Case, facet: string): string[] => {
  const facets: Record<string, unknown> = {
    ...one,
    year: period,
    transfer: one.transfer.map(({ context }) => context),
    evidence: [...new Set(one.results.map(({ evidence }) => evidence))],
  };
  return [facets[facet]].flat().filter(Boolean).map(String);
};

export function found(cases: Case[], words: string, chosen: Record<string, string>): Case[] {
  const asked = plain(words).split(/\s+/u).filter(Boolean);
  return cases.filter(
    (one) =>
      Object.entries(chosen).every(([facet, value]) => !value || facetOf(one, facet).includes(value)) &&
      asked.every((word) => textOf(one).includes(word)),
  );
}

const order = new Intl.Collator("en", { numeric: true });

// The values that a facet has among these cases, with how many have each.
export function valuesOf(facet: string, cases: Case[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const one of cases)
    for (const value of facetOf(one, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => order.compare(a.value, b.value));
}
