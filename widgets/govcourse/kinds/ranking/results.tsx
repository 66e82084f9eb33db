// The order of a room: a bar of points with the first places in it, median place and spread beside.
import { rounded } from "../../runtime/outline";
import { results, type Shown } from "../results";
import type { Figures, Results as About } from "./shapes";

function Results({ say, figures: { n, standings } }: Shown<About, Figures>) {
  if (!standings.length) return <p>{say("results_none")}</p>;
  const most = standings[0].points || 1;
  return (
    <section>
      <p>
        {say("results_n", { n })} <small>{say("results_key")}</small>
      </p>
      <table class="bars">
        <tbody>
          {standings.map((one, index) => (
            <tr key={one.id}>
              <th scope="row" dir="auto">
                {say("place", { n: index + 1 })} {one.title}
              </th>
              <td>{one.points}</td>
              <td>
                {say("results_row", {
                  median: rounded(one.median, 1),
                  q1: rounded(one.q1, 1),
                  q3: rounded(one.q3, 1),
                  first: one.first,
                  n: one.n,
                })}
                <span class="track" aria-hidden="true">
                  <span style={{ width: `${(one.points / most) * 100}%` }} />
                </span>
                <span class="track other" aria-hidden="true">
                  <span style={{ width: `${(one.first / n) * 100}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export default results(Results);
