// The plot itself: points moved by pointer or keyboard, labels that do not touch, and a picture to take home.
import { useRef } from "preact/hooks";
import { download } from "../../runtime/download";
import { IconButton } from "../../ui/icon";
import { useNarrow, type ViewProps } from "../../ui/shell";
import { lines, placeLabels } from "./labels";
import { isPlaced, type Placed } from "./rules";
import type { Answer, Item, Quadrant, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

const RADIUS = 14;
const LINE = 18; // of a label
const LONGEST = 6; // lines of one
const WIDE = { WIDTH: 720, HEIGHT: 560, ROOM: 24, AREA: { x: 60, y: 8, width: 652, height: 490 } };
const NARROW = { WIDTH: 400, HEIGHT: 460, ROOM: 16, AREA: { x: 52, y: 6, width: 344, height: 394 } };

// The quadrant in which something lies.
export type QuadrantOf = (item: { x: number; y: number }) => Quadrant;
// Moves an entry; `how` is the gesture, which one undoes as a whole.
export type Move = (item: Item, x: number, y: number, how: string) => void;

interface PictureProps {
  ex: Props["ex"];
  items: Item[];
  chosen: string | null;
  setChosen: (id: string) => void;
  move: Move;
  place: (item: Item) => void;
  open: (id: string) => void;
  quadrant: QuadrantOf;
  readOnly: boolean;
}

export function Picture(props: PictureProps) {
  const { ex, items, chosen, setChosen, move, place, open, quadrant, readOnly } = props;
  const { t, spec } = ex;
  const svg = useRef<SVGSVGElement>(null);
  const dragged = useRef<{ item: Item; moved: boolean } | null>(null);
  const drags = useRef(0);
  const { WIDTH, HEIGHT, AREA, ROOM } = useNarrow(svg) ? NARROW : WIDE;
  const numbers = new Map(items.map((item, index) => [item.id, index + 1]));
  const placed = items.filter(isPlaced);
  const waiting = items.filter((item) => !isPlaced(item));
  const px = (x: number) => AREA.x + (x / 100) * AREA.width;
  const py = (y: number) => AREA.y + (1 - y / 100) * AREA.height;
  // Where the titles of quadrants stand: in their outer corners.
  const corners = spec.quadrants.map(({ x, y, title }) => ({
    x: AREA.x + (x === "high" ? AREA.width / 2 : 0) + 10,
    y: y === "high" ? AREA.y + 22 : AREA.y + AREA.height - 12,
    title,
  }));
  const names = placed.map(({ name = "" }) => lines(name, ROOM).slice(0, LONGEST));
  const labels = placeLabels(
    placed.map((item, index) => ({
      x: px(item.x),
      y: py(item.y),
      width: Math.max(0, ...names[index].map((line) => [...line].length)) * 8.4 + 6,
      height: names[index].length * LINE,
    })),
    AREA,
    RADIUS,
    corners.map(({ x, y, title }) => ({ x, y: y - 14, width: title.length * 8.4, height: LINE })),
  );
  const at = (event: PointerEvent): [number, number] => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      svg.current!.getScreenCTM()!.inverse(),
    );
    return [((point.x - AREA.x) / AREA.width) * 100, (1 - (point.y - AREA.y) / AREA.height) * 100];
  };
  const begin = (event: PointerEvent, item: Item) => {
    if (readOnly) return;
    drags.current += 1;
    dragged.current = { item, moved: false };
    svg.current!.setPointerCapture(event.pointerId);
    setChosen(item.id);
  };
  const onMove = (event: PointerEvent) => {
    const now = dragged.current;
    if (!now) return;
    now.moved = true;
    move(now.item, ...at(event), `drag-${drags.current}`);
  };
  // What was pressed and not moved: a point opens, and what waits is placed.
  const end = () => {
    const now = dragged.current;
    dragged.current = null;
    if (now && !now.moved) isPlaced(now.item) ? open(now.item.id) : place(now.item);
  };
  const onKey = (event: KeyboardEvent, item: Placed<Item>) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return open(item.id);
    }
    const step = event.shiftKey ? 1 : 5;
    const by: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    if (!by[event.key] || readOnly) return;
    event.preventDefault();
    move(item, item.x + by[event.key][0], item.y + by[event.key][1], "keys");
  };
  return (
    <figure style={{ margin: 0 }}>
      {waiting.length > 0 && (
        <section class="gc-tray gc-card" aria-label={t("tray")}>
          <h4>{t("tray")}</h4>
          <p class="gc-note">{t("tray_help")}</p>
          <div class="gc-row">
            {waiting.map((item) => (
              <span key={item.id} class="gc-row gc-waiting">
                <button
                  type="button"
                  disabled={readOnly}
                  aria-label={t("place", { name: `${numbers.get(item.id)}. ${item.name || t("unnamed")}` })}
                  onPointerDown={(event) => begin(event, item)}
                  onClick={({ detail }) => detail || place(item)}
                >
                  {numbers.get(item.id)}. {item.name || t("unnamed")}
                </button>
                <IconButton
                  icon="menu"
                  label={t("details_of", { name: item.name || t("unnamed") })}
                  onClick={() => open(item.id)}
                />
              </span>
            ))}
          </div>
        </section>
      )}
      <svg
        ref={svg}
        class="gc-plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={t("plot_label", { x: spec.x.title, y: spec.y.title })}
        dir="ltr"
        onPointerMove={onMove}
        onPointerUp={end}
        onPointerCancel={() => (dragged.current = null)}
      >
        {spec.quadrants.map((one, n) => {
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
              <text class="advice" x={corners[n].x} y={corners[n].y}>
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
        {placed.map((item) => (
          <g
            key={item.id}
            data-point={item.id}
            class={`point${item.id === chosen ? " chosen" : ""}`}
            role="button"
            tabindex={0}
            aria-label={t("point_label", {
              n: numbers.get(item.id)!,
              name: item.name || t("unnamed"),
              x: Math.round(item.x),
              y: Math.round(item.y),
              xt: spec.x.title,
              yt: spec.y.title,
              title: quadrant(item).title,
            })}
            onKeyDown={(event) => onKey(event, item)}
            onFocus={() => setChosen(item.id)}
            onPointerDown={(event) => begin(event, item)}
            onClick={({ detail }) => (readOnly || !detail) && open(item.id)}
          >
            <circle cx={px(item.x)} cy={py(item.y)} r={RADIUS} />
          </g>
        ))}
        <g aria-hidden="true" pointer-events="none">
          {placed.map((item, index) => (
            <g key={item.id}>
              <text class="n" x={px(item.x)} y={py(item.y) + 4}>
                {numbers.get(item.id)}
              </text>
              {labels[index] &&
                names[index].map((line, n) => (
                  <text x={labels[index]!.x + 2} y={labels[index]!.y + 14 + n * LINE}>
                    {line}
                  </text>
                ))}
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
