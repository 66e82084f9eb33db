// What a matrix adds up to: its profile as a chart and a table, or totals with their arithmetic.
import type { Around } from "../../runtime/exercise";
import { listed } from "../../runtime/listed";
import { Bars } from "../../ui/bars";
import { Profile } from "../../ui/profile";
import { Scroll } from "../../ui/table";
import { profile, served, totals, urgent } from "./rules";
import type { Answer, Options, Told } from "./shapes";

type Props = { ex: Around<Told>; answer: Answer };

export function Outcome({ ex, answer }: Props) {
  const { options } = ex.spec;
  if (!options) return <RowProfile {...{ ex, answer }} />;
  return ex.spec.weights ? <Totals {...{ ex, answer }} /> : <Served {...{ ex, answer, options }} />;
}

function RowProfile({ ex, answer }: Props) {
  const { t, spec } = ex;
  const rows = profile(spec, answer);
  const placed = urgent(spec, answer);
  if (placed.length < 2) return null;
  const title = (value: number | null) =>
    value === null ? "–" : spec.levels.find((level) => level.value === value)!.title;
  const [first] = placed;
  const message =
    first.gap > 0
      ? t("profile_gap", { row: first.title, from: title(first.value), to: title(first.target) })
      : t(`profile_best_${spec.best}`, { row: first.title, level: title(first.value) });
  const targets = rows.some((row) => row.target !== null);
  return (
    <section class="gc-stack">
      <h4>{message}</h4>
      <Profile
        label={`${t(targets ? "profile_label" : "profile_label_plain")}. ${message}`}
        ticks={spec.levels.map((level) => ({ value: level.value, title: String(level.value) }))}
        rows={rows.map((row) => ({ ...row, shown: title(row.value) }))}
      />
      <details>
        <summary>{t("as_table")}</summary>
        <Scroll label={t("as_table")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{spec.row}</th>
                {spec.asks
                  .filter((ask) => ask.type === "level")
                  .map((ask) => (
                    <th scope="col">{ask.title}</th>
                  ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <th scope="row">{row.title}</th>
                  <td>{title(row.value)}</td>
                  {targets && <td>{title(row.target)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </section>
  );
}

function Totals({ ex, answer }: Props) {
  const { t, spec } = ex;
  const found = totals(spec, answer).filter((one) => one.terms.length);
  if (!found.length) return <p class="gc-card">{t("totals_none")}</p>;
  const name = (id: string) => answer.titles?.[id] ?? spec.rows.find((row) => row.id === id)?.title;
  return (
    <section>
      <h4>
        {found.length > 1 && found[0].total === found[1].total
          ? t("totals_tie")
          : t("totals_first", { title: found[0].title, total: found[0].total, most: found[0].most })}
      </h4>
      <ol class="gc-totals">
        {found.map((one) => (
          <li key={one.id}>
            <strong>
              {listed(t, [one.title, t("total_of", { total: one.total, most: one.most })], "name_and_text")}
            </strong>
            <p class="gc-note">
              {one.terms.map((term) => `${term.weight} × ${term.value} (${name(term.row)})`).join(" + ")} ={" "}
              {one.total}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Served({ ex, answer, options }: Props & { options: Options }) {
  const { t, spec } = ex;
  const found = served(spec, answer);
  if (!found.length) return null;
  const most = found[0].total;
  return (
    <section>
      <h4>{t("served_first", { title: found[0].title })}</h4>
      <Bars
        caption={t("served_caption", { items: options.items })}
        bars={found.map(({ id, title, total }) => ({ id, title, count: total, shares: [total / most] }))}
      />
    </section>
  );
}
