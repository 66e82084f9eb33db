// A room's answers to a quiz, question by question: how they are spread, and what is right.
import { Bars } from "../../ui/bars";
import { inOrder, onward, results, RoomPage, share, type Shown } from "../results";
import css from "./results.css";
import type { Figures, Results as About } from "./shapes";

type Given = Shown<About, Figures>;

function Results({ say, about, figures, order }: Given) {
  const { gain } = figures;
  return (
    <>
      {gain && (
        <RoomPage title={say("gain", { n: gain.n, before: share(gain.before), after: share(gain.after) })}>
          <Bars
            heads={[say("quiz_time"), say("bar_share"), ""]}
            bars={[
              { id: "before", title: say("quiz_before"), count: share(gain.before), shares: [gain.before] },
              { id: "after", title: say("quiz_after"), count: share(gain.after), shares: [gain.after] },
            ]}
          />
        </RoomPage>
      )}
      {about.questions.map((question) => {
        const { n, right, options } = figures.questions[question.id];
        if (!n) return null;
        const bars = question.options.map(({ id, text, match, right }, place) => ({
          id,
          title: match ? `${text} ${onward()} ${match}` : text,
          count: options[place] ?? 0,
          shares: [(options[place] ?? 0) / n],
          said: share((options[place] ?? 0) / n),
          mark: right ? say("right_one") : undefined,
        }));
        return (
          <RoomPage
            key={question.id}
            title={question.text}
            about={options.length ? say("right_of", { n, right }) : say("results_few")}
          >
            {options.length > 0 && (
              <div class="quiz-spread">
                <Bars
                  heads={[say("bar_answer"), say("bar_count"), say("bar_share")]}
                  bars={inOrder(bars, order)}
                />
              </div>
            )}
            <p class="quiz-why">{question.explanation}</p>
          </RoomPage>
        );
      })}
    </>
  );
}

export default results(Results, css);
