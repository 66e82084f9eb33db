// How many of a room were right, question by question.
import { results, type Shown } from "../results";
import type { Figures, Results as About } from "./shapes";

function Results({ say, about, figures }: Shown<About, Figures>) {
  return (
    <ol>
      {about.questions.map((question) => (
        <li key={question.id}>
          {question.text} <strong>{say("right_of", { ...figures.questions[question.id] })}</strong>
        </li>
      ))}
    </ol>
  );
}

export default results(Results);
