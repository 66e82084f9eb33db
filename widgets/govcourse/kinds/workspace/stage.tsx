// One stage: first divergent, with judgement suspended and a timer; then convergent: group, dots, choose, work out.
import type { Around } from "../../runtime/exercise";
import { Add } from "../../ui/add";
import { TextField, changed, newId } from "../../ui/fields";
import { Steps } from "../../ui/marks";
import { Timer } from "../../ui/timer";
import { NoteList, Themes } from "../notes";
import { PhotoField } from "./photo";
import type { Form, GivenForm, GivenStage, Note, Stage, Told } from "./shapes";

type Set = (values: GivenStage, field?: string) => void;

export function StageView({
  ex,
  stage,
  held,
  set,
}: {
  ex: Around<Told>;
  stage: Stage;
  held: GivenStage;
  set: Set;
}) {
  const { t, spec } = ex;
  const notes = held.notes ?? [];
  const groups = held.groups ?? [];
  const converging = !!held.converging;
  const left = spec.votes - notes.reduce((sum, note) => sum + (note.votes ?? 0), 0);
  const chosen = notes.filter((note) => note.chosen).length;
  const edit = (note: Note, values: Partial<Note>, field = "") =>
    set({ notes: changed(notes, note.id, values) }, field);
  return (
    <section class="gc-stack" aria-label={stage.title}>
      <h4>{stage.title}</h4>
      <p>{stage.about}</p>
      <div class="gc-phase" data-phase={converging ? "converge" : "diverge"}>
        <Steps
          steps={["diverge", "converge"].map((id) => ({ id, title: t(id) }))}
          at={converging ? "converge" : "diverge"}
          go={(id) => set({ converging: id === "converge" })}
        />
        <p>{converging ? stage.converge : stage.diverge}</p>
        {!converging && <Timer ex={ex} title={t("diverge")} limit={Math.ceil(stage.minutes / 2) * 60} />}
      </div>
      {!converging && (
        <Add
          label={stage.note}
          max={1000}
          button={t("note_add")}
          starts={stage.starts}
          full={notes.length >= 200}
          add={(text) => set({ notes: [...notes, { id: newId(), text: text.slice(0, 1000) }] })}
        />
      )}
      {converging && notes.length > 0 && (
        <Themes
          {...{ ex, groups }}
          set={(next, field) => {
            const known = new Set(next.map((group) => group.id));
            const kept = notes.map((note) => (known.has(note.group ?? "") ? note : { ...note, group: "" }));
            set({ groups: next, notes: kept }, field);
          }}
        />
      )}
      {converging && notes.length > 0 && (
        <p class="gc-label" role="status">
          {t("dots_left", { left })} {t("choose_count", { chosen, choose: stage.choose })}
        </p>
      )}
      {!notes.length && <p class="gc-card">{t("stage_empty")}</p>}
      <NoteList
        {...{ ex, notes, edit }}
        groups={converging ? groups : []}
        tags={stage.tags}
        group={(note, group) => edit(note, { group })}
        dots={
          converging
            ? { of: (note) => note.votes ?? 0, left, set: (note, votes) => edit(note, { votes }) }
            : undefined
        }
        choose={
          converging
            ? { full: chosen >= stage.choose, set: (note, on) => edit(note, { chosen: on }) }
            : undefined
        }
        arrange={(next) => set({ notes: next })}
        remove={(note) => set({ notes: notes.filter((one) => one.id !== note.id) })}
      />
      {converging && stage.form && <Forms {...{ ex, form: stage.form, held, set }} />}
    </section>
  );
}

function Forms({ ex, form, held, set }: { ex: Around<Told>; form: Form; held: GivenStage; set: Set }) {
  const { t } = ex;
  const forms = held.forms ?? [];
  const { item, at_most, fields, photo } = form;
  const put = (form: GivenForm, values: Partial<GivenForm>, field = "") =>
    set({ forms: changed(forms, form.id, values) }, field);
  return (
    <>
      {forms.map((form, index) => (
        <fieldset class="gc-form gc-stack" key={form.id}>
          <legend>{t("form_n", { item, n: index + 1 })}</legend>
          <div class="gc-grid">
            {fields.map((field) => (
              <TextField
                key={field.id}
                label={field.title}
                hint={field.about}
                long
                max={3000}
                value={form.fields?.[field.id]}
                onValue={(value) =>
                  put(form, { fields: { ...form.fields, [field.id]: value } }, `${form.id}-${field.id}`)
                }
              />
            ))}
          </div>
          {photo && <PhotoField {...{ ex, form }} put={(values, field) => put(form, values, field)} />}
          <button
            type="button"
            class="gc-plain gc-noprint"
            onClick={() => set({ forms: forms.filter((one) => one.id !== form.id) })}
          >
            {t("form_remove", { item, n: index + 1 })}
          </button>
        </fieldset>
      ))}
      {forms.length < at_most && (
        <button
          type="button"
          class="gc-noprint"
          onClick={() => set({ forms: [...forms, { id: newId(), fields: {} }] })}
        >
          {t("form_add", { item })}
        </button>
      )}
    </>
  );
}
