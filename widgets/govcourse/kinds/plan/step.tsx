// One action step with its seven components, each with what it lacks.
import type { ComponentChildren, HTMLAttributes } from "preact";
import type { Around } from "../../runtime/exercise";
import { NumberField, TextField, newId } from "../../ui/fields";
import { Icon } from "../../ui/icon";
import { Bring } from "../feed";
import { adviceOf } from "./rules";
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
  last: number; // the place of the last one
  at: number;
  set: Set<Step>;
  remove: () => void;
  move: (by: number) => void;
}

type Texts<Of> = { [Key in keyof Of]-?: Of[Key] extends string | undefined ? Key : never }[keyof Of] & string;

export function StepForm({ ex, step, number: n, last, at, set, remove, move }: StepProps) {
  const { t, spec } = ex;
  const { resources } = step;
  const about = (id: string) => spec.components.find((one) => one.id === id)!;
  const put = (values: Partial<Step>) => set({ ...step, ...values }, `${Object.keys(values)}-${step.id}`);
  const found = adviceOf(step);
  const lacks = (codes: RegExp) =>
    found
      .filter(({ code }) => codes.test(code))
      .map(({ code, kpi }) => (
        <p class="gc-advice" key={code + kpi}>
          <Icon name="bad" />
          <span>
            {kpi && `${kpi}: `}
            <strong>{t(`mark_${code}`)}.</strong> {t(`why_${code}`)}
          </span>
        </p>
      ));
  const line = (key: Texts<Step>, label: string, hint?: string, long?: boolean) => (
    <TextField
      {...{ label, hint, long }}
      max={long ? 3000 : 300}
      value={step[key]}
      onValue={(text) => put({ [key]: text })}
    />
  );
  const day = (key: "start" | "end", error?: string | false) => (
    <TextField
      type="date"
      label={t(key)}
      value={step[key]}
      error={error || undefined}
      onValue={(date) => put({ [key]: date })}
    />
  );
  const means = (key: Texts<Resources>, label: string) => (
    <TextField
      label={t(label)}
      max={key === "other" ? 3000 : 300}
      value={resources?.[key]}
      onValue={(text) => put({ resources: { ...resources, [key]: text } })}
    />
  );
  const component = (id: string, codes: RegExp, fields: ComponentChildren) => (
    <fieldset>
      <legend>{about(id).title}</legend>
      <small>{about(id).about}</small>
      {fields}
      {lacks(codes)}
    </fieldset>
  );
  const own = (id: string) => [about(id).title, about(id).about] as const;
  return (
    <>
      <div class="gc-stack">
        {line("step", ...own("step"), true)}
        {lacks(/empty/)}
        <div class="gc-grid">
          {line("responsibility", ...own("responsibility"))}
          {line("support", t("support"), t("support_hint"))}
          {line("owner", ...own("ownership"))}
        </div>
        {lacks(/owner|responsible/)}
        {component(
          "timeframe",
          /end|outside/,
          <>
            <div class="gc-grid">
              {day("start")}
              {day(
                "end",
                step.start && step.end && step.end < step.start && t("check_ends_before_start_field"),
              )}
            </div>
            <Rows
              t={t}
              name="milestone"
              rows={step.milestones ?? []}
              onRows={(milestones) => put({ milestones })}
              fields={{ text: "milestone", date: "date" }}
            />
          </>,
        )}
        {component(
          "resources",
          /resources/,
          <div class="gc-grid">
            <NumberField
              t={t}
              label={t("money")}
              min={0}
              max={1e15}
              value={resources?.money}
              onValue={(money) => put({ resources: { ...resources, money } })}
            />
            {means("currency", "currency")}
            {means("people", "people_needed")}
            {means("other", "other_resources")}
          </div>,
        )}
        {component(
          "kpis",
          /kpi/,
          <Rows
            t={t}
            name="kpi"
            rows={step.kpis ?? []}
            onRows={(kpis) => put({ kpis })}
            fields={{ text: "kpi", baseline: "baseline", target: "target", unit: "unit", date: "by_date" }}
          />,
        )}
        {step.evidence !== undefined && line("evidence", t("evidence"), undefined, true)}
        {line("sharing", ...own("sharing"), true)}
        {lacks(/sharing/)}
        <Bring
          ex={ex}
          into="sharing"
          taken={[]}
          onBring={(found) => {
            const fresh = found
              .filter(({ name }) => !step.sharing?.includes(name))
              .map(({ name, note }) => (note ? `${name} (${note})` : name));
            put({ sharing: [step.sharing, ...fresh].filter(Boolean).join("\n").slice(0, 3000) });
          }}
        />
      </div>
      <div class="gc-row">
        {["step_up", "step_down"].map((way, down) => (
          <button type="button" disabled={at === (down ? last : 0)} onClick={() => move(down || -1)}>
            {t(way, { n })}
          </button>
        ))}
        <button type="button" onClick={remove}>
          {t("remove_step", { n })}
        </button>
      </div>
    </>
  );
}

interface RowsProps<Row> {
  t: Around["t"];
  name: string;
  rows: Row[];
  fields: Partial<Record<Exclude<keyof Row, "id"> & string, string>>; // with the texts that name them
  onRows: (rows: Row[]) => void;
}

// Milestones, or key figures: texts beside each other, a row for each.
function Rows<Row extends { id: string }>({ t, name, rows, fields, onRows }: RowsProps<Row>) {
  return (
    <>
      {rows.map((row) => (
        <div class="gc-sub" key={row.id}>
          <div class="gc-grid">
            {Object.entries<string | undefined>(fields).map(([key, label]) => (
              <TextField
                key={key}
                label={t(label!)}
                type={key === "date" ? key : undefined}
                max={300}
                value={row[key as keyof Row] as string | undefined}
                onValue={(value) =>
                  onRows(rows.map((one) => (one.id === row.id ? { ...one, [key]: value } : one)))
                }
              />
            ))}
          </div>
          <button
            type="button"
            class="gc-plain"
            onClick={() => onRows(rows.filter((one) => one.id !== row.id))}
          >
            {t(`remove_${name}`)}
          </button>
        </div>
      ))}
      <button
        type="button"
        disabled={rows.length >= 30}
        onClick={() => onRows([...rows, { id: newId() } as Row])}
      >
        {t(`add_${name}`)}
      </button>
    </>
  );
}
