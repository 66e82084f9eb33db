// The two-axis plot: entries placed by pointer, keyboard or number; advice, ranking and picture follow.
import { useRef, useState } from "preact/hooks";
import { download } from "../../host/exercise";
import { Fields, NumberField, TextField, module, newId, useNarrow, type ViewProps } from "../../host/shell";
import type { Doc } from "../../host/types";
import { Bring, type Found } from "../bring";
import { placeLabels } from "./labels";
import { netValue, ranking, side } from "./rank";
import css from "./view.css";

export { netValue, placeLabels, ranking };
export default module(View, css, (answer) => (answer.items ?? []).length > 0);

const RADIUS = 14;
const WIDE = { WIDTH: 720, HEIGHT: 560, AREA: { x: 60, y: 8, width: 652, height: 490 } };
const NARROW = { WIDTH: 400, HEIGHT: 460, AREA: { x: 52, y: 6, width: 344, height: 394 } };

function View({ ex, answer, change, readOnly }: ViewProps) {
  const { t, spec } = ex;
  const items: Doc[] = answer.items ?? [];
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const ranked = ranking(items, spec.rank);
  const full = items.length >= spec.limit;
  const quadrant = (item: Doc) =>
    spec.quadrants.find((one: Doc) => one.x === side(item.x) && one.y === side(item.y));
  const set = (id: string, values: Doc, field = "") =>
    change(
      { ...answer, items: items.map((item) => (item.id === id ? { ...item, ...values } : item)) },
      field,
    );
  const add = (found: Found[]) => {
    const first = spec.fields.find((field: Doc) => field.long)?.id;
    const fresh = found.slice(0, spec.limit - items.length).map((one, index) => ({
      id: newId(),
      name: one.name,
      x: 50,
      y: Math.max(0, 50 - 6 * index),
      ...(one.note && first ? { fields: { [first]: one.note } } : {}),
    }));
    if (!fresh.length) return;
    change({ ...answer, items: [...items, ...fresh] });
    setChosen(fresh[0].id);
    setSaid(t("added", { name: fresh.map((one) => one.name).join(", ") }));
  };
  const move = (item: Doc, x: number, y: number) => {
    const [nx, ny] = [x, y].map((value) => Math.round(Math.min(100, Math.max(0, value))));
    set(item.id, { x: nx, y: ny }, `move-${item.id}`);
    setSaid(t("moved", { name: item.name, x: nx, y: ny, title: quadrant({ x: nx, y: ny }).title }));
  };
  return (
    <div>
      <Fields ex={ex} locked={readOnly}>
        <form
          class="gc-row gc-noprint"
          onSubmit={(event) => {
            event.preventDefault();
            if (!name.trim() || full) return;
            add([{ name: name.trim(), note: "" }]);
            setName("");
          }}
        >
          <div style={{ flex: "1 1 14rem" }}>
            <TextField label={t("add_label", { item: spec.item })} max={200} value={name} onValue={setName} />
          </div>
          <button type="submit" class="gc-main" disabled={full} style={{ alignSelf: "flex-end" }}>
            {t("add")}
          </button>
        </form>
        <p class="gc-note">
          {full
            ? t("full", { limit: spec.limit, items: spec.items })
            : t("count", { count: items.length, limit: spec.limit, items: spec.items })}
        </p>
        <Bring ex={ex} taken={items.map((item) => item.name)} onBring={add} />
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
                  <Fields ex={ex} locked={readOnly}>
                    <ItemForm {...{ ex, item, set, move }} />
                    <button
                      type="button"
                      style={{ marginTop: "1rem" }}
                      onClick={() => {
                        change({ ...answer, items: items.filter((one) => one.id !== item.id) });
                        setSaid(t("removed", { name: item.name }));
                      }}
                    >
                      {t("remove", { name: item.name })}
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
          {[spec.x, spec.y].map((axis: Doc) => (
            <>
              <dt>
                <strong>{axis.title}</strong>
              </dt>
              <dd>{axis.about}</dd>
            </>
          ))}
          {spec.quadrants.map((one: Doc) => (
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
  ex: ViewProps["ex"];
  item: Doc;
  set: (id: string, values: Doc, field?: string) => void;
  move: (item: Doc, x: number, y: number) => void;
}) {
  const { t, spec } = ex;
  const money = (name: string, value: number | null) =>
    set(item.id, { money: { ...item.money, [name]: value } }, `${name}-${item.id}`);
  const net = netValue(item.money);
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
        {spec.fields.map((field: Doc) => (
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
              value={item.money?.benefits}
              onValue={(value) => money("benefits", value)}
            />
            <NumberField
              t={t}
              label={t("costs")}
              value={item.money?.costs}
              onValue={(value) => money("costs", value)}
            />
            <NumberField
              t={t}
              label={t("probability")}
              min={0}
              max={1}
              value={item.money?.probability}
              onValue={(value) => money("probability", value)}
            />
          </div>
          {net !== null && (
            <p role="status">
              <strong>{t("net_is", { ...item.money, net: net.toLocaleString(ex.host.language) })}</strong>
            </p>
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
  ex: ViewProps["ex"];
  ranked: Doc[];
  items: Doc[];
  quadrant: (item: Doc) => Doc;
}) {
  const { t, spec, host } = ex;
  const hasMoney = ranked.some((item) => item.net !== null);
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
                ...(hasMoney ? [t("net")] : []),
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
                <td>{Math.round(item.x)}</td>
                <td>{Math.round(item.y)}</td>
                <td>{Math.round(item.score)}</td>
                {hasMoney && <td>{item.net === null ? "–" : item.net.toLocaleString(host.language)}</td>}
                <td>{quadrant(item).title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface PictureProps {
  ex: ViewProps["ex"];
  items: Doc[];
  chosen: string | null;
  setChosen: (id: string) => void;
  move: (item: Doc, x: number, y: number) => void;
  quadrant: (item: Doc) => Doc;
  readOnly: boolean;
}

function Picture({ ex, items, chosen, setChosen, move, quadrant, readOnly }: PictureProps) {
  const { t, spec } = ex;
  const svg = useRef<SVGSVGElement>(null);
  const dragged = useRef<Doc | null>(null);
  const { WIDTH, HEIGHT, AREA } = useNarrow(svg) ? NARROW : WIDE;
  const px = (x: number) => AREA.x + (x / 100) * AREA.width;
  const py = (y: number) => AREA.y + (1 - y / 100) * AREA.height;
  const short = (text: string) => ([...text].length > 26 ? [...text].slice(0, 25).join("") + "…" : text);
  const labels = placeLabels(
    items.map((item) => ({
      x: px(item.x ?? 50),
      y: py(item.y ?? 50),
      width: [...short(item.name)].length * 9.6 + 4,
    })),
    AREA,
    RADIUS,
  );
  const at = (event: PointerEvent): [number, number] => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      svg.current!.getScreenCTM()!.inverse(),
    );
    return [((point.x - AREA.x) / AREA.width) * 100, (1 - (point.y - AREA.y) / AREA.height) * 100];
  };
  const onKey = (event: KeyboardEvent, item: Doc) => {
    const step = event.shiftKey ? 1 : 5;
    const by: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    if (!by[event.key] || readOnly) return;
    event.preventDefault();
    move(item, (item.x ?? 50) + by[event.key][0], (item.y ?? 50) + by[event.key][1]);
  };
  return (
    <figure style={{ margin: 0 }}>
      <svg
        ref={svg}
        class="gc-plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={t("plot_label", { x: spec.x.title, y: spec.y.title })}
        dir="ltr"
        onPointerMove={(event) => dragged.current && move(dragged.current, ...at(event))}
        onPointerUp={() => (dragged.current = null)}
        onPointerCancel={() => (dragged.current = null)}
      >
        {spec.quadrants.map((one: Doc) => {
          const left = AREA.x + (one.x === "high" ? AREA.width / 2 : 0);
          const top = AREA.y + (one.y === "high" ? 0 : AREA.height / 2);
          return (
            <g aria-hidden="true">
              <rect
                class={one.x === "high" ? "quad best" : "quad"}
                x={left}
                y={top}
                width={AREA.width / 2}
                height={AREA.height / 2}
              />
              <text class="advice" x={left + 10} y={one.y === "high" ? top + 22 : top + AREA.height / 2 - 12}>
                {one.title}
              </text>
            </g>
          );
        })}
        <g aria-hidden="true">
          <text class="axis" x={AREA.x + AREA.width / 2} y={HEIGHT - 10} text-anchor="middle">
            {spec.x.title}
          </text>
          <text x={AREA.x} y={HEIGHT - 34}>
            {spec.x.low}
          </text>
          <text x={AREA.x + AREA.width} y={HEIGHT - 34} text-anchor="end">
            {spec.x.high}
          </text>
          <text
            class="axis"
            transform={`translate(22 ${AREA.y + AREA.height / 2}) rotate(-90)`}
            text-anchor="middle"
          >
            {spec.y.title}
          </text>
          <text transform={`translate(48 ${AREA.y + AREA.height}) rotate(-90)`}>{spec.y.low}</text>
          <text transform={`translate(48 ${AREA.y}) rotate(-90)`} text-anchor="end">
            {spec.y.high}
          </text>
        </g>
        {items.map((item, index) => {
          const [x, y] = [px(item.x ?? 50), py(item.y ?? 50)];
          return (
            <g
              key={item.id}
              class={`point${item.id === chosen ? " chosen" : ""}`}
              role="button"
              tabindex={0}
              aria-label={t("point_label", {
                n: index + 1,
                name: item.name || t("unnamed"),
                x: Math.round(item.x ?? 50),
                y: Math.round(item.y ?? 50),
                xt: spec.x.title,
                yt: spec.y.title,
                title: quadrant({ x: 50, y: 50, ...item }).title,
              })}
              onKeyDown={(event) => onKey(event, item)}
              onFocus={() => setChosen(item.id)}
              onPointerDown={(event) => {
                if (readOnly) return;
                dragged.current = item;
                svg.current!.setPointerCapture(event.pointerId);
                setChosen(item.id);
              }}
            >
              <circle cx={x} cy={y} r={RADIUS} />
            </g>
          );
        })}
        <g aria-hidden="true" pointer-events="none">
          {items.map((item, index) => (
            <g key={item.id}>
              <text class="n" x={px(item.x ?? 50)} y={py(item.y ?? 50) + 4}>
                {index + 1}
              </text>
              {labels[index] && (
                <text x={labels[index]!.x + 2} y={labels[index]!.y + 14}>
                  {short(item.name)}
                </text>
              )}
            </g>
          ))}
        </g>
      </svg>
      <figcaption class="gc-note">{t("plot_help")}</figcaption>
      <div class="gc-row gc-noprint">
        <button type="button" onClick={() => savePicture(svg.current!, `${spec.id}`, "svg")}>
          {t("picture_svg")}
        </button>
        <button type="button" onClick={() => savePicture(svg.current!, `${spec.id}`, "png")}>
          {t("picture_png")}
        </button>
      </div>
    </figure>
  );
}

// A picture that stands alone: computed colours and fonts are written into a copy.
async function savePicture(svg: SVGSVGElement, name: string, format: "svg" | "png"): Promise<void> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((node, index) => {
    const style = getComputedStyle(originals[index]);
    for (const key of [
      "fill",
      "stroke",
      "stroke-width",
      "font-family",
      "font-size",
      "font-weight",
      "text-anchor",
    ])
      node.setAttribute(key, style.getPropertyValue(key));
    for (const key of ["class", "style", "tabindex"]) node.removeAttribute(key);
  });
  const { width, height } = svg.viewBox.baseVal;
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [key, value] of Object.entries({
    width,
    height,
    fill: getComputedStyle(svg.closest(".gc")!).backgroundColor,
  }))
    paper.setAttribute(key, String(value));
  copy.prepend(paper);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(2 * width));
  copy.setAttribute("height", String(2 * height));
  const text = new XMLSerializer().serializeToString(copy);
  if (format === "svg") return download({ name: `${name}.svg`, mime: "image/svg+xml", text });
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  canvas.getContext("2d")!.drawImage(image, 0, 0);
  download({ name: `${name}.png`, mime: "image/png", base64: canvas.toDataURL("image/png").split(",")[1] });
}
