// The other indices, places with a caution, and where all figures come from.
import type { CountryProfile } from "../../runtime/shapes";
import type { Around } from "../../runtime/exercise";
import { written } from "./charts";
import { groupOf } from "./compare";
import type { Land, Told, Values } from "./shapes";

type Ex = Around<Told>;

const newest = <One extends { edition: number }>(some: One[]): One | undefined =>
  [...some].sort((a, b) => a.edition - b.edition).at(-1);

// Groups and means, and no places.
export function Others(props: {
  ex: Ex;
  land: Land;
  loaded: CountryProfile | null;
  figures: Record<string, Values>;
  known: string[];
}) {
  const { ex, land, loaded, figures, known } = props;
  const { t, spec, host } = ex;
  const number = (value: number | undefined) => written(value, host.language);
  const own = (index: string) => newest(loaded?.figures.filter((one) => one.index === index) ?? []);
  const counts = (index: string, edition?: number) =>
    spec.counts.find((one) => one.index === index && one.edition === edition) ??
    newest(spec.counts.filter((one) => one.index === index))!;
  const [gtmi, dgi] = [own("gtmi"), own("dgi")];
  const grouped = counts("gtmi", gtmi?.edition);
  const means = spec.means.filter((one) => one.index === "dgi" && "dgi" in one.values);
  const mean = means.find((one) => one.edition === dgi?.edition) ?? newest(means)!;
  const edition = known.at(-1);
  const egdi = edition && figures[edition].egdi;
  const all = edition && spec.counts.find((one) => one.index === "egdi" && String(one.edition) === edition);
  return (
    <section>
      <h4>{t("others")}</h4>
      <dl class="gc-mirrors">
        {egdi != null && egdi !== "" && (
          <div>
            <dt>{t("egdi_group", { edition: edition! })}</dt>
            <dd>
              <strong>{t(`group_of_${groupOf(spec.limits.egdi.groups, egdi)}`)}</strong>
              {all && <small>{t("counts", { ...all.groups, very_high: all.groups["very-high"] })}</small>}
            </dd>
          </div>
        )}
        <div>
          <dt>{t("gtmi", { edition: grouped.edition })}</dt>
          <dd>
            {gtmi ? (
              <strong>
                {t("gtmi_group", { group: groupOf(spec.limits.gtmi.groups, gtmi.values.gtmi) })}
              </strong>
            ) : (
              <span>{t("gtmi_own")}</span>
            )}
            <small>{t("gtmi_counts", grouped.groups)}</small>
          </dd>
        </div>
        <div>
          <dt>{t("dgi", { edition: mean.edition })}</dt>
          <dd>
            {dgi ? (
              <strong>{number(dgi.values.dgi)}</strong>
            ) : (
              <span>{loaded ? t("dgi_not", { country: land.title }) : t("dgi_own")}</span>
            )}
            <small>{t("dgi_mean", { mean: number(mean.values.dgi) })}</small>
          </dd>
        </div>
      </dl>
    </section>
  );
}

// Ranks, which nobody sees before the caution.
export function Places({ ex, loaded }: { ex: Ex; loaded: CountryProfile }) {
  const { t, spec } = ex;
  const ranked = loaded.figures.filter((one) => one.values.rank != null);
  if (!ranked.length) return null;
  return (
    <details>
      <summary>{t("places")}</summary>
      <p>{spec.places}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("edition")}</th>
            <th scope="col">{t("place")}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((one) => (
            <tr>
              <th scope="row">{one.edition}</th>
              <td>{t("place_of", { rank: one.values.rank })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function Sources({ ex }: { ex: Ex }) {
  const { t, spec } = ex;
  const computed = new Set(spec.means.filter((one) => one.computed).map((one) => one.source));
  return (
    <p class="gc-note">
      {t("sources")}
      {Object.entries(spec.publications).map(([key, { publisher, title, url }], n) => (
        <>
          {n > 0 && t("two_parts", { one: "", two: "" })}
          <a href={url} target="_blank" rel="noopener noreferrer">
            {publisher}, {title}
          </a>
          {computed.has(key) && ` (${t("source_computed")})`}
        </>
      ))}
      .
    </p>
  );
}
