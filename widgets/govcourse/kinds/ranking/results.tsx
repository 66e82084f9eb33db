// The order of a room: a bar of points with the first places in it, median place and spread beside.
import { Bars } from "../../ui/bars";
import { figure, results, RoomPage, type Shown } from "../results";
import type { Figures, Results as About } from "./shapes";

function Results({ say, figures: { n, standings } }: Shown<About, Figures>) {
  if (!standings.length) return <p>{say("results_none")}</p>;
  const most = standings[0].points || 1;
  return (
    <RoomPage
      title={say("results_message", { title: standings[0].title })}
      about={`${say("results_n", { n })} · ${say("results_key")}`}
    >
      <Bars
        heads={[say("option"), say("points"), say("median")]}
        bars={standings.map((one, index) => ({
          id: one.id,
          title: `${say("place", { n: index + 1 })} ${one.title}`,
          count: one.points,
          shares: [one.points / most, one.first / n],
          said: say("results_row", {
            median: figure(one.median),
            q1: figure(one.q1),
            q3: figure(one.q3),
            first: one.first,
            n: one.n,
          }),
        }))}
      />
    </RoomPage>
  );
}

export default results(Results);
