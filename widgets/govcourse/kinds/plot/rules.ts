// Quadrant, rank and expected value of a plot's items, as rules.py; one file of worked examples tests both.

import type { Item, Money, Ranked } from "./shapes";

export type Placed<One> = One & { x: number; y: number };
export const isPlaced = <One extends Pick<Item, "x" | "y">>(item: One): item is Placed<One> =>
  item.x != null && item.y != null;

// The place nearest to the middle that is free, so that nothing is piled up there.
export function freePlace(items: Item[]): { x: number; y: number } {
  const taken = items.filter(isPlaced);
  const away = (x: number, y: number) => taken.every((one) => Math.hypot(one.x - x, one.y - y) >= 9);
  for (let turn = 0; turn < 200; turn++) {
    const [far, angle] = [4 * Math.sqrt(turn), 2.4 * turn]; // a spiral that fills the plane evenly
    const [x, y] = [50 + far * Math.cos(angle), 50 + far * Math.sin(angle)].map(Math.round);
    if (Math.max(x, y) <= 100 && Math.min(x, y) >= 0 && away(x, y)) return { x, y };
  }
  return { x: 50, y: 50 };
}

export const side = (value: number): "high" | "low" => (value >= 50 ? "high" : "low");

// Costs are paid in any case; with a pilot, it is paid in any case and the rest where one goes on.
export function expected(money: Money = {}): number | null {
  const { benefits, costs, probability, pilot, go_on } = money;
  if (benefits == null || costs == null || probability == null) return null;
  const worth = probability * benefits - costs;
  return pilot == null || go_on == null ? worth : go_on * worth - pilot;
}

// The workshop's formula, which forgets what a failure costs.
export function byWorkshop(money: Money = {}): number | null {
  const { benefits, costs, probability } = money;
  return benefits == null || costs == null || probability == null ? null : (benefits - costs) * probability;
}

export function ranking(items: Item[], rule = "product"): Ranked[] {
  const ranked = items.filter(isPlaced).map((item): Ranked => {
    const { x, y } = item;
    const score = rule === "product" ? (x * y) / 100 : (x + y) / 2;
    const values = { expected: expected(item.money), by_workshop: byWorkshop(item.money) };
    return { ...item, x, y, score, quadrant: [side(x), side(y)], ...values };
  });
  const worth = (item: Ranked) => item.expected ?? -Infinity;
  return ranked.sort((a, b) => b.score - a.score || (worth(a) === worth(b) ? 0 : worth(b) - worth(a)));
}

// The names of those that money measures, by expected value and by the workshop's formula, where the two orders differ.
export function orders(ranked: Ranked[]): { expected: string[]; workshop: string[] } | null {
  const measured = ranked.filter((one) => one.expected !== null);
  const by = (value: "expected" | "by_workshop") => [...measured].sort((a, b) => b[value]! - a[value]!);
  const [ours, theirs] = [by("expected"), by("by_workshop")];
  const names = (order: Ranked[]) => order.map((one) => one.name ?? "");
  return ours.every((one, place) => one === theirs[place])
    ? null
    : { expected: names(ours), workshop: names(theirs) };
}
