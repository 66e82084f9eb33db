// What can be read off an action plan, as rules.py; one file of worked examples tests both.

import type { Answer, Finding, Person, Step } from "./shapes";

const named = (text: string | undefined) => (text ?? "").trim();

export function advice(answer: Answer): Finding[] {
  const found: Finding[] = [];
  const owners = new Map<string, number>();
  let steps = 0;
  for (const goal of answer.goals ?? []) {
    const title = named(goal.title);
    if (!title) found.push({ code: "goal_untitled" });
    if (!goal.steps?.length) found.push({ code: "goal_without_steps", goal: title });
    for (const step of goal.steps ?? []) {
      steps += 1;
      const where = { goal: title, step: named(step.step) };
      for (const one of ofStep(step)) found.push({ ...where, ...one });
      const owner = named(step.owner);
      if (owner) owners.set(owner, (owners.get(owner) ?? 0) + 1);
    }
  }
  if (owners.size && steps >= 4) {
    const [name, count] = [...owners].reduce((best, one) => (one[1] > best[1] ? one : best));
    if (count / steps > 0.6) found.push({ code: "one_owner", name, count, all: steps });
  }
  return found;
}

// What matters most comes first.
const FIRST =
  "ends_before_start goal_untitled goal_without_steps step_empty no_owner no_responsible no_end no_kpi milestone_outside one_owner no_resources no_sharing";
export const ranked = (found: Finding[]): Finding[] => {
  const rank = ({ code }: Finding) => FIRST.indexOf(code) + 1 || 999;
  return [...found].sort((a, b) => rank(a) - rank(b));
};

// Of one step, as it is shown beside it: one that says nothing yet lacks nothing else.
export const adviceOf = (step: Step): Finding[] => {
  const found = ranked(ofStep(step));
  const empty = found.filter(({ code }) => code === "step_empty");
  return empty.length ? empty : found;
};

function ofStep(step: Step): Finding[] {
  const { start, end, milestones = [], resources = {} } = step;
  const checks: Record<string, boolean> = {
    step_empty: !named(step.step),
    no_responsible: !named(step.responsibility),
    no_owner: !named(step.owner),
    no_end: !end,
    ends_before_start: !!start && !!end && end < start,
    milestone_outside: milestones.some(
      ({ date }) => !!date && ((!!end && date > end) || (!!start && date < start)),
    ),
    no_resources: resources.money == null && !named(resources.people) && !named(resources.other),
    no_kpi: !step.kpis?.length,
    no_sharing: !named(step.sharing),
  };
  const kpis = (step.kpis ?? []).flatMap((kpi) =>
    (["baseline", "target", "unit", "date"] as const)
      .filter((part) => !named(kpi[part]))
      .map((part) => ({ code: `kpi_no_${part}`, kpi: named(kpi.text) })),
  );
  return [
    ...Object.keys(checks)
      .filter((code) => checks[code])
      .map((code) => ({ code })),
    ...kpis,
  ];
}

const later = (date: string | undefined, days: number): string | undefined => {
  const day = Date.parse(date!) + days * 86_400_000;
  return isNaN(day) ? date : new Date(day).toISOString().slice(0, 10);
};

// A step some days later, or earlier: its dates and its milestones keep their distance.
export const shifted = (step: Step, days: number): Step => ({
  ...step,
  start: later(step.start, days),
  end: later(step.end, days),
  milestones: step.milestones?.map((one) => ({ ...one, date: later(one.date, days) })),
});

export function byPerson(answer: Answer): Person[] {
  const people = new Map<string, Person>();
  for (const goal of answer.goals ?? [])
    for (const step of goal.steps ?? [])
      for (const [role, field] of [
        ["owns", "owner"],
        ["does", "responsibility"],
        ["supports", "support"],
      ] as const)
        for (const name of (step[field] ?? "").split(",").map(named).filter(Boolean)) {
          if (!people.has(name)) people.set(name, { name, owns: [], does: [], supports: [] });
          people.get(name)![role].push(named(step.step));
        }
  const count = (one: Person) => one.owns.length + one.does.length + one.supports.length;
  return [...people.values()].sort((a, b) => count(b) - count(a) || (a.name < b.name ? -1 : 1));
}
