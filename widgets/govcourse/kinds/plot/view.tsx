// The two-axis plot: entries placed by pointer, keyboard or number; advice, ranking and picture follow.
import { useState } from "preact/hooks";
import { Add } from "../../ui/add";
import { Fields, NumberField, TextField, newId } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { Bring, From } from "../feed";
import { Picture, type QuadrantOf } from "./picture";
import { byWorkshop, expected, orders, ranking, side } from "./rules";
import css from "./view.css";
import type { Answer, Item, Money, Origin, Ranked, Told } from "./shapes";

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
  const money = (name: keyof Money, value: number | null) =>
    set(item.id, { money: { ...item.money, [name]: value } }, `${name}-${item.id}`);
  const { benefits, costs, probability, pilot, go_on } = item.money ?? {};
  const worth = expected(item.money);
  const number = (value: number | null | undefined) => (value ?? 0).toLocaleString(ex.host.language);
  const said = { benefits: number(benefits), costs: number(costs), probability: number(probability) };
  const staged = pilot != null && go_on != null;
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
        <fieldset>
          <legend>{t("money")}</legend>
          <small>{t("money_hint")}</small>
          <div class="gc-grid">
            <NumberField
              t={t}
              label={t("benefits")}
              value={benefits}
              onValue={(value) => money("benefits", value)}
            />
            <NumberField t={t} label={t("costs")} value={costs} onValue={(value) => money("costs", value)} />
            <NumberField
              t={t}
              label={t("probability")}
              min={0}
              max={1}
              value={probability}
              onValue={(value) => money("probability", value)}
            />
          </div>
          <div class="gc-grid">
            <NumberField t={t} label={t("pilot")} value={pilot} onValue={(value) => money("pilot", value)} />
            <NumberField
              t={t}
              label={t("go_on")}
              min={0}
              max={1}
              value={go_on}
              onValue={(value) => money("go_on", value)}
            />
          </div>
          {worth !== null && (
            <div role="status">
              <p>
                <strong>
                  {t(staged ? "staged_is" : "expected_is", {
                    ...said,
                    pilot: number(pilot),
                    go_on: number(go_on),
                    worth: number(worth),
                  })}
                </strong>
              </p>
              <p class="gc-note">{t("workshop_is", { ...said, worth: number(byWorkshop(item.money)) })}</p>
              {costs! > 0 && costs! < benefits! && (
                <p class="gc-note">
                  {t("break_even", { share: number(Math.round((costs! / benefits!) * 100)) })}
                </p>
              )}
            </div>
          )}
        </fieldset>
      )}
    </div>
  );
}

function Ranking({
  ex,
  ranked,
  items,
  quadrant,
}: {
  ex: Props["ex"];
  ranked: Ranked[];
  items: Item[];
  quadrant: QuadrantOf;
}) {
  const { t, spec, host } = ex;
  const hasMoney = ranked.some((item) => item.expected !== null);
  const differ = orders(ranked);
  const number = (value: number | null) => (value === null ? "–" : value.toLocaleString(host.language));
  return (
    <>
      <h4>{t("first", { name: ranked[0].name || t("unnamed"), advice: quadrant(ranked[0]).title })}</h4>
      <div class="gc-scroll" tabIndex={0} role="region" aria-label={t("ranking")}>
        <table>
          <caption>{t(`ranking_${spec.rank}`, { x: spec.x.title, y: spec.y.title })}</caption>
          <thead>
            <tr>
              {[
                t("rank"),
                t("number"),
                spec.item,
                spec.x.title,
                spec.y.title,
                t("score"),
                ...(hasMoney ? [t("expected"), t("workshop")] : []),
                t("advice"),
              ].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map((item, index) => (
              <tr key={item.id}>
                <td>{index + 1}</td>
                <td>{items.findIndex((one) => one.id === item.id) + 1}</td>
                <th scope="row">{item.name || t("unnamed")}</th>
                <td>{Math.round(item.x ?? 50)}</td>
                <td>{Math.round(item.y ?? 50)}</td>
                <td>{Math.round(item.score)}</td>
                {hasMoney && <td>{number(item.expected)}</td>}
                {hasMoney && <td>{number(item.by_workshop)}</td>}
                <td>{quadrant(item).title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {differ && (
        <p>
          {t("orders_differ", { expected: differ.expected.join(", "), workshop: differ.workshop.join(", ") })}
        </p>
      )}
    </>
  );
}
