// What is asked of a dimension: its statements, each on the scale, and the invented ministries.
import { useId } from "preact/hooks";
import { TextField } from "../../ui/fields";
import type { ViewProps } from "../../ui/shell";
import { Scale, SCALE } from "../scale";
import type { Answer, Item, Rated, Statement as Asked, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export function Statement(props: {
  ex: Props["ex"];
  statement: Asked;
  item: Item;
  onItem: (value: Item, field?: string) => void;
}) {
  const { ex, statement, item, onItem } = props;
  const { t, spec } = ex;
  return (
    <div class="gc-statement" data-statement={statement.id}>
      <Scale
        ex={ex}
        name={statement.id}
        legend={statement.text}
        about={statement.note && <p class="gc-note">{statement.note}</p>}
        given={item.value ?? (item.dont_know ? "dont-know" : item.absent ? "absent" : undefined)}
        others={{
          "dont-know": spec.instrument.dont_know,
          ...(statement.absent && { absent: statement.absent }),
        }}
        onChoice={(value) =>
          onItem({
            value: typeof value === "number" ? value : null,
            dont_know: value === "dont-know",
            ...((statement.absent || item.absent) && { absent: value === "absent" }),
          })
        }
      />
      <div class="gc-seen">
        <TextField
          max={300}
          label={t("evidence_label")}
          hint={statement.evidence ? t("evidence_hint", { example: statement.evidence }) : ""}
          value={item.evidence}
          onValue={(evidence) => onItem({ evidence }, `evidence-${statement.id}`)}
        />
      </div>
      <details open={!!item.comment}>
        <summary>
          {t("comment_label")} <span class="gc-hidden">{statement.text}</span>
        </summary>
        <TextField
          long
          max={2000}
          label={t("comment_label")}
          hint={t("comment_hint")}
          value={item.comment}
          onValue={(comment) => onItem({ comment }, `comment-${statement.id}`)}
        />
      </details>
    </div>
  );
}

// Where a dimension should be in three years.
export function Target(props: {
  ex: Props["ex"];
  dimension: Told["instrument"]["dimensions"][number];
  value: number | undefined;
  set: (value: number) => void;
}) {
  const { t } = props.ex;
  const id = useId();
  return (
    <div class="gc-row gc-target">
      <label for={id} class="gc-label">
        {t("target", { dimension: props.dimension.title })}
      </label>
      <select
        id={id}
        value={String(props.value ?? "")}
        onChange={(event) => props.set(Number(event.currentTarget.value))}
      >
        <option value="">{t("no_target")}</option>
        {SCALE.map((value) => (
          <option value={String(value)}>{value}</option>
        ))}
      </select>
    </div>
  );
}

// One's own government and two invented ministries on one statement, which shows how one uses the scale.
export function Ministries(props: {
  ex: Props["ex"];
  dimension: Told["instrument"]["dimensions"][number];
  rated: Rated;
  onRated: (rated: Rated) => void;
}) {
  const { ex, dimension, rated, onRated } = props;
  const { title, about, own } = ex.spec.instrument.vignettes!;
  const { summary, ministries } = dimension.vignettes!;
  const rows: { level: keyof Rated; title: string; about?: string }[] = [
    { level: "own", title: own },
    ...ministries,
  ];
  return (
    <details class="gc-statement" open={ex.host.name === "room" || Object.keys(rated).length > 0}>
      <summary>
        {title} <span class="gc-hidden">{dimension.title}</span>
      </summary>
      <p>{about}</p>
      <p>
        <strong>{summary}</strong>
      </p>
      {rows.map((row) => (
        <div class="gc-ministry" data-vignette={row.level}>
          <Scale
            ex={ex}
            name={`${dimension.id}-${row.level}`}
            legend={row.title}
            about={row.about && <p>{row.about}</p>}
            given={rated[row.level]}
            onChoice={(value) => onRated({ ...rated, [row.level]: value as number })}
          />
        </div>
      ))}
    </details>
  );
}
