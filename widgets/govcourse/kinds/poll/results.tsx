// What a room answered to a poll: bars in the order of the options, and what was written.
import { results, type Shown } from "../results";
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
  const { n, bars, texts } = tally;
  const title = (id: string) => question.options.find((one) => one.id === id)?.title ?? id;
  return (
    <section>
      <h3>
        {question.text} <small>{say("answered", { n })}</small>
      </h3>
      {bars.length > 0 && (
        <table class="bars">
          <tbody>
            {bars.map((bar) => (
              <tr>
                <th scope="row">{title(bar.id)}</th>
                <td>{bar.count}</td>
                <td>
                  {Math.round(bar.share * 100)} %
                  <span class="track" aria-hidden="true">
                    <span style={{ width: `${bar.share * 100}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul class="texts">
        {texts.slice(0, MOST).map((text) => (
          <li dir="auto">{text}</li>
        ))}
      </ul>
    </section>
  );
}

export default results(Results);
