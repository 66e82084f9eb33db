// The entries of a plot from first to last, and where two formulas order them differently.
import type { Around } from "../../runtime/exercise";
import { listed } from "../../runtime/listed";
import type { QuadrantOf } from "./picture";
import { orders } from "./rules";
import type { Item, Ranked, Told } from "./shapes";
import { Scroll } from "../../ui/table";

export function Ranking(props: {
  ex: Around<Told>;
  ranked: Ranked[];
  items: Item[];
  quadrant: QuadrantOf;
  open: (id: string) => void;
}) {
  const { ex, ranked, items, quadrant } = props;
  const { t, spec, host } = ex;
  const hasMoney = ranked.some((item) => item.expected !== null);
  const differ = orders(ranked);
  const number = (value: number | null) => (value === null ? "–" : value.toLocaleString(host.language));
  return (
    <>
      <h4>{t("first", { name: ranked[0].name || t("unnamed"), advice: quadrant(ranked[0]).title })}</h4>
      <Scroll label={t("ranking")}>
        <table>
          <caption>{t(`ranking_${spec.rank}`, { x: spec.x.title, y: spec.y.title })}</caption>
          <thead>
            <tr>
              {[
                t("rank"),
                t("number"),
                spec.item,
                spec.x.title,
                spec.y.title,
                t("score"),
                ...(hasMoney ? [t("expected"), t("workshop")] : []),
                t("advice"),
              ].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map((item, index) => (
              <tr key={item.id}>
                <td>{index + 1}</td>
                <td>{items.findIndex((one) => one.id === item.id) + 1}</td>
                <th scope="row">
                  <button
                    type="button"
                    class="gc-plain"
                    aria-label={t("details_of", { name: item.name || t("unnamed") })}
                    onClick={() => props.open(item.id)}
                  >
                    {item.name || t("unnamed")}
                  </button>
                </th>
                <td>{Math.round(item.x)}</td>
                <td>{Math.round(item.y)}</td>
                <td>{Math.round(item.score)}</td>
                {hasMoney && <td>{number(item.expected)}</td>}
                {hasMoney && <td>{number(item.by_workshop)}</td>}
                <td>{quadrant(item).title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {differ && (
        <p>
          {t("orders_differ", { expected: listed(t, differ.expected), workshop: listed(t, differ.workshop) })}
        </p>
      )}
    </>
  );
}
