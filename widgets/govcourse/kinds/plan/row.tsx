// One step as a row of its goal's table: what, who, by when, how one sees it, and the state; the rest is in the drawer.
import type { ComponentChildren } from "preact";
import type { Around } from "../../runtime/exercise";
import { number, towards, withUnit } from "../../runtime/numbers";
import { listed } from "../../runtime/listed";
import { day } from "../../runtime/days";
import { Text, newId } from "../../ui/fields";
import { Chip } from "../../ui/marks";
import { From } from "../feed";
import { adviceOf } from "./rules";
import type { Drag, Set } from "./step";
import type { Kpi, Step, Told } from "./shapes";

export const COLUMNS = ["step", "who", "by_when", "kpi_short", "state"];

const figures = ({ baseline, target, unit }: Kpi, { host }: Around<Told>) =>
  withUnit(
    [baseline, baseline && target && towards(host), target].filter(Boolean).join(" "),
    unit ?? "",
    host.language,
  );

export function StepRow(props: {
  ex: Around<Told>;
  step: Step;
  number: string;
  drag: Drag;
  readOnly: boolean;
  set: Set<Step>;
  move: (by: number) => void;
  open: () => void;
}) {
  const { ex, step, number: n, drag, readOnly } = props;
  const { t } = ex;
  const [kpi, ...others] = step.kpis ?? [];
  const [first, ...more] = adviceOf(step);
  const named = (column: string) => t("of_step", { what: t(column), n });
  const put = (key: "step" | "owner") => (value: string) =>
    props.set({ ...step, [key]: value }, `${key}-${step.id}`);
  const measured = (text: string) => {
    const { id = newId(), ...rest } = kpi ?? {};
    const empty = !text && !rest.baseline && !rest.target && !rest.unit && !rest.date;
    props.set({ ...step, kpis: empty ? others : [{ id, ...rest, text }, ...others] }, `kpi-${step.id}`);
  };
  const cells: ComponentChildren[] = [
    <>
      <Text long aria-label={named("step")} maxLength={3000} value={step.step} onValue={put("step")} />
      <From ex={ex} origin={step.origin} />
    </>,
    <Text aria-label={named("who")} maxLength={300} value={step.owner} onValue={put("owner")} />,
    <input
      type="date"
      aria-label={named("by_when")}
      value={step.end ?? ""}
      onInput={(event) => props.set({ ...step, end: event.currentTarget.value }, `end-${step.id}`)}
    />,
    <>
      <Text aria-label={named("kpi_short")} maxLength={300} value={kpi?.text} onValue={measured} />
      {kpi && (
        <small>
          {figures(kpi, ex)}
          {others.length > 0 && ` ${t("mark_more", { count: others.length })}`}
        </small>
      )}
    </>,
    <>
      <Chip icon={first ? "bad" : "done"} means={first ? "warn" : "good"}>
        <span>
          {t(first ? `mark_${first.code}` : "complete")}{" "}
          {more.length > 0 && t("mark_more", { count: more.length })}
        </span>
      </Chip>
      {!readOnly && (
        <button
          type="button"
          class="gc-plain gc-noprint"
          aria-label={t("details_n", { n })}
          onClick={props.open}
        >
          {t("details")}
        </button>
      )}
    </>,
  ];
  return (
    <tr class="gc-entry gc-step" data-id={step.id} {...drag.place}>
      <th scope="row">
        <span
          role="button"
          tabIndex={readOnly ? -1 : 0}
          class="gc-grip"
          aria-label={t("step_move", { n })}
          title={t("grip")}
          {...drag.grip}
          onKeyDown={({ key }) =>
            readOnly || (key === "ArrowUp" && props.move(-1)) || (key === "ArrowDown" && props.move(1))
          }
        >
          <span class="gc-noprint">⠿</span> {n}
        </span>
      </th>
      {cells.map((cell, index) => (
        <td key={index} class={index % 4 ? undefined : "wide"}>
          <small aria-hidden="true">{t(COLUMNS[index])}</small>
          {cell}
        </td>
      ))}
    </tr>
  );
}

// The components that have no column, in words: in print, and in the example.
export function Rest({ ex, step, hidden }: { ex: Around<Told>; step: Step; hidden: boolean }) {
  const { t, spec } = ex;
  const { resources = {}, milestones = [], kpis = [] } = step;
  const list = (...all: (string | number | null | undefined)[]) => listed(t, all);
  const on = (date?: string) => day(date, ex.host.language);
  const said: Record<string, string> = {
    responsibility: list(
      step.responsibility,
      step.support && t("name_and_text", { one: t("support"), two: step.support }),
    ),
    timeframe: list(
      step.start && `${t("start")} ${on(step.start)}`,
      ...milestones.map((one) => list(one.text, on(one.date))),
    ),
    resources: list(
      resources.money != null
        ? `${number(resources.money, ex.host.language, 0)} ${resources.currency ?? ""}`.trim()
        : "",
      resources.people,
      resources.other,
    ),
    kpis: kpis
      .map((one) =>
        list(
          one.text,
          [one.baseline, one.target].filter(Boolean).join(` ${towards(ex.host)} `),
          one.unit,
          on(one.date),
        ),
      )
      .join(t("two_parts", { one: "", two: "" })),
    sharing: step.sharing ?? "",
    evidence: step.evidence ?? "",
  };
  const parts = [...spec.components, { id: "evidence", title: t("evidence") }];
  const shown = parts.filter(({ id }) => said[id]);
  return (
    <tr class="gc-rest" hidden={hidden || !shown.length}>
      <td colSpan={COLUMNS.length + 1}>
        {shown.map(({ id, title }) => (
          <p key={id}>
            <strong>{title}:</strong> {said[id]}
          </p>
        ))}
      </td>
    </tr>
  );
}
