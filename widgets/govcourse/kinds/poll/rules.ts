// Counts and shares of a poll, as rules.py; one file of worked examples tests both.

import type { Asked, Given, Tally } from "./shapes";

const said = (text: string | undefined) => (text ?? "").trim();

// What the rules need to know of a question.
type Question = Pick<Asked, "type" | "steps"> & { options: { id: string; open?: boolean }[] };

export const answered = (question: Question, given: Given = {}): boolean =>
  question.type === "open"
    ? !!said(given.text)
    : question.type === "scale"
      ? given.value != null
      : !!given.chosen?.length;

export function tally(question: Question, given: Given[]): Tally {
  const counted = given.filter((one) => answered(question, one));
  const n = counted.length;
  if (question.type === "open") return { n, bars: [], texts: counted.map((one) => said(one.text)) };
  const scale = question.type === "scale";
  const keys: string[] = scale
    ? Array.from({ length: question.steps }, (_, index) => String(index + 1))
    : question.options.map((option) => option.id);
  const chosen: string[][] = counted.map((one) => (scale ? [String(one.value)] : (one.chosen ?? [])));
  const bars = keys.map((id) => {
    const count = chosen.filter((one) => one.includes(id)).length;
    return { id, count, share: n ? count / n : 0 };
  });
  const open = question.options.filter((option) => option.open).map((option) => option.id);
  const opened = counted
    .filter((one) => open.some((id) => one.chosen?.includes(id)))
    .map((one) => said(one.text));
  return { n, bars, texts: opened.filter(Boolean) };
}
