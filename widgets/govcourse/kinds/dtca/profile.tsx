// What a respondent is told of the own answers: the profile, and what was answered to an earlier edition.
import { Takers } from "../takers";
import { listed } from "../../runtime/listed";
import { number as written, percent } from "../../runtime/numbers";
import { Profile } from "../../ui/profile";
import type { ViewProps } from "../../ui/shell";
import { Scroll } from "../../ui/table";
import { place, straight, type Profile as Figures } from "../../assessment/scoring";
import { SCALE } from "../scale";
import type { Answer, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

// What was answered to statements of an earlier edition: kept, and counted nowhere.
export function Retired({ ex, answer }: { ex: Props["ex"]; answer: Answer }) {
  const { instrument } = ex.spec;
  const rows = instrument.retired.filter(({ id }) => answer.items?.[id]);
  if (!rows.length) return null;
  return (
    <details class="gc-card">
      <summary>{ex.t("retired", { n: rows.length })}</summary>
      <p>{ex.t("retired_about")}</p>
      <dl>
        {rows.map(({ id, text }) => {
          const { value, dont_know, comment } = answer.items![id];
          const step = instrument.scale.find((one) => one.value === value)?.label;
          return (
            <>
              <dt>{text}</dt>
              <dd>{listed(ex.t, [step ?? (dont_know && instrument.dont_know), comment], "two_parts")}</dd>
            </>
          );
        })}
      </dl>
    </details>
  );
}

export function ProfileView({ ex, result, answer }: { ex: Props["ex"]; result: Figures; answer: Answer }) {
  const { t, spec, host } = ex;
  const { vignettes } = spec.instrument;
  const same = straight(answer, spec.instrument);
  // Of each dimension whose vignettes were rated: the place, or that there is none.
  const places = result.rows.map(({ id }) => {
    const rated = answer.vignettes?.[id];
    if (!vignettes || !rated?.own || !rated.low || !rated.high) return "";
    const found = place(rated);
    return found ? vignettes.places[found - 1] : vignettes.unplaced;
  });
  const placed = places.some(Boolean);
  const number = (value: number | null, digits = 1) => written(value, host.language, digits);
  const bandTitle = (id: string | null) =>
    spec.instrument.bands.find((band) => band.id === id)?.title ?? t("not_enough");
  const widest = result.gaps.filter((row) => row.gap === result.gaps[0].gap);
  const all = (rows: { title: string }[]) =>
    new Intl.ListFormat(host.language).format(rows.map((row) => row.title));
  const scored = result.rows.filter((row) => row.mean !== null);
  if (!scored.length) return <p class="gc-card">{t("profile_empty")}</p>;
  const best = Math.max(...scored.map((row) => row.mean!));
  const message = widest.length
    ? t("profile_gap", { dimension: all(widest), gap: number(widest[0].gap) })
    : t("profile_strong", { dimension: all(scored.filter((row) => row.mean === best)) });
  return (
    <div class="gc-stack">
      <p>
        <strong>
          {result.overall === null
            ? t("overall_missing", { need: result.rows.length - 1 })
            : t("overall", {
                mean: number(result.overall),
                band: bandTitle(result.band),
                percent: percent((result.overall - 1) / 4, host.language),
              })}
        </strong>
      </p>
      {same > 0 && <p class="gc-card">{t("straight", { n: same })}</p>}
      <h5>{message}</h5>
      <Profile
        label={`${t("chart_label")}. ${message}`}
        ticks={SCALE.map((value) => ({ value, title: String(value) }))}
        rows={result.rows.map((row) => ({
          title: row.title,
          value: row.mean,
          target: row.target,
          shown: number(row.mean),
        }))}
      />
      <div class="gc-card gc-noprint">
        <p>
          <strong>{t(widest.length ? "next_gap" : "next_target", { dimension: all(widest) })}</strong>
        </p>
        {widest.length > 0 && <Takers ex={ex} />}
      </div>
      <Scroll label={t("profile_table")}>
        <table>
          <caption>{t("profile_table")}</caption>
          <thead>
            <tr>
              {["dimension", "answers", "today", "percent", "band", "target_short", "gap"].map((key) => (
                <th scope="col">{t(key)}</th>
              ))}
              {placed && <th scope="col">{t("vignette_place")}</th>}
            </tr>
          </thead>
          <tbody>
            {result.rows.map((row, index) => (
              <tr>
                <th scope="row">{row.title}</th>
                <td>
                  {row.answered} / {row.of}
                  {row.dont_know > 0 &&
                    ` (${t("dont_knows", { share: percent(row.dont_know / row.of, host.language) })})`}
                </td>
                <td>{number(row.mean)}</td>
                <td>{row.percent === null ? "–" : percent(row.percent / 100, host.language)}</td>
                <td>{bandTitle(row.band)}</td>
                <td>{row.target ?? "–"}</td>
                <td>{number(row.gap)}</td>
                {placed && <td>{places[index] || "–"}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {placed && <p>{vignettes!.about}</p>}
      <details>
        <summary>{t("how_scored")}</summary>
        <ul>
          {spec.instrument.scoring.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
