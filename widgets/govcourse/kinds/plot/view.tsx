// The two-axis plot: entries placed by pointer, keyboard or number; advice, ranking and picture follow.
import { useState } from "preact/hooks";
import { Add } from "../../ui/add";
import { Fields, TextField, newId } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { Bring, From } from "../feed";
import { Picture, type QuadrantOf } from "./picture";
import { Ranking } from "./ranking";
import { ranking, side } from "./rules";
import css from "./view.css";
import { Worth } from "./worth";
import type { Answer, Item, Origin, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(judged(View), css, (answer) => (answer.items ?? []).length > 0);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const items = answer.items ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const ranked = ranking(items, spec.rank);
  const full = items.length >= spec.limit;
  const quadrant: QuadrantOf = ({ x = 50, y = 50 }) =>
    spec.quadrants.find((one) => one.x === side(x) && one.y === side(y))!;
  const set = (id: string, values: Partial<Item>, field = "") =>
    change(
      { ...answer, items: items.map((item) => (item.id === id ? { ...item, ...values } : item)) },
      field,
    );
  const add = (found: { name: string; note: string; origin?: Origin }[]) => {
    const first = spec.fields.find((field) => field.long)?.id;
    const fresh = found.slice(0, spec.limit - items.length).map((one, index) => ({
      id: newId(),
      name: one.name.slice(0, 200),
      x: 50,
      y: Math.max(0, 50 - 6 * index),
      ...(one.note && first ? { fields: { [first]: one.note.slice(0, 2000) } } : {}),
      ...(one.origin ? { origin: one.origin } : {}),
    }));
    if (!fresh.length) return;
    change({ ...answer, items: [...items, ...fresh] });
    setChosen(fresh[0].id);
    setSaid(t("added", { name: fresh.map((one) => one.name).join(", ") }));
  };
  const move = (item: Item, x: number, y: number) => {
    const [nx, ny] = [x, y].map((value) => Math.round(Math.min(100, Math.max(0, value))));
    set(item.id, { x: nx, y: ny }, `move-${item.id}`);
    setSaid(t("moved", { name: item.name ?? "", x: nx, y: ny, title: quadrant({ x: nx, y: ny }).title }));
  };
  return (
    <div>
      <Fields ex={ex} locked={readOnly}>
        <Add
          label={t("add_label", { item: spec.item })}
          max={200}
          button={t("add")}
          full={full}
          add={(name) => add([{ name, note: "" }])}
        />
        <p class="gc-note">
          {full
            ? t("full", { limit: spec.limit, items: spec.items })
            : t("count", { count: items.length, limit: spec.limit, items: spec.items })}
        </p>
        <Bring ex={ex} taken={items.map((item) => item.origin)} onBring={add} />
      </Fields>
      <Picture {...{ ex, items, chosen, setChosen, move, quadrant, readOnly }} />
      <p class="gc-hidden" role="status">
        {said}
      </p>
      {items.length > 0 && (
        <>
          <Ranking {...{ ex, ranked, items, quadrant }} />
          <h4>{t("details", { items: spec.items })}</h4>
          <ul class="gc-items">
            {items.map((item, index) => (
              <li key={item.id}>
                <details class="gc-card" open={item.id === chosen}>
                  <summary>
                    {index + 1}. {item.name || t("unnamed")}
                  </summary>
                  <From ex={ex} origin={item.origin} />
                  <Fields ex={ex} locked={readOnly}>
                    <ItemForm {...{ ex, item, set, move }} />
                    <button
                      type="button"
                      style={{ marginTop: "1rem" }}
                      onClick={() => {
                        change({ ...answer, items: items.filter((one) => one.id !== item.id) });
                        setSaid(t("removed", { name: item.name ?? "" }));
                      }}
                    >
                      {t("remove", { name: item.name ?? "" })}
                    </button>
                  </Fields>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{t("axes")}</summary>
        <dl>
          {[spec.x, spec.y].map((axis) => (
            <>
              <dt>
                <strong>{axis.title}</strong>
              </dt>
              <dd>{axis.about}</dd>
            </>
          ))}
          {spec.quadrants.map((one) => (
            <>
              <dt>
                <strong>{one.title}</strong>
              </dt>
              <dd>{one.advice}</dd>
            </>
          ))}
        </dl>
      </details>
    </div>
  );
}

function ItemForm({
  ex,
  item,
  set,
  move,
}: {
  ex: Props["ex"];
  item: Item;
  set: (id: string, values: Partial<Item>, field?: string) => void;
  move: (item: Item, x: number, y: number) => void;
}) {
  const { t, spec } = ex;
  return (
    <div class="gc-stack">
      <TextField
        label={t("name", { item: spec.item })}
        max={200}
        value={item.name}
        onValue={(value) => set(item.id, { name: value }, `name-${item.id}`)}
      />
      <div class="gc-grid">
        {(["x", "y"] as const).map((axis) => (
          <label>
            <span class="gc-label">
              {spec[axis].title}: {Math.round(item[axis] ?? 50)}
            </span>
            <input
              type="range"
              min={0}
              max={100}
              value={item[axis] ?? 50}
              onInput={(event) => {
                const value = Number(event.currentTarget.value);
                move(item, axis === "x" ? value : (item.x ?? 50), axis === "y" ? value : (item.y ?? 50));
              }}
            />
          </label>
        ))}
      </div>
      <div class="gc-grid">
        {spec.fields.map((field) => (
          <TextField
            key={field.id}
            label={field.title}
            hint={field.hint}
            long={field.long}
            max={2000}
            value={item.fields?.[field.id]}
            onValue={(value) =>
              set(item.id, { fields: { ...item.fields, [field.id]: value } }, `${field.id}-${item.id}`)
            }
          />
        ))}
      </div>
      {spec.money && (
        <Worth
          ex={ex}
          money={item.money ?? {}}
          set={(name, value) =>
            set(item.id, { money: { ...item.money, [name]: value } }, `${name}-${item.id}`)
          }
        />
      )}
    </div>
  );
}
