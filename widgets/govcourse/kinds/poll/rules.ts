// Counts and shares of a poll, as rules.py; one file of worked examples tests both.
import type { Doc } from "../../runtime/types";

const said = (text: unknown) => (typeof text === "string" ? text.trim() : "");

export const answered = (question: Doc, given: Doc = {}): boolean =>
  question.type === "open"
    ? !!said(given.text)
    : question.type === "scale"
      ? given.value != null
      : !!given.chosen?.length;

export interface Tally {
  n: number;
  bars: { id: string; count: number; share: number }[];
  texts: string[];
}

export function tally(question: Doc, given: Doc[]): Tally {
  const counted = given.filter((one) => answered(question, one));
  const n = counted.length;
  if (question.type === "open") return { n, bars: [], texts: counted.map((one) => said(one.text)) };
  const scale = question.type === "scale";
  const keys: string[] = scale
    ? Array.from({ length: question.steps }, (_, index) => String(index + 1))
    : question.options.map((option: Doc) => option.id);
  const chosen: string[][] = counted.map((one) => (scale ? [String(one.value)] : one.chosen));
  const bars = keys.map((id) => {
    const count = chosen.filter((one) => one.includes(id)).length;
    return { id, count, share: n ? count / n : 0 };
  });
  const open = question.options.filter((option: Doc) => option.open).map((option: Doc) => option.id);
  const opened = counted
    .filter((one) => open.some((id: string) => one.chosen?.includes(id)))
    .map((one) => said(one.text));
  return { n, bars, texts: opened.filter(Boolean) };
}
