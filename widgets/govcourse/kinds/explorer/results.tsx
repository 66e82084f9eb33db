// The cases that a room saved most.
import { Bars } from "../../ui/bars";
import { results, RoomPage, type Shown } from "../results";
import type { Figures, Results as About } from "./shapes";

const MOST = 8;

function Results({ say, about, figures: { n, saved } }: Shown<About, Figures>) {
  if (!saved.length) return <p>{say("results_none")}</p>;
  const titled = new Map(about.cases.map(({ id, title }) => [id, title]));
  return (
    <RoomPage
      title={say("results_message", { title: titled.get(saved[0].id)! })}
      about={say("answered", { n })}
    >
      <Bars
        heads={[say("results_case"), say("bar_count"), ""]}
        bars={saved.slice(0, MOST).map(({ id, count }) => ({
          id,
          title: titled.get(id) ?? id,
          count,
          shares: [count / n],
        }))}
      />
    </RoomPage>
  );
}

export default results(Results);
