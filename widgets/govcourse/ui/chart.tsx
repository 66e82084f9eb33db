// One chart: its message as title, the drawing, what it shows in words, and its table.
import { useEffect, useRef, useState } from "preact/hooks";
import type { TopLevelSpec } from "vega-lite";
import type { Around } from "../runtime/exercise";
import { drawing, script, type Draw } from "./drawing";
import { useNarrow } from "./shell";
import { Table } from "./table";

// A row of a chart's data: what it is called, and whatever the chart shows of it.
export interface ChartRow {
  title: string;
}

// What draws comes from beside the page's script, or by the kernel.
function drawer(ex: Around): Promise<Draw> {
  const { scripts } = ex.host;
  return drawing(async () => {
    if (scripts) return script(`${scripts}vega.js`);
    const reply = await ex.request({ op: "charts" });
    if (!reply.ok) throw new Error(reply.message);
    const url = URL.createObjectURL(new Blob([reply.text!], { type: "text/javascript" }));
    await import(/* @vite-ignore */ url).finally(() => URL.revokeObjectURL(url));
  });
}

export function Chart(props: {
  ex: Around<{ charts: Record<string, object> }>;
  title: string;
  heading?: "h4" | "h5"; // of the title, below what the chart stands under
  says: string; // how it is read
  chart: string; // its name among those of the spec
  rows: ChartRow[];
  head: string[];
  table: (string | number)[][];
}) {
  const { ex, title, heading: Title = "h5", says, chart, rows } = props;
  const { t, spec } = ex;
  const place = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(place, 640);
  const [failed, setFailed] = useState(false);
  const far = ex.host.name === "projector"; // its names stand in fewer lines, and its rows closer
  const data = JSON.stringify(rows);
  useEffect(() => {
    let away = () => {};
    let gone = false;
    // On a phone long names stand in two lines and leave the chart its room.
    const fitted = rows.map((row) => ({ ...row, title: wrapped(row.title, narrow ? 18 : far ? 58 : 36) }));
    drawer(ex)
      .then((draw) =>
        draw(place.current!, {
          ...shaped(spec.charts[chart] as TopLevelSpec, narrow, far),
          data: { name: "rows", values: fitted } as never,
        }),
      )
      .then((done) => (gone ? done() : (away = done)))
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      away();
    };
  }, [data, narrow]);
  return (
    <figure class="gc-chart">
      <Title class={title.length > LONG ? "long" : ""}>{title}</Title>
      <div role="img" aria-label={`${title}. ${says}`} dir="ltr">
        <div ref={place} />
      </div>
      {failed && <p class="gc-note">{t("chart_failed")}</p>}
      <figcaption class="gc-note">{says}</figcaption>
      <details>
        <summary>
          {t("as_table")} <span class="gc-hidden">{title}</span>
        </summary>
        <Table label={title} head={props.head} rows={props.table} />
      </details>
    </figure>
  );
}

// Lines of at most `width` letters, broken between words.
function wrapped(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line && line.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return (lines.length > 4 ? [...lines.slice(0, 3), `${lines[3]} …`] : lines).join("\n");
}

const LONG = 110; // letters of a title that is smaller where titles are large
const ROW = 46; // px of a row on the projector, before it is enlarged
const shaped = (chart: TopLevelSpec, narrow: boolean, far: boolean): TopLevelSpec => {
  const axis = { ...chart.config?.axis, ...(narrow ? { labelFontSize: 13 } : {}) };
  const made = { ...chart, config: { ...chart.config, axis } };
  if (!far) return made;
  const wide = JSON.stringify(made).replace(/"labelLimit":\d+/g, '"labelLimit":480');
  return { ...JSON.parse(wide), height: { step: ROW } };
};
