// What a room answered to a poll: bars in the order of the options, and what was written.
import { results, type Shown } from "../results";
import css from "./results.css";
import { Tallied } from "./tallied";
import type { Asked, Figures, Results as About, Tally } from "./shapes";

const MOST = 60; // texts that are listed

function Results({ say, about, figures }: Shown<About, Figures>) {
  return (
    <>
      {about.asked
        .filter((question) => figures.questions[question.key]?.n)
        .map((question) => (
          <Question
            key={question.key}
            say={say}
            question={question}
            tally={figures.questions[question.key]}
          />
        ))}
    </>
  );
}

function Question({ say, question, tally }: { say: Shown<0, 0>["say"]; question: Asked; tally: Tally }) {
  const { n, texts } = tally;
  return (
    <section>
      <h3>
        {question.text} <small>{say("answered", { n })}</small>
      </h3>
      <Tallied {...{ say, question, tally }} />
      <ul class="texts">
        {texts.slice(0, MOST).map((text) => (
          <li dir="auto">{text}</li>
        ))}
      </ul>
    </section>
  );
}

export default results(Results, css);
