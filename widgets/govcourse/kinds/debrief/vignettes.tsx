// Where people place their government beside the two invented ministries.
import type { Around } from "../../runtime/exercise";
import { number as written, percent as share } from "../../runtime/numbers";
import { Scroll } from "../../ui/table";
import type { Debrief } from "../../assessment/shapes";
import type { Told } from "./shapes";

// A figure as the reader's language writes it.
export const number = (ex: Around<Told>, value: number | null | undefined, digits = 1): string =>
  written(value, ex.host.language, digits);

// The same of a share, 0–1.
export const percent = (ex: Around<Told>, value: number): string => share(value, ex.host.language);

// How many are where, and the scores that this stands beside.
export function Vignettes({ ex, figures }: { ex: Around<Told>; figures: Debrief }) {
  const { t, spec } = ex;
  const told = spec.instrument.vignettes;
  if (!told || !figures.vignettes.length) return null;
  const score = (id: string) => figures.dimensions.find((row) => row.id === id)!.score;
  return (
    <>
      <h5>{told.title}</h5>
      <p>{told.about}</p>
      <Scroll label={t("vignettes")}>
        <table>
          <caption>{t("vignettes")}</caption>
          <thead>
            <tr>
              {[t("dimension"), t("score"), t("median_place"), ...told.places, t("unplaced")].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.vignettes.map((row) => (
              <tr>
                <th scope="row">{row.title}</th>
                {[number(ex, score(row.id)), number(ex, row.median), ...row.counts, row.unplaced].map(
                  (cell) => (
                    <td>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
