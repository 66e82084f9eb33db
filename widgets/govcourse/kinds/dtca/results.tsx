// What a room rates: each dimension today, and under it the target; the widest gap is the message.
import { rounded } from "../../runtime/outline";
import { Bars } from "../../ui/bars";
import { inOrder, results, RoomPage, type Shown } from "../results";
import type { Debrief, Results as About } from "./shapes";

const HIGHEST = 5;

function Results({ say, figures, order }: Shown<About, Debrief>) {
  const rated = figures.dimensions.flatMap(({ score, ...one }) =>
    score === null ? [] : [{ ...one, score }],
  );
  if (!rated.length) return <p>{say("results_none")}</p>;
  const widest = rated.find(({ id }) => id === figures.gaps[0]);
  const best = rated.reduce((one, other) => (other.score > one.score ? other : one));
  const bars = rated.map(({ id, title, score, target }) => ({
    id,
    title,
    count: rounded(score, 1),
    shares: [score, ...(target === null ? [] : [target])].map((value) => value / HIGHEST),
    said: target === null ? say("results_row") : say("results_row_target", { target: rounded(target, 1) }),
  }));
  return (
    <RoomPage
      title={
        widest?.gap != null
          ? say("results_gap", { dimension: widest.title, gap: rounded(widest.gap, 1) })
          : say("results_best", { dimension: best.title, score: rounded(best.score, 1) })
      }
      about={say("results_about", { n: figures.n })}
    >
      <Bars heads={[say("dimension"), say("today"), say("target_short")]} bars={inOrder(bars, order)} />
    </RoomPage>
  );
}

export default results(Results);
