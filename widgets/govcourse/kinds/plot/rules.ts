// Quadrant, rank and net value of a plot's items, as rules.py; one file of worked examples tests both.

import type { Item, Money, Ranked } from "./shapes";

export const side = (value: number): "high" | "low" => (value >= 50 ? "high" : "low");

export function netValue(money: Money = {}): number | null {
  const { benefits, costs, probability } = money;
  return benefits == null || costs == null || probability == null ? null : (benefits - costs) * probability;
}

export function ranking(items: Item[], rule = "product"): Ranked[] {
  const ranked = items.map((item): Ranked => {
    const { x = 50, y = 50 } = item;
    const score = rule === "product" ? (x * y) / 100 : (x + y) / 2;
    return { ...item, x, y, score, quadrant: [side(x), side(y)], net: netValue(item.money) };
  });
  const net = (item: Ranked) => item.net ?? -Infinity;
  return ranked.sort((a, b) => b.score - a.score || (net(a) === net(b) ? 0 : net(b) - net(a)));
}
