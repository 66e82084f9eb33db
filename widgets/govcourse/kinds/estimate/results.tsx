// How a room's estimates are spread, step by step: before its talk and after it.
import { Bars } from "../../ui/bars";
import { number } from "../../runtime/numbers";
import { onward, results, RoomPage, type Shown } from "../results";
import css from "./results.css";
import type { Figures, Results as About, Spread } from "./shapes";

// Whole where it is whole: people estimate in whole numbers, and a middle may lie between two.
const figure = (value: number) =>
  number(value, document.documentElement.lang || "en", Number.isInteger(value) ? 0 : 1);

type Given = Shown<About, Figures>;

function Results({ say, about, figures }: Given) {
  const { first, second } = figures;
  if (!figures.n) return <p>{say("results_none")}</p>;
  const rounds = [first, second].filter(({ steps }) => steps.length);
  if (!rounds.length) return <p>{say("results_few", { n: figures.n })}</p>;
  const most = Math.max(...rounds.flatMap(({ steps }) => steps.map(({ count }) => count)), 1);
  const both = rounds.length > 1;
  return (
    <RoomPage title={message(say, about, rounds)} about={about.question}>
      <div class="gc-spread">
        <Bars
          heads={[
            say("steps"),
            rounds.map((one) => say(one === first ? "round_first" : "round_second")).join(` ${onward()} `),
          ]}
          bars={rounds[0].steps.map(({ low, high }, place) => {
            const counts = rounds.map(({ steps }) => steps[place].count);
            return {
              id: String(low),
              title: say("step", { low: figure(low), high: figure(high) }),
              count: counts.join(` ${onward()} `),
              shares: counts.map((count) => count / most),
            };
          })}
        />
      </div>
      <p class="gc-note">
        {say("results_n", { before: first.n, after: second.n })} {both && half(say, rounds)}{" "}
        {both && say("results_key")}
      </p>
    </RoomPage>
  );
}

function message(say: Given["say"], { unit }: About, rounds: Spread[]): string {
  const [[q1, median, q3]] = rounds.map(({ quartiles }) => quartiles.map(figure));
  if (rounds.length === 1) return say("results_first", { q1, median, q3, unit });
  const after = figure(rounds[1].quartiles[1]);
  return say(after === median ? "results_stayed" : "results_moved", { before: median, after, unit });
}

const half = (say: Given["say"], [first, second]: Spread[]): string => {
  const [[a, , b], [c, , d]] = [first, second].map(({ quartiles }) => quartiles.map(figure));
  return say("results_half", { a, b, c, d });
};

export default results(Results, css);
