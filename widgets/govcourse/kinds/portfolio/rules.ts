// Which of the required activities count towards the certificate, as `complete` in rules.py; tests compare both.
import type { Progress } from "../../runtime/outline";
import type { Earned } from "../../runtime/shapes";
import type { Certificate } from "./shapes";

type Rule = Pick<Certificate, "required" | "share" | "at_least">;

export function complete(rule: Rule, shares: Record<string, Progress>): Earned {
  const counted = rule.required.filter(
    (id) => shares[id] && shares[id][0] * 100 >= rule.share * shares[id][1],
  );
  return { counted, need: rule.at_least, earned: counted.length >= rule.at_least };
}
