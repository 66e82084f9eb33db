// What an exercise offers to the next one: entries with a name, a note and where they come from.
import type { Exercise } from "../host/exercise";
import type { Doc } from "../host/types";
import { profile } from "./dtca/score";
import { levelAsks, totals, urgent } from "./matrix/totals";

export interface Found {
  name: string;
  note: string;
  origin: { activity: string; entry: string };
}

type Offer = [entry: string, name: string, note?: string];
type T = Exercise["t"];

const said = (text: unknown): string => (typeof text === "string" ? text.trim() : "");
const joined = (parts: unknown[]): string => parts.map(said).filter(Boolean).join("; ");

const KINDS: Record<string, (source: Doc, answer: Doc, t: T) => Offer[]> = {
  dtca: (source, answer, t) =>
    profile(answer, source.instrument).gaps.map((gap) => [
      gap.id,
      t("bring_gap", { dimension: gap.title }),
      t("bring_gap_note", { today: gap.mean!.toFixed(1), target: gap.target! }),
    ]),
  debrief: (_, answer) => (answer.carried ?? []).map((gap: Doc) => [gap.id, gap.name, gap.note]),
  plot: (_, answer) =>
    (answer.items ?? []).map((item: Doc) => [item.id, item.name, joined(Object.values(item.fields ?? {}))]),
  plan: (_, answer) =>
    (answer.goals ?? []).map((goal: Doc) => [
      goal.id,
      goal.title,
      joined((goal.steps ?? []).map((step: Doc) => step.step)),
    ]),
  whiteboard: (_, answer) => {
    const votes = answer.votes ?? {};
    const titles = new Map<string, string>(
      (answer.groups ?? []).map((group: Doc) => [group.id, group.title]),
    );
    const notes = [...(answer.notes ?? [])].sort((a, b) => (votes[b.id] ?? 0) - (votes[a.id] ?? 0));
    const best = notes.filter((note) => votes[note.id]);
    return (best.length ? best : notes).map((note) => [note.id, note.text, titles.get(note.group)]);
  },
  workspace: (source, answer) =>
    source.stages
      .filter((stage: Doc) => stage.offers)
      .flatMap((stage: Doc) =>
        (answer.stages?.[stage.id]?.notes ?? [])
          .filter((note: Doc) => note.chosen)
          .map((note: Doc) => [note.id, note.text, stage.title]),
      ),
  // A canvas with slides offers a page at a time: what stands first is the name, the rest the note.
  canvas: (source, answer) => {
    const text = (id: string) => said(answer.fields?.[id]);
    if (source.slides)
      return source.slides.pages.map((page: Doc) => [
        page.fields[0],
        text(page.fields[0]),
        joined(page.fields.slice(1).map(text)),
      ]);
    return source.fields.map((field: Doc) => [field.id, text(field.id), field.title]);
  },
  // Options with the best total first; else the gaps to a target, the widest first, or the step up that was written.
  matrix: (source, answer, t) => {
    if (source.options)
      return totals(source, answer).map((one) => [
        one.id,
        one.title,
        source.weights ? t("bring_total", { total: one.total }) : "",
      ]);
    const last = source.asks.at(-1);
    const title = (value: number | null) => source.levels.find((level: Doc) => level.value === value).title;
    if (levelAsks(source).length > 1)
      return urgent(source, answer)
        .filter((row) => row.gap > 0)
        .map((row) => [
          row.id,
          t("bring_level", { row: row.title, to: title(row.target) }),
          t("bring_today", { today: title(row.value) }),
        ]);
    return last.type === "text"
      ? source.rows.map((row: Doc): Offer => [row.id, said(answer.cells?.[row.id]?.[last.id]), row.title])
      : [];
  },
};

export function offers(source: Doc, answer: Doc, t: T): Found[] {
  return (KINDS[source.kind]?.(source, answer, t) ?? [])
    .filter(([, name]) => said(name))
    .map(([entry, name, note]) => ({
      name: said(name),
      note: said(note),
      origin: { activity: source.id, entry },
    }));
}
