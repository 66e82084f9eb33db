// The whole trail read back: what was collected, chosen and worked out in each stage, and the way through them.
import type { Around } from "../../runtime/exercise";
import { Photo } from "../photo";
import type { Answer, Note, Told } from "./shapes";
import { day } from "../../runtime/days";

export function Trail({ ex, answer }: { ex: Around<Told>; answer: Answer }) {
  const { t, spec, host } = ex;
  const stages = spec.stages.filter(
    (stage) => answer.stages?.[stage.id]?.notes?.length || answer.stages?.[stage.id]?.forms?.length,
  );
  const title = (id: string) => spec.stages.find((stage) => stage.id === id)?.title;
  const date = (iso?: string) => day(iso, host.language);
  const moves = answer.moves ?? [];
  if (!stages.length) return <p class="gc-card">{spec.empty}</p>;
  return (
    <div class="gc-stack">
      {stages.map((stage) => {
        const { notes = [], forms = [] } = answer.stages?.[stage.id] ?? {};
        const tag = (note: Note) => stage.tags.find((one) => one.id === note.tag)?.title;
        const line = (note: Note) => (
          <li>
            {note.text} {tag(note) && <small>{tag(note)}</small>}
          </li>
        );
        const best = notes.filter((note) => note.chosen);
        return (
          <section class="gc-card">
            <h4>{stage.title}</h4>
            {best.length > 0 && (
              <>
                <h5>{t("chosen")}</h5>
                <ul>{best.map(line)}</ul>
              </>
            )}
            {forms.map((form, index) => (
              <>
                <h5>{t("form_n", { item: stage.form!.item, n: index + 1 })}</h5>
                <dl>
                  {stage
                    .form!.fields.filter((field) => form.fields?.[field.id])
                    .map((field) => (
                      <>
                        <dt>{field.title}</dt>
                        <dd>{form.fields![field.id]}</dd>
                      </>
                    ))}
                </dl>
                {form.photo && <Photo src={form.photo} alt={form.alt || t("photo_no_alt")} />}
              </>
            ))}
            {notes.length > best.length && (
              <details open>
                <summary>{t("all_notes", { count: notes.length })}</summary>
                <ul>{notes.filter((note) => !note.chosen).map(line)}</ul>
              </details>
            )}
          </section>
        );
      })}
      {moves.length > 0 && (
        <section class="gc-card">
          <h4>{t("way")}</h4>
          <ol>
            {moves.map((move) => (
              <li>{[date(move.date), title(move.to), move.why].filter(Boolean).join(" · ")}</li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
