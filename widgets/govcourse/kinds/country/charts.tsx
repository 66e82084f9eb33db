// The index by edition, and its parts in one: the country in colour beside its groups, with a sentence as title.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import { rounded } from "../../runtime/numbers";
import { Chart } from "../../ui/chart";
import { MEASURES, furthest, standing, type Series } from "./compare";
import type { Told } from "./shapes";

interface Props {
  ex: Around<Told>;
  compared: Series[];
  known: string[]; // editions of which the country has figures
  title: string;
}

export const written = (value: number | null | undefined, language: string, digits = 2): string =>
  value == null
    ? "–"
    : Number(rounded(value, digits)).toLocaleString(language, {
        minimumFractionDigits: Math.min(2, digits),
        maximumFractionDigits: digits,
      });

const of = (compared: Series[], key: Series["key"], edition: string) =>
  compared.find((one) => one.key === key)?.values[edition];

export function Editions({ ex, compared, known, title }: Props) {
  const { t, host } = ex;
  const number = (value: number | null | undefined) => written(value, host.language);
  const last = known.at(-1)!;
  const mine = of(compared, "mine", last);
  const stands = standing(mine, of(compared, "world", last));
  const years = [...new Set(compared.flatMap((one) => Object.keys(one.values)))].sort();
  const said = { country: title, edition: last, value: number(mine?.egdi), gap: number(stands?.gap) };
  return (
    <section>
      <Legend compared={compared} />
      <Chart
        heading="h4"
        ex={ex}
        title={t(stands ? `editions_title_${stands.way}` : "editions_title", said)}
        says={t("editions_says")}
        chart="editions"
        rows={[...compared].reverse().flatMap((one) =>
          years.flatMap((edition) => {
            const value = one.values[edition]?.egdi;
            return value == null
              ? []
              : [{ title: one.title, series: one.key, edition: Number(edition), value }];
          }),
        )}
        head={[t("edition"), ...compared.map((one) => one.title)]}
        table={years.map((edition) => [edition, ...compared.map((one) => number(one.values[edition]?.egdi))])}
      />
    </section>
  );
}

export function Parts({ ex, compared, known, title }: Props) {
  const { t, host } = ex;
  const [asked, setAsked] = useState("");
  const edition = known.includes(asked) ? asked : known.at(-1)!;
  const number = (value: number | null | undefined) => written(value, host.language);
  const least = furthest(of(compared, "mine", edition), of(compared, "world", edition));
  const said = least && {
    part: t(`${least.part}_short`),
    mine: number(least.mine),
    world: number(least.world),
  };
  const message = !least
    ? t("parts_none", { country: title, edition })
    : t(least.gap < 0 ? "parts_title_below" : "parts_title_above", said!);
  const present = compared.filter((one) => one.values[edition]);
  return (
    <section>
      <label class="gc-edition gc-noprint">
        <span class="gc-label">{t("parts_edition")}</span>
        <select value={edition} onChange={(event) => setAsked(event.currentTarget.value)}>
          {[...known].reverse().map((one) => (
            <option value={one}>{one}</option>
          ))}
        </select>
      </label>
      <Chart
        heading="h4"
        ex={ex}
        title={message}
        says={t("parts_says", { edition })}
        chart="parts"
        rows={MEASURES.flatMap((name) =>
          [...present].reverse().flatMap((one) => {
            const value = one.values[edition][name];
            return value == null ? [] : [{ title: t(`${name}_short`), series: one.key, value }];
          }),
        )}
        head={[t("of_part"), ...present.map((one) => one.title)]}
        table={MEASURES.map((name) => [t(name), ...present.map((one) => number(one.values[edition][name]))])}
      />
      {known.includes("2022") && known.includes("2024") && <p class="gc-note">{t("parts_changed")}</p>}
    </section>
  );
}

// The marks of the charts, as chart.py gives them to each series.
const MARKS: Record<Series["key"], ComponentChildren> = {
  mine: <circle cx="14" cy="8" r="6.5" />,
  subregion: <path d="M14 3 L18 8 L14 13 L10 8 Z" />,
  region: <path d="M14 3.5 L18.5 12 L9.5 12 Z" />,
  sids: <path d="M10 4 H18 V12 H10 Z" />,
  world: <path d="M12.5 3 h3 v3.5 h3.5 v3 h-3.5 v3.5 h-3 v-3.5 h-3.5 v-3 h3.5 Z" />,
};
const DASHES: Record<Series["key"], string> = {
  mine: "",
  subregion: "2 3",
  region: "6 3",
  sids: "9 3 2 3",
  world: "",
};

function Legend({ compared }: { compared: Series[] }) {
  return (
    <ul class="gc-series">
      {compared.map(({ key, title }) => (
        <li key={key} class={key}>
          <svg viewBox="0 0 28 16" width="28" height="16" aria-hidden="true">
            <path class="line" d="M0 8 H28" stroke-dasharray={DASHES[key]} />
            {MARKS[key]}
          </svg>
          <span>{title}</span>
        </li>
      ))}
    </ul>
  );
}
