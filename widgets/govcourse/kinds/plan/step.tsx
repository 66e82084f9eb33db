// One action step with its seven components.
import type { HTMLAttributes } from "preact";
import { useMemo } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import { NumberField, TextField, newId } from "../../ui/fields";
import { Bring, From } from "../feed";
import type { Resources, Step, Told } from "./shapes";

export type Set<One> = (next: One, field?: string) => void;

// What makes something draggable: its grip, and the place where another one is dropped.
export interface Drag {
  grip: Pick<HTMLAttributes<HTMLElement>, "draggable" | "onDragStart" | "onDragEnd">;
  place: Pick<HTMLAttributes<HTMLElement>, "onDragOver" | "onDrop">;
}

interface StepProps {
  ex: Around<Told>;
  step: Step;
  number: string;
  first: boolean;
  last: boolean;
  drag: Drag;
  set: Set<Step>;
  remove: () => void;
  move: (by: number) => void;
}

export function StepForm({ ex, step, number, first, last, drag, set, remove, move }: StepProps) {
  const { t, spec } = ex;
  const about = useMemo(() => Object.fromEntries(spec.components.map((one) => [one.id, one])), []);
  const put =
    <Key extends keyof Step>(key: Key) =>
    (value: Step[Key]) =>
      set({ ...step, [key]: value }, `${key}-${step.id}`);
  const resources =
    <Key extends keyof Resources>(key: Key) =>
    (value: Resources[Key]) =>
      set({ ...step, resources: { ...step.resources, [key]: value } }, `${key}-${step.id}`);
  const wrongEnd =
    step.start && step.end && step.end < step.start ? t("check_ends_before_start_field") : undefined;
  return (
    <article class="gc-step" aria-label={t("step_n", { n: number })} {...drag.place}>
      <div class="gc-row" style={{ justifyContent: "space-between" }}>
        <h5 style={{ margin: 0 }}>{t("step_n", { n: number })}</h5>
        <div class="gc-row gc-noprint">
          <span class="gc-grip" aria-hidden="true" title={t("grip")} {...drag.grip}>
            ⠿
          </span>
          <button type="button" class="gc-plain" disabled={first} onClick={() => move(-1)}>
            {t("step_up", { n: number })}
          </button>
          <button type="button" class="gc-plain" disabled={last} onClick={() => move(1)}>
            {t("step_down", { n: number })}
          </button>
          <button type="button" class="gc-plain" onClick={remove}>
            {t("remove_step", { n: number })}
          </button>
        </div>
      </div>
      <div class="gc-stack">
        <From ex={ex} origin={step.origin} />
        <TextField
          label={about.step.title}
          hint={about.step.about}
          long
          max={3000}
          value={step.step}
          onValue={put("step")}
        />
        <div class="gc-grid">
          <TextField
            label={about.responsibility.title}
            hint={about.responsibility.about}
            max={300}
            value={step.responsibility}
            onValue={put("responsibility")}
          />
          <TextField
            label={t("support")}
            hint={t("support_hint")}
            max={300}
            value={step.support}
            onValue={put("support")}
          />
          <TextField
            label={about.ownership.title}
            hint={about.ownership.about}
            max={300}
            value={step.owner}
            onValue={put("owner")}
          />
        </div>
        <fieldset>
          <legend>{about.timeframe.title}</legend>
          <small>{about.timeframe.about}</small>
          <div class="gc-grid">
            <TextField type="date" label={t("start")} value={step.start} onValue={put("start")} />
            <TextField type="date" label={t("end")} value={step.end} onValue={put("end")} error={wrongEnd} />
          </div>
          <Rows
            rows={step.milestones ?? []}
            limit={30}
            add={t("add_milestone")}
            remove={t("remove_milestone")}
            onRows={put("milestones")}
            fields={[
              { key: "text", label: t("milestone") },
              { key: "date", label: t("date"), type: "date" },
            ]}
          />
        </fieldset>
        <fieldset>
          <legend>{about.resources.title}</legend>
          <small>{about.resources.about}</small>
          <div class="gc-grid">
            <NumberField
              t={t}
              label={t("money")}
              min={0}
              max={1e15}
              value={step.resources?.money}
              onValue={resources("money")}
            />
            <TextField
              label={t("currency")}
              max={300}
              value={step.resources?.currency}
              onValue={resources("currency")}
            />
            <TextField
              label={t("people_needed")}
              max={300}
              value={step.resources?.people}
              onValue={resources("people")}
            />
            <TextField
              label={t("other_resources")}
              max={3000}
              value={step.resources?.other}
              onValue={resources("other")}
            />
          </div>
        </fieldset>
        <fieldset>
          <legend>{about.kpis.title}</legend>
          <small>{about.kpis.about}</small>
          <Rows
            rows={step.kpis ?? []}
            limit={30}
            add={t("add_kpi")}
            remove={t("remove_kpi")}
            onRows={put("kpis")}
            fields={[
              { key: "text", label: t("kpi") },
              { key: "baseline", label: t("baseline") },
              { key: "target", label: t("target") },
              { key: "unit", label: t("unit") },
              { key: "date", label: t("by_date"), type: "date" },
            ]}
          />
        </fieldset>
        <TextField
          label={about.sharing.title}
          hint={about.sharing.about}
          long
          max={3000}
          value={step.sharing}
          onValue={put("sharing")}
        />
        <Bring
          ex={ex}
          into="sharing"
          taken={[]}
          onBring={(found) => {
            const fresh = found.map((one) => one.name).filter((name) => !step.sharing?.includes(name));
            put("sharing")([step.sharing, ...fresh].filter(Boolean).join("\n").slice(0, 3000));
          }}
        />
      </div>
    </article>
  );
}

interface RowsProps<Row> {
  rows: Row[];
  fields: { key: Exclude<keyof Row, "id"> & string; label: string; type?: "date" }[];
  limit: number;
  add: string;
  remove: string;
  onRows: (rows: Row[]) => void;
}

// Milestones, or key figures: texts beside each other, a row for each.
function Rows<Row extends { id: string }>({ rows, fields, limit, add, remove, onRows }: RowsProps<Row>) {
  return (
    <>
      {rows.map((row) => (
        <div class="gc-sub" key={row.id}>
          <div class="gc-grid">
            {fields.map((field) => (
              <TextField
                key={field.key}
                label={field.label}
                type={field.type}
                max={300}
                value={row[field.key] as string | undefined}
                onValue={(value) =>
                  onRows(rows.map((one) => (one.id === row.id ? { ...one, [field.key]: value } : one)))
                }
              />
            ))}
          </div>
          <button
            type="button"
            class="gc-plain gc-noprint"
            onClick={() => onRows(rows.filter((one) => one.id !== row.id))}
          >
            {remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        class="gc-noprint"
        style={{ marginTop: "0.5rem" }}
        disabled={rows.length >= limit}
        onClick={() => onRows([...rows, { id: newId() } as Row])}
      >
        {add}
      </button>
    </>
  );
}
