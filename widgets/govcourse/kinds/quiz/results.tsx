// How many of a room were right, question by question.
import { results, type Shown } from "../results";
import type { Figures, Results as About } from "./shapes";

function Results({ say, about, figures }: Shown<About, Figures>) {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const { gain } = figures;
  return (
    <>
      {gain && (
        <p>
          <strong>
            {say("gain", { n: gain.n, before: percent(gain.before), after: percent(gain.after) })}
          </strong>
        </p>
      )}
      <ol>
        {about.questions.map((question) => (
          <li key={question.id}>
            {question.text} <strong>{say("right_of", { ...figures.questions[question.id] })}</strong>
          </li>
        ))}
      </ol>
    </>
  );
}

export default results(Results);
