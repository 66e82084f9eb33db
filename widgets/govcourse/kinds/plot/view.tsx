// The two-axis plot: entries wait until they are placed, by pointer, keyboard or number; advice, ranking and picture follow.
import { useRef, useState } from "preact/hooks";
import { listed } from "../../runtime/listed";
import { Add } from "../../ui/add";
import { Drawer } from "../../ui/drawer";
import { Fields, TextField, changed, newId } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { Bring, From, type Found } from "../feed";
import { Picture, type Move, type QuadrantOf } from "./picture";
import { Ranking } from "./ranking";
import { freePlace, ranking, side } from "./rules";
import css from "./view.css";
import { Worth } from "./worth";
import type { Answer, Item, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(judged(View), css, (answer) => (answer.items ?? []).length > 0);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const items = answer.items ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const area = useRef<HTMLDivElement>(null);
  const ranked = ranking(items, spec.rank);
  const full = items.length >= spec.limit;
  const [opened, open] = useState("");
  const quadrant: QuadrantOf = ({ x, y }) =>
    spec.quadrants.find((one) => one.x === side(x) && one.y === side(y))!;
  const set = (id: string, values: Partial<Item>, field = "") =>
    change({ ...answer, items: changed(items, id, values) }, field);
  const add = (found: (Pick<Found, "name"> & Partial<Found>)[]) => {
    // What comes along stands in the fields that go along from here too; all else that is said in the first long one.
    const owner = spec.fields.find((field) => field.keeps === "owner")?.id;
    const first = spec.fields.find((field) => field.long)?.id;
    const fields = ({ note, keeps = {} }: Partial<Found>) => ({
      ...(owner && keeps.owner ? { [owner]: String(keeps.owner).slice(0, 300) } : {}),
      ...(first && (keeps.evidence || note)
        ? { [first]: String(keeps.evidence || note).slice(0, 2000) }
        : {}),
    });
    const fresh = found.slice(0, spec.limit - items.length).map((one) => ({
      id: newId(),
      name: one.name.slice(0, 200),
      ...(Object.keys(fields(one)).length ? { fields: fields(one) } : {}),
      ...(one.origin ? { origin: one.origin } : {}),
    }));
    if (!fresh.length) return;
    change({ ...answer, items: [...items, ...fresh] });
    setSaid(
      t("added", {
        name: listed(
          t,
          fresh.map((one) => one.name),
        ),
      }),
    );
  };
  const move: Move = (item, x, y, how) => {
    const [nx, ny] = [x, y].map((value) => Math.round(Math.min(100, Math.max(0, value))));
    set(item.id, { x: nx, y: ny }, `${how}-${item.id}`);
    setSaid(t("moved", { name: item.name ?? "", x: nx, y: ny, title: quadrant({ x: nx, y: ny }).title }));
  };
  const place = (item: Item) => {
    set(item.id, freePlace(items));
    setChosen(item.id);
    setSaid(t("placed", { name: item.name ?? "" }));
    setTimeout(() => area.current?.querySelector<HTMLElement>(`[data-point="${item.id}"]`)?.focus());
  };
  const at = items.findIndex((item) => item.id === opened);
  return (
    <div ref={area}>
      <Fields ex={ex} locked={readOnly}>
        <div class="gc-row gc-above">
          <Add
            label={t("add_label", { item: spec.item })}
            max={200}
            button={t("add")}
            full={full}
            add={(name) => add([{ name }])}
          />
          <Bring ex={ex} taken={items.map((item) => item.origin)} onBring={add} />
        </div>
      </Fields>
      <Picture {...{ ex, items, chosen, setChosen, move, place, open, quadrant, readOnly }} />
      <p class="gc-note">
        {full
          ? t("full", { limit: spec.limit, items: spec.items })
          : t("count", { count: items.length, limit: spec.limit, items: spec.items })}
      </p>
      <p class="gc-hidden" role="status">
        {said}
      </p>
      {ranked.length > 0 && <Ranking {...{ ex, ranked, items, quadrant, open }} />}
      {at >= 0 && (
        <Drawer
          key={opened}
          beside
          title={`${at + 1}. ${items[at].name || t("unnamed")}`}
          close={t("close")}
          onClose={() => open("")}
        >
          <From ex={ex} origin={items[at].origin} />
          <Fields ex={ex} locked={readOnly}>
            <ItemForm {...{ ex, set, move }} item={items[at]} />
            <button
              type="button"
              style={{ marginTop: "1rem" }}
              onClick={() => {
                open("");
                change({ ...answer, items: items.filter((one) => one.id !== opened) });
                setSaid(t("removed", { name: items[at].name ?? "" }));
              }}
            >
              {t("remove", { name: items[at].name ?? "" })}
            </button>
          </Fields>
        </Drawer>
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
  move: Move;
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
              {listed(
                t,
                [spec[axis].title, item[axis] == null ? t("tray") : Math.round(item[axis])],
                "name_and_text",
              )}
            </span>
            <input
              type="range"
              min={0}
              max={100}
              value={item[axis] ?? 50}
              onInput={(event) => {
                const value = Number(event.currentTarget.value);
                const [x, y] = [item.x ?? 50, item.y ?? 50];
                move(item, axis === "x" ? value : x, axis === "y" ? value : y, axis);
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
