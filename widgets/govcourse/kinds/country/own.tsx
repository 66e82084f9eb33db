// One's own country's figures, where none are loaded: an edition at a time, with the mean of the parts as a check.
import { useState } from "preact/hooks";
import { NumberField } from "../../ui/fields";
import type { ViewProps } from "../../ui/shell";
import { MEASURES, editions, meanCheck } from "./compare";
import { written } from "./charts";
import type { Answer, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export function OwnFigures(props: {
  ex: Props["ex"];
  answer: Answer;
  change: Props["change"];
  title: string;
  asked: boolean; // whether it was looked for loaded ones
}) {
  const { ex, answer, change, title, asked } = props;
  const { t, spec, host } = ex;
  const figures = answer.figures ?? {};
  const published = spec.means.filter((one) => one.index === "egdi").map((one) => String(one.edition));
  const offered = [...new Set([...published, ...Object.keys(figures)])].sort().reverse();
  const [edition, setEdition] = useState(editions(figures).at(-1) ?? offered[0]);
  const values = figures[edition] ?? {};
  const checked = meanCheck(values);
  const said = checked && {
    key: checked.fits === null ? "mean_missing" : checked.fits ? "mean_fits" : "mean_wrong",
    mean: written(checked.mean, host.language, 4),
    egdi: written(values.egdi, host.language, 4),
  };
  return (
    <fieldset class="gc-card gc-own">
      <legend>{t("figures")}</legend>
      {asked && (
        <p>
          {t("not_loaded", { country: title })}{" "}
          <a href={spec.publications.egdi.url} target="_blank" rel="noopener noreferrer">
            {t("data_center")}
          </a>
        </p>
      )}
      <label>
        <span class="gc-label">{t("edition")}</span>
        <select value={edition} onChange={(event) => setEdition(event.currentTarget.value)}>
          {offered.map((one) => (
            <option value={one}>{one}</option>
          ))}
        </select>
      </label>
      <div class="gc-grid" key={edition}>
        {MEASURES.map((name) => (
          <NumberField
            key={name}
            label={t(name)}
            t={t}
            min={0}
            max={1}
            value={values[name]}
            onValue={(value) =>
              change(
                { ...answer, figures: { ...figures, [edition]: { ...values, [name]: value } } },
                `${edition}-${name}`,
              )
            }
          />
        ))}
      </div>
      <p class="gc-note">{t("figures_hint")}</p>
      <p role="status" class={checked?.fits === false ? "gc-error" : "gc-note"}>
        {said && t(said.key, said)}
      </p>
    </fieldset>
  );
}
