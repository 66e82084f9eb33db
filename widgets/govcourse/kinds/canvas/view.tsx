// The canvas: named fields, arranged as the workshop's diagram on wide screens and in reading order on narrow ones.
import type { ComponentChildren } from "preact";
import type { Around } from "../../runtime/exercise";
import { Fields, TextField } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { Bring, From } from "../feed";
import { Moves, current } from "../stage_history";
import { Present } from "./present";
import css from "./view.css";
import type { Answer, CanvasField as Field, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(judged(View), css);

function View(props: Props) {
  const { ex, answer, change, readOnly } = props;
  const { t, spec } = ex;
  const filled = spec.fields.filter((field) => answer.fields?.[field.id]?.trim()).length;
  const minutes = spec.fields.reduce((sum, field) => sum + (field.minutes ?? 0), 0);
  const loose = spec.fields.filter((field) => !field.group);
  const areas = spec.diagram.map((line) => `"${line}"`).join(" ");
  const stages = spec.fields.filter((field) => spec.stages.includes(field.id));
  const field = (one: Field) => <CanvasField key={one.id} {...props} field={one} />;
  return (
    <div class="gc-stack">
      {stages.length > 0 && (
        <Moves
          {...{ ex, stages, moves: answer.moves ?? [], locked: readOnly }}
          setMoves={(moves) => change({ ...answer, moves })}
        />
      )}
      <Fields ex={ex} locked={readOnly}>
        <div class="gc-stack">
          {loose.length > 0 && <div class="gc-fields gc-inplace">{loose.map(field)}</div>}
          <div class={`gc-canvas${areas ? " diagram" : ""}`} style={areas ? { "--areas": areas } : undefined}>
            {spec.groups.map((group) => (
              <section
                key={group.id}
                class="gc-area"
                style={areas ? { "--area": group.id } : undefined}
                aria-label={group.title}
              >
                <h4>
                  {group.title}
                  {group.about && <small>{group.about}</small>}
                </h4>
                <Group
                  across={group.across}
                  fields={spec.fields.filter((one) => one.group === group.id)}
                  field={field}
                />
              </section>
            ))}
          </div>
        </div>
      </Fields>
      <p class="gc-note" role="status">
        {t("filled", { count: filled, all: spec.fields.length })}
        {minutes > 0 && ` ${t("minutes_in_all", { minutes })}`}
      </p>
      {spec.slides && <Present {...props} told={spec.slides} />}
    </div>
  );
}

// The fields of a group; beside each other in threes or twos, as they come out even.
function Group(props: { across: boolean; fields: Field[]; field: (one: Field) => ComponentChildren }) {
  const { across, fields, field } = props;
  const columns = across ? ` by-${fields.length % 3 ? Math.min(2, fields.length) : 3}` : "";
  return <div class={`gc-fields gc-inplace${columns}`}>{fields.map(field)}</div>;
}

function CanvasField({ ex, answer, change, field }: Props & { field: Field }) {
  const { t, spec } = ex;
  const text: string = answer.fields?.[field.id] ?? "";
  const origins = answer.origins?.[field.id] ?? [];
  const marks: Record<string, boolean> = answer.marks ?? {};
  const full = Object.values(marks).filter(Boolean).length >= (spec.mark?.limit ?? 0);
  const here = spec.stages.length > 0 && spec.stages[current(answer.moves ?? [], stageList(ex))] === field.id;
  return (
    <div
      class={`gc-canvas-field${text ? " filled" : ""}${marks[field.id] ? " marked" : ""}${here ? " here" : ""}`}
    >
      <TextField
        long
        max={3000}
        label={field.title}
        hint={field.minutes ? `${field.prompt} ${t("minutes", { minutes: field.minutes })}` : field.prompt}
        value={text}
        onValue={(value) => change({ ...answer, fields: { ...answer.fields, [field.id]: value } }, field.id)}
      />
      {origins.map((origin) => (
        <From ex={ex} origin={origin} />
      ))}
      {spec.markable.includes(field.id) && (
        <label class="gc-check">
          <input
            type="checkbox"
            checked={!!marks[field.id]}
            disabled={full && !marks[field.id]}
            onChange={(event) =>
              change({ ...answer, marks: { ...marks, [field.id]: event.currentTarget.checked } })
            }
          />
          <span>
            {spec.mark?.title}
            <span class="gc-hidden"> {field.title}</span>
          </span>
        </label>
      )}
      <Bring
        ex={ex}
        into={field.id}
        taken={origins}
        onBring={(found) => {
          const lines = found.map((one) => (one.note ? `${one.name} (${one.note})` : one.name));
          change({
            ...answer,
            fields: {
              ...answer.fields,
              [field.id]: [text, ...lines]
                .filter((line) => line.trim())
                .join("\n")
                .slice(0, 3000),
            },
            origins: {
              ...answer.origins,
              [field.id]: [...origins, ...found.map((one) => one.origin)].slice(-40),
            },
          });
        }}
      />
    </div>
  );
}

const stageList = (ex: Around<Told>) => ex.spec.fields.filter((field) => ex.spec.stages.includes(field.id));
