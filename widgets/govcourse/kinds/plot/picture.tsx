// The plot itself: points moved by pointer or keyboard, labels that do not touch, and a picture to take home.
import { useRef } from "preact/hooks";
import { download } from "../../runtime/download";
import { useNarrow, type ViewProps } from "../../ui/shell";
import { placeLabels } from "./labels";
import type { Answer, Item, Quadrant, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

const RADIUS = 14;
const WIDE = { WIDTH: 720, HEIGHT: 560, AREA: { x: 60, y: 8, width: 652, height: 490 } };
const NARROW = { WIDTH: 400, HEIGHT: 460, AREA: { x: 52, y: 6, width: 344, height: 394 } };

// The quadrant in which something lies; what was not placed lies in the middle.
export type QuadrantOf = (item: Pick<Item, "x" | "y">) => Quadrant;

interface PictureProps {
  ex: Props["ex"];
  items: Item[];
  chosen: string | null;
  setChosen: (id: string) => void;
  move: (item: Item, x: number, y: number) => void;
  quadrant: QuadrantOf;
  readOnly: boolean;
}

export function Picture({ ex, items, chosen, setChosen, move, quadrant, readOnly }: PictureProps) {
  const { t, spec } = ex;
  const svg = useRef<SVGSVGElement>(null);
  const dragged = useRef<Item | null>(null);
  const { WIDTH, HEIGHT, AREA } = useNarrow(svg) ? NARROW : WIDE;
  const px = (x: number) => AREA.x + (x / 100) * AREA.width;
  const py = (y: number) => AREA.y + (1 - y / 100) * AREA.height;
  const short = (text = "") => ([...text].length > 26 ? [...text].slice(0, 25).join("") + "…" : text);
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
  const onKey = (event: KeyboardEvent, item: Item) => {
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
        {spec.quadrants.map((one) => {
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
                title: quadrant(item).title,
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
