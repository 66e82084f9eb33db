// An answer as one reads it back: headings with lines, in the order of its activity.
import type { Exercise } from "../../host/exercise";
import type { Doc } from "../../host/types";
import { profile as scores } from "../dtca/score";
import { levelAsks, totals } from "../matrix/totals";
import { answered } from "../poll/tally";
import { right } from "../quiz/right";

export interface Line {
  label?: string;
  text: string;
  image?: string;
}
export interface Block {
  title?: string;
  lines: Line[];
}
type T = Exercise["t"];

const lines = (pairs: [string | undefined, unknown][]): Line[] =>
  pairs
    .filter(([, text]) => String(text ?? "").trim())
    .map(([label, text]) => ({ label, text: String(text) }));
const titleIn = (list: Doc[], id: string): string => list.find((one) => one.id === id)?.title ?? id;

const KINDS: Record<string, (brief: Doc, answer: Doc, t: T) => Block[]> = {
  dtca: (brief, answer, t) => [
    {
      lines: scores(answer, brief.instrument)
        .rows.filter((row) => row.answered)
        .map((row) => ({
          label: row.title,
          text: t("digest_score", { mean: row.mean?.toFixed(1) ?? "–", target: row.target ?? "–" }),
        })),
    },
    {
      title: t("digest_comments"),
      lines: lines(
        brief.instrument.dimensions
          .flatMap((one: Doc) => one.statements)
          .map((one: Doc) => [one.text, answer.items?.[one.id]?.comment]),
      ),
    },
  ],
  sdg: (brief, answer, t) => [
    {
      lines: lines([
        [t("digest_goal"), answer.goal ? `${answer.goal}. ${brief.goals[answer.goal - 1]?.title}` : ""],
        ...brief.questions.map((one: Doc): [string, unknown] => [one.title, answer.notes?.[one.id]]),
        [t("digest_pitch"), answer.pitch],
      ]),
    },
  ],
  plot: (brief, answer) =>
    (answer.items ?? []).map((item: Doc) => ({
      title: item.name,
      lines: lines([
        [brief.x.title, Math.round(item.x ?? 50)],
        [brief.y.title, Math.round(item.y ?? 50)],
        ...brief.fields.map((field: Doc): [string, unknown] => [field.title, item.fields?.[field.id]]),
      ]),
    })),
  plan: (_, answer, t) =>
    (answer.goals ?? []).map((goal: Doc) => ({
      title: goal.title,
      lines: (goal.steps ?? []).map((step: Doc) => ({
        text: step.step || t("untitled"),
        label: [step.owner, step.end].filter(Boolean).join(", "),
      })),
    })),
  poll: (brief, answer) => [
    {
      lines: brief.asked
        .filter((one: Doc) => answered(one, answer.answers?.[one.key]))
        .map((one: Doc) => {
          const given = answer.answers[one.key];
          const chosen = (given.chosen ?? []).map((id: string) => titleIn(one.options, id));
          return { label: one.text, text: [...chosen, given.value, given.text].filter(Boolean).join("; ") };
        }),
    },
  ],
  quiz: (brief, answer, t) => [
    {
      lines: brief.questions
        .filter((one: Doc) => answer.answers?.[one.id]?.checked)
        .map((one: Doc) => ({
          label: one.text,
          text: t(right(one, answer.answers[one.id]) ? "digest_right" : "digest_wrong"),
        })),
    },
  ],
  whiteboard: (_, answer) => {
    const groups: Doc[] = answer.groups ?? [];
    return [
      {
        lines: (answer.notes ?? []).map((note: Doc) => ({
          label: note.group ? titleIn(groups, note.group) : "",
          text: `${note.text}${answer.votes?.[note.id] ? ` ${"●".repeat(answer.votes[note.id])}` : ""}`,
        })),
      },
      { lines: Object.values(answer.comments ?? {}).map((text) => ({ text: String(text) })) },
    ];
  },
  matrix: (brief, answer, t) => {
    const heads = lines(brief.heads.map((head: Doc) => [head.title, answer.heads?.[head.id]]));
    if (brief.options) {
      const asks = levelAsks(brief);
      return [
        { lines: heads },
        ...totals(brief, answer).map((one): Block => {
          const marks = answer.options.find((option: Doc) => option.id === one.id).marks ?? {};
          return {
            title: one.title,
            lines: [
              ...lines(
                brief.rows.map((row: Doc) => [
                  row.title,
                  marks[row.id]?.[asks[0]] && titleIn(brief.levels, marks[row.id][asks[0]]),
                ]),
              ),
              ...(brief.weights ? [{ label: t("digest_total"), text: `${one.total} / ${one.most}` }] : []),
            ],
          };
        }),
      ];
    }
    const value = (ask: Doc, cell: Doc) =>
      ask.type === "level" ? cell[ask.id] && titleIn(brief.levels, cell[ask.id]) : cell[ask.id];
    return [
      { lines: heads },
      ...brief.rows
        .filter((row: Doc) => answer.cells?.[row.id])
        .map((row: Doc) => ({
          title: row.title,
          lines: lines(brief.asks.map((ask: Doc) => [ask.title, value(ask, answer.cells[row.id])])),
        })),
    ];
  },
  canvas: (brief, answer) => [
    { lines: lines(brief.fields.map((field: Doc) => [field.title, answer.fields?.[field.id]])) },
    {
      lines: (answer.moves ?? []).map((move: Doc) => ({
        label: [move.date, titleIn(brief.fields, move.to)].filter(Boolean).join(" · "),
        text: move.why || "→",
      })),
    },
  ],
  explorer: (brief, answer) => [
    {
      lines: Object.entries(answer.saved ?? {}).map(([id, note]) => ({
        label: titleIn(brief.cases, id),
        text: String(note || "✓"),
      })),
    },
  ],
  workspace: (brief, answer) =>
    brief.stages
      .filter((stage: Doc) => answer.stages?.[stage.id])
      .map((stage: Doc) => {
        const { notes = [], forms = [] } = answer.stages[stage.id];
        return {
          title: stage.title,
          lines: [
            ...notes.map((note: Doc) => ({ text: `${note.chosen ? "✓ " : ""}${note.text}` })),
            ...forms.flatMap((form: Doc) => [
              ...lines(
                (stage.form?.fields ?? []).map((field: Doc) => [field.title, form.fields?.[field.id]]),
              ),
              ...(form.photo ? [{ text: form.alt || stage.form.item, image: form.photo }] : []),
            ]),
          ],
        };
      }),
  debrief: (brief, answer) => [
    { lines: lines(brief.steps.map((step: Doc) => [step.prompt, answer.notes?.[step.id]])) },
    { lines: (answer.carried ?? []).map((gap: Doc) => ({ label: gap.name, text: gap.note || "✓" })) },
  ],
};

export function digest(brief: Doc, answer: Doc, t: T): Block[] {
  return KINDS[brief.kind](brief, answer, t).filter((block) => block.lines.length || block.title);
}
