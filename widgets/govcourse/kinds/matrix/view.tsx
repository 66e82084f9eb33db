// The matrix: rows placed on described levels, or the learner's own columns rated row by row.
import { Fields, TextField } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { Options } from "./options";
import { Outcome } from "./outcome";
import { levelAsks } from "./rules";
import type { Answer, Ask, MatrixRow, Told } from "./shapes";
import css from "./view.css";

type Props = ViewProps<Told, Answer>;
type Cell = Record<string, string>;

export default module(judged(View), css);

function View({ ex, answer, change, readOnly }: Props) {
  const { spec } = ex;
  return (
    <div class="gc-stack">
      <Fields ex={ex} locked={readOnly}>
        <div class="gc-stack">
          {spec.heads.length > 0 && (
            <div class="gc-grid">
              {spec.heads.map((head) => (
                <TextField
                  key={head.id}
                  label={head.title}
                  hint={head.about}
                  max={3000}
                  value={answer.heads?.[head.id]}
                  onValue={(value) =>
                    change({ ...answer, heads: { ...answer.heads, [head.id]: value } }, head.id)
                  }
                />
              ))}
            </div>
          )}
          {spec.options ? (
            <Options {...{ ex, answer, change, readOnly }} columns={spec.options} />
          ) : (
            <Rows {...{ ex, answer, change, readOnly }} />
          )}
        </div>
      </Fields>
      <Outcome {...{ ex, answer }} />
      {spec.note && <p class="gc-note">{spec.note}</p>}
    </div>
  );
}

function Rows({ ex, answer, change }: Props) {
  const { spec } = ex;
  const set = (row: string, values: Cell, field = "") =>
    change({ ...answer, cells: { ...answer.cells, [row]: { ...answer.cells?.[row], ...values } } }, field);
  let group: string | null = null;
  return (
    <>
      {spec.rows.map((row) => {
        const heading = row.group && row.group !== group ? <h4>{row.group}</h4> : null;
        group = row.group;
        return (
          <>
            {heading}
            <Row
              key={row.id}
              {...{ ex, row }}
              cell={answer.cells?.[row.id] ?? {}}
              set={(values, field) => set(row.id, values, field)}
              clear={() => {
                const { [row.id]: _, ...cells } = answer.cells ?? {};
                change({ ...answer, cells });
              }}
            />
          </>
        );
      })}
    </>
  );
}

function Row(props: {
  ex: Props["ex"];
  row: MatrixRow;
  cell: Cell;
  set: (values: Cell, field?: string) => void;
  clear: () => void;
}) {
  const { ex, row, cell, set } = props;
  const { t, spec } = ex;
  const levels = levelAsks(spec);
  const asks = spec.asks.filter((ask) => levels.includes(ask.id));
  const name = (ask: Ask) => `${spec.id}-${row.id}-${ask.id}`;
  return (
    <fieldset class="gc-matrix-row" data-row={row.id}>
      <legend>
        {row.title} <small>{row.about}</small>
      </legend>
      <div class="gc-levels" style={{ "--levels": spec.levels.length }}>
        {spec.levels.map((level) => (
          <div
            key={level.id}
            class={`gc-level${asks.some((ask) => cell[ask.id] === level.id) ? " chosen" : ""}`}
          >
            {asks.length > 1 && <strong>{level.title}</strong>}
            <div class="gc-level-asks">
              {asks.map((ask) => (
                <label class="gc-check" key={ask.id}>
                  <input
                    type="radio"
                    name={name(ask)}
                    value={level.id}
                    checked={cell[ask.id] === level.id}
                    aria-label={t("level_label", { row: row.title, ask: ask.title, level: level.title })}
                    onChange={() => set({ [ask.id]: level.id })}
                  />
                  <span>{asks.length > 1 ? ask.title : <strong>{level.title}</strong>}</span>
                </label>
              ))}
            </div>
            <small>{row.cells?.[level.id] ?? level.about}</small>
          </div>
        ))}
      </div>
      <div class="gc-grid">
        {spec.asks
          .filter((ask) => ask.type === "text")
          .map((ask) => (
            <TextField
              key={ask.id}
              label={ask.title}
              hint={ask.about}
              max={3000}
              value={cell[ask.id]}
              onValue={(value) => set({ [ask.id]: value }, name(ask))}
            />
          ))}
      </div>
      {Object.values(cell).some(Boolean) && (
        <button type="button" class="gc-plain gc-noprint" onClick={props.clear}>
          {t("row_clear")}
          <span class="gc-hidden"> {row.title}</span>
        </button>
      )}
    </fieldset>
  );
}
