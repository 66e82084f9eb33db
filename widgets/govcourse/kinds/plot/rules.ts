// Quadrant, rank and net value of a plot's items, as rules.py; one file of worked examples tests both.
import type { Doc } from "../../runtime/types";

export const side = (value: number) => (value >= 50 ? "high" : "low");

export function netValue(money: Doc = {}): number | null {
  const { benefits, costs, probability } = money;
  return benefits == null || costs == null || probability == null ? null : (benefits - costs) * probability;
}

export function ranking(items: Doc[], rule = "product"): Doc[] {
  const ranked = items.map((item): Doc => {
    const { x = 50, y = 50 } = item;
    const score = rule === "product" ? (x * y) / 100 : (x + y) / 2;
    return { ...item, x, y, score, quadrant: [side(x), side(y)], net: netValue(item.money) };
  });
  const net = (item: Doc) => item.net ?? -Infinity;
  return ranked.sort((a, b) => b.score - a.score || (net(a) === net(b) ? 0 : net(b) - net(a)));
}
