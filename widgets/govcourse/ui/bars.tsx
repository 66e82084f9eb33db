// Counts and shares as bars in a table: the figure is text, the bar shows it once more.
import type { Around } from "../runtime/exercise";
import { style } from "./style";
import css from "./bars.css";

style(css);

export interface Bar {
  id: string;
  title: string;
  count: number;
  share: number; // 0–1
  mine: boolean;
}

export function Bars({ ex, caption, bars }: { ex: Around; caption: string; bars: Bar[] }) {
  const { t } = ex;
  return (
    <table class="gc-bars">
      <caption>{caption}</caption>
      <thead class="gc-hidden">
        <tr>
          {["bar_answer", "bar_count", "bar_share"].map((key) => (
            <th scope="col">{t(key)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr class={bar.mine ? "mine" : ""} key={bar.id}>
            <th scope="row">
              {bar.title} {bar.mine && <strong class="gc-mine">{t("mine")}</strong>}
            </th>
            <td>{bar.count}</td>
            <td>
              {Math.round(bar.share * 100)} %
              <span class="gc-bar-track" aria-hidden="true">
                <span style={{ width: `${bar.share * 100}%` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
