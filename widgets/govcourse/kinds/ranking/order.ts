// Putting things in order two at a time: where a thing goes is found by halving, so each answer says the most.

// The candidate goes between `low` and `high` of the order as it stands.
export interface Search {
  candidate: string;
  low: number;
  high: number;
}

export const begin = (candidate: string, length: number): Search => ({ candidate, low: 0, high: length });

// The place that is asked about next; null once the candidate's place is known (it is `low`).
export const asked = ({ low, high }: Search): number | null => (low < high ? (low + high) >> 1 : null);

export function answered(search: Search, candidateFirst: boolean): Search {
  const at = asked(search)!;
  return candidateFirst ? { ...search, high: at } : { ...search, low: at + 1 };
}

// How many questions there are still to ask at most.
export const left = ({ low, high }: Search): number => Math.ceil(Math.log2(high - low + 1));
