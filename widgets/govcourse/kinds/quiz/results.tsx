// How many of a room were right, question by question.
import { results, type Shown } from "../results";

type About = { questions: { id: string; text: string }[] };
type Figures = { n: number; questions: Record<string, { n: number; right: number }> };

function Results({ say, about, figures }: Shown<About, Figures>) {
  return (
    <ol>
      {about.questions.map((question) => (
        <li key={question.id}>
          {question.text} <strong>{say("right_of", figures.questions[question.id])}</strong>
        </li>
      ))}
    </ol>
  );
}

export default results(Results);
