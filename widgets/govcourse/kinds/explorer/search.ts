// What a filter and a search find among the cases.

import type { Case } from "./shapes";

// Without case and accents, so that "medellin" finds Medellín.
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const known = new WeakMap<Case, string>();
function textOf(one: Case): string {
  let text = known.get(one);
  if (text === undefined) {
    const results = one.results.flatMap((result) => [result.text, result.source]);
    const parts = [
      one.title,
      one.country,
      one.region,
      one.year,
      one.summary,
      one.context,
      one.done,
      one.lesson,
    ];
    text = plain([...parts, ...results, ...one.questions, ...one.techniques].join(" "));
    known.set(one, text);
  }
  return text;
}

const facetOf = ({ period, ...one }: Case, facet: string): string[] => {
  const facets: Record<string, unknown> = { ...one, year: period };
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
