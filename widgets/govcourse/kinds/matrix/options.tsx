// The learner's own columns: named, weighed, and rated row by row.
import { useRef, useState } from "preact/hooks";
import { Add } from "../../ui/add";
import { Pick, Text, TextField, changed, newId } from "../../ui/fields";
import { useNarrow, type ViewProps } from "../../ui/shell";
import { Scroll } from "../../ui/table";
import { Bring, From, type Found } from "../feed";
import { levelAsks } from "./rules";
import type { Answer, MatrixRow, Option, Options as Columns, Origin, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;
type Row = Pick<MatrixRow, "id" | "title"> & Partial<MatrixRow>; // of the course, or one's own
type SetOptions = (options: Option[], field?: string) => void;

export function Options({ ex, answer, change, columns }: Props & { columns: Columns }) {
  const { t, spec } = ex;
  const { item, items, at_most, at_least } = columns;
  const options = answer.options ?? [];
  const place = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(place, 600);
  const full = options.length >= at_most;
  const set: SetOptions = (next, field = "") => change({ ...answer, options: next.slice(0, at_most) }, field);
  const add = (found: (Pick<Found, "name"> & Partial<Found>)[]) =>
    set([
      ...options,
      ...found.map(({ name, keeps = {}, origin }) => ({
        id: newId(),
        title: name.slice(0, 300),
        ...(keeps.owner ? { owner: String(keeps.owner).slice(0, 300) } : {}),
        ...(keeps.evidence ? { evidence: String(keeps.evidence).slice(0, 3000) } : {}),
        ...(origin ? { origin } : {}),
      })),
    ]);
  const titles = answer.titles ?? {};
  const own = spec.own.filter((id) => id in titles);
  const rows: Row[] = [...spec.rows, ...own.map((id) => ({ id, title: titles[id] || t("untitled") }))];
  const next = spec.own.find((id) => !own.includes(id));
  const table = { ex, answer, change, rows, options, set };
  return (
    <div ref={place} class="gc-stack">
      <Add
        label={t("option_add_label", { item })}
        max={300}
        button={t("add")}
        full={full}
        add={(name) => add([{ name }])}
      />
      <p class="gc-note">{t("option_count", { items, at_least, at_most, count: options.length })}</p>
      <Bring ex={ex} into="options" taken={options.map((option) => option.origin)} onBring={add} />
      {own.map((id, index) => (
        <TextField
          key={id}
          label={t("own_row", { n: index + 1 })}
          max={300}
          value={titles[id]}
          onValue={(title) => change({ ...answer, titles: { ...titles, [id]: title } }, id)}
        />
      ))}
      {next && (
        <button
          type="button"
          class="gc-noprint"
          onClick={() => change({ ...answer, titles: { ...titles, [next]: "" } })}
        >
          {t("own_row_add")}
        </button>
      )}
      {options.length > 0 && (narrow ? <Cards {...table} /> : <Table {...table} />)}
    </div>
  );
}

interface TableProps extends Omit<Props, "readOnly"> {
  rows: Row[];
  options: Option[];
  set: SetOptions;
}

function Table({ ex, answer, change, rows, options, set }: TableProps) {
  const { t, spec } = ex;
  return (
    <Scroll label={spec.title}>
      <table class="gc-options-table">
        <thead>
          <tr>
            <th scope="col">{spec.row}</th>
            {spec.weights && <th scope="col">{t("weight")}</th>}
            {options.map((option) => (
              <th scope="col" key={option.id}>
                <OptionHead {...{ ex, option, options, set }} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.title}
                {row.about && <small>{row.about}</small>}
              </th>
              {spec.weights && (
                <td>
                  <Weight {...{ ex, answer, change, row }} />
                </td>
              )}
              {options.map((option) => (
                <td key={option.id}>
                  <Cell {...{ ex, row, option, options, set }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

// On a phone: one column at a time.
function Cards({ ex, answer, change, rows, options, set }: TableProps) {
  const { spec } = ex;
  return (
    <>
      {options.map((option, index) => (
        <details class="gc-card" key={option.id} open={index === options.length - 1}>
          <summary>{option.title}</summary>
          <OptionHead {...{ ex, option, options, set }} />
          {rows.map((row) => (
            <div class="gc-cell" key={row.id}>
              <strong>{row.title}</strong>
              {spec.weights && <Weight {...{ ex, answer, change, row }} />}
              <Cell {...{ ex, row, option, options, set }} />
            </div>
          ))}
        </details>
      ))}
    </>
  );
}

function OptionHead(props: Pick<TableProps, "ex" | "options" | "set"> & { option: Option }) {
  const { ex, option, options, set } = props;
  const { t } = ex;
  return (
    <>
      <Text
        aria-label={t("option_name")}
        maxLength={300}
        value={option.title}
        onValue={(title) => set(changed(options, option.id, { title }), `option-${option.id}`)}
      />
      <From ex={ex} origin={option.origin} />
      <button
        type="button"
        class="gc-plain gc-noprint"
        onClick={() => set(options.filter((one) => one.id !== option.id))}
      >
        {t("remove_short")}
        <span class="gc-hidden"> {option.title}</span>
      </button>
    </>
  );
}

function Weight(props: Omit<Props, "readOnly"> & { row: Row }) {
  const { ex, answer, change, row } = props;
  const { t } = ex;
  return (
    <label class="gc-check">
      <span class="gc-hidden">{t("weight_of", { row: row.title })}</span>
      <select
        value={String(answer.weights?.[row.id] ?? 0)}
        onChange={(event) =>
          change({ ...answer, weights: { ...answer.weights, [row.id]: Number(event.currentTarget.value) } })
        }
      >
        {[0, 1, 2, 3, 4, 5].map((weight) => (
          <option value={String(weight)}>{t("weight_n", { n: weight })}</option>
        ))}
      </select>
    </label>
  );
}

function Cell(props: Pick<TableProps, "ex" | "options" | "set"> & { row: Row; option: Option }) {
  const { ex, row, option, options, set } = props;
  const { t, spec } = ex;
  const [ask] = levelAsks(spec);
  const mark = option.marks?.[row.id] ?? {};
  const put = (values: Record<string, string>, field = "") =>
    set(changed(options, option.id, { marks: { ...option.marks, [row.id]: { ...mark, ...values } } }), field);
  const also = spec.asks.filter((one) => one.type === "text");
  const label = (title: string) =>
    t("cell_label", { ask: title, row: row.title, option: option.title ?? "" });
  const first = spec.levels[0];
  return (
    <>
      <Pick
        label={label(spec.asks.find((one) => one.id === ask)!.title)}
        none="–"
        value={mark[ask]}
        options={spec.levels}
        onPick={(level) => put({ [ask]: level })}
      />
      {mark[ask] &&
        (mark[ask] !== first.id || first.value !== 0) &&
        also.map((one) => (
          <Text
            aria-label={label(one.title)}
            placeholder={one.title}
            maxLength={3000}
            value={mark[one.id] as string | undefined}
            onValue={(text) => put({ [one.id]: text }, `${option.id}-${row.id}-${one.id}`)}
          />
        ))}
    </>
  );
}
