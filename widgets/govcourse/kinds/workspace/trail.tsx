// The whole trail read back: what was collected, chosen and worked out in each stage, and the way through them.
import type { Exercise } from "../../runtime/exercise";
import type { Doc } from "../../runtime/types";

export function Trail({ ex, answer }: { ex: Exercise; answer: Doc }) {
  const { t, spec, host } = ex;
  const stages = spec.stages.filter(
    (stage: Doc) => answer.stages?.[stage.id]?.notes?.length || answer.stages?.[stage.id]?.forms?.length,
  );
  const title = (id: string) => spec.stages.find((stage: Doc) => stage.id === id)?.title;
  const date = (iso: string) => (iso ? new Date(`${iso}T12:00`).toLocaleDateString(host.language) : "");
  if (!stages.length) return <p class="gc-card">{spec.empty}</p>;
  return (
    <div class="gc-stack">
      {stages.map((stage: Doc) => {
        const { notes = [], forms = [] } = answer.stages[stage.id];
        const tag = (note: Doc) => stage.tags.find((one: Doc) => one.id === note.tag)?.title;
        const line = (note: Doc) => (
          <li>
            {note.text} {tag(note) && <small>{tag(note)}</small>}
          </li>
        );
        const best = notes.filter((note: Doc) => note.chosen);
        return (
          <section class="gc-card">
            <h4>{stage.title}</h4>
            {best.length > 0 && (
              <>
                <h5>{t("chosen")}</h5>
                <ul>{best.map(line)}</ul>
              </>
            )}
            {forms.map((form: Doc, index: number) => (
              <>
                <h5>{t("form_n", { item: stage.form.item, n: index + 1 })}</h5>
                <dl>
                  {stage.form.fields
                    .filter((field: Doc) => form.fields?.[field.id])
                    .map((field: Doc) => (
                      <>
                        <dt>{field.title}</dt>
                        <dd>{form.fields[field.id]}</dd>
                      </>
                    ))}
                </dl>
                {form.photo && <img class="gc-photo" src={form.photo} alt={form.alt || t("photo_no_alt")} />}
              </>
            ))}
            {notes.length > best.length && (
              <details open>
                <summary>{t("all_notes", { count: notes.length })}</summary>
                <ul>{notes.filter((note: Doc) => !note.chosen).map(line)}</ul>
              </details>
            )}
          </section>
        );
      })}
      {answer.moves?.length > 0 && (
        <section class="gc-card">
          <h4>{t("way")}</h4>
          <ol>
            {answer.moves.map((move: Doc) => (
              <li>{[date(move.date), title(move.to), move.why].filter(Boolean).join(" · ")}</li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
