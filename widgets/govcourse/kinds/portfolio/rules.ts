// Which of the required activities count towards the certificate, as `complete` in rules.py; tests compare both.
import type { Progress } from "../../runtime/outline";

export interface Rule {
  required: string[];
  share: number; // per cent
  at_least: number;
}

export function complete(
  rule: Rule,
  shares: Record<string, Progress>,
): { counted: string[]; need: number; earned: boolean } {
  const counted = rule.required.filter(
    (id) => shares[id] && shares[id][0] * 100 >= rule.share * shares[id][1],
  );
  return { counted, need: rule.at_least, earned: counted.length >= rule.at_least };
}
