// What another exercise offers, as a goal or a step of a plan, with all that came along and has room there.
import type { Say } from "../../runtime/outline";
import { listed } from "../../runtime/listed";
import { newId } from "../../ui/fields";
import type { Found } from "../feed";
import type { GivenGoal, Step } from "./shapes";

type Kept = Partial<Record<"evidence" | "owner", string>> &
  Partial<Pick<GivenGoal, "principles" | "sdgs" | "steps">>;

// What is not empty, as far as there is room.
const room = <Key extends string>(key: Key, texts: unknown[], most: number): { [K in Key]?: string } => {
  const text = texts.filter(Boolean).join("\n").slice(0, most);
  return (text ? { [key]: text } : {}) as { [K in Key]?: string };
};

export function stepOf({ name, keeps, origin }: Found): Step {
  const { evidence, owner } = keeps as Kept;
  return {
    id: newId(),
    step: name.slice(0, 3000),
    ...room("owner", [owner], 300),
    ...room("evidence", [evidence], 3000),
    origin,
  };
}

export function goalOf({ name, keeps, origin }: Found): GivenGoal {
  const { evidence, owner, principles, sdgs, steps } = keeps as Kept;
  return {
    id: newId(),
    title: name.slice(0, 300),
    ...room("evidence", [name.length > 300 && name, evidence], 3000), // a long name is whole there
    principles,
    sdgs,
    steps: steps ?? [{ id: newId(), ...room("owner", [owner], 300) }],
    origin,
  };
}

// How much of what came along.
export function kept(found: Found[], t: Say): string {
  const all = found.map(({ keeps }) => keeps as Kept);
  const steps = all.flatMap((one) => one.steps ?? []);
  const counts = {
    steps: steps.length,
    owners: [...steps, ...all].filter((one) => one.owner).length,
    dates: steps.filter((one) => one.end).length,
    principles: all.flatMap((one) => one.principles ?? []).length,
    sdgs: all.flatMap((one) => one.sdgs ?? []).length,
    evidence: all.filter((one) => one.evidence).length,
  };
  const list = Object.entries(counts).flatMap(([key, n]) => (n ? t(`kept_${key}`, { n }) : []));
  return list.length ? t("kept", { list: listed(t, list) }) : "";
}
