// How far an answer has come, as `progress` in each kind's summary.py; tests compare them on all examples.
import { hasContent } from "../../host/shell";
import type { Doc } from "../../host/types";
import { levelAsks } from "../matrix/totals";
import { answered } from "../poll/tally";
import { right } from "../quiz/right";

export type Progress = [done: number, all: number];

const said = (text: unknown): boolean => typeof text === "string" && !!text.trim();
const count = (list: unknown[]): number => list.filter(Boolean).length;

const KINDS: Record<string, (brief: Doc, answer: Doc) => Progress> = {
  dtca: (brief, answer) => {
    const ids = brief.instrument.dimensions.flatMap((one: Doc) => one.statements.map((two: Doc) => two.id));
    const given: Doc[] = ids.map((id: string) => answer.items?.[id] ?? {});
    return [count(given.map((one) => one.value != null || one.dont_know)), ids.length];
  },
  sdg: (brief, answer) => {
    const notes = brief.questions.map((question: Doc) => said(answer.notes?.[question.id]));
    return [count([answer.goal, said(answer.pitch), ...notes]), notes.length + 2];
  },
  plot: (_, answer) => [Math.min(3, count((answer.items ?? []).map((item: Doc) => said(item.name)))), 3],
  plan: (_, answer) => {
    const steps = (answer.goals ?? []).flatMap((goal: Doc) => goal.steps ?? []);
    const whole = steps.map((step: Doc) => said(step.step) && said(step.owner) && step.end);
    return [count(whole), Math.max(1, steps.length)];
  },
  poll: (brief, answer) => [
    count(brief.asked.map((question: Doc) => answered(question, answer.answers?.[question.key]))),
    brief.asked.length,
  ],
  quiz: (brief, answer) => {
    const given = (question: Doc): Doc => answer.answers?.[question.id] ?? {};
    const done = brief.questions.map((one: Doc) => given(one).checked && right(one, given(one)));
    return [count(done), done.length];
  },
  whiteboard: (brief, answer) => {
    const steps = [(answer.notes ?? []).some((note: Doc) => said(note.text))];
    if (brief.votes) steps.push(Object.values(answer.votes ?? {}).some(Boolean));
    if (brief.comment_prompt) steps.push(Object.values(answer.comments ?? {}).some(said));
    return [count(steps), steps.length];
  },
  matrix: (brief, answer) => {
    const asks = levelAsks(brief);
    const marked = (cell: Doc = {}) => asks.some((ask) => cell[ask]);
    if (!brief.options)
      return [count(brief.rows.map((row: Doc) => marked(answer.cells?.[row.id]))), brief.rows.length];
    const filled = (answer.options ?? []).map(
      (option: Doc) => said(option.title) && Object.values<Doc>(option.marks ?? {}).some(marked),
    );
    return [Math.min(count(filled), brief.options.at_least), brief.options.at_least];
  },
  canvas: (brief, answer) => [
    count(brief.fields.map((field: Doc) => said(answer.fields?.[field.id]))),
    brief.fields.length,
  ],
  explorer: (_, answer) => [Math.min(1, Object.keys(answer.saved ?? {}).length), 1],
  workspace: (brief, answer) => {
    const begun = (stage: Doc = {}) =>
      (stage.notes ?? []).some((note: Doc) => said(note.text)) ||
      (stage.forms ?? []).some((form: Doc) => form.photo || Object.values(form.fields ?? {}).some(said));
    return [count(brief.stages.map((stage: Doc) => begun(answer.stages?.[stage.id]))), brief.stages.length];
  },
  debrief: (brief, answer) => {
    const done = new Set(brief.steps.filter((step: Doc) => said(answer.notes?.[step.id])));
    if (answer.carried?.length) done.add(brief.steps.at(-1));
    return [done.size, brief.steps.length];
  },
};

export const progress = (brief: Doc, answer: Doc): Progress => KINDS[brief.kind](brief, answer);

// "open", "begun" or "done": what a learner sees of it.
export function state(brief: Doc, answer: Doc): "open" | "begun" | "done" {
  const [done, all] = progress(brief, answer);
  return done >= all ? "done" : done || hasContent(answer) ? "begun" : "open";
}

// Which of the required activities count, as `complete` in summary.py.
export function complete(
  rule: Doc,
  shares: Record<string, Progress>,
): { counted: string[]; need: number; earned: boolean } {
  const counted = rule.required.filter(
    (id: string) => shares[id] && shares[id][0] * 100 >= rule.share * shares[id][1],
  );
  return { counted, need: rule.at_least, earned: counted.length >= rule.at_least };
}
