// What a room answered, for console and projector: bars, notes, how many were right.
import type { Doc } from "../../host/types";
import { Notes } from "./notes";
import type { T } from "./room";

export function Results(props: {
  t: T;
  about: Doc; // the activity's kind, title and names of its parts
  figures: Doc | null;
  moderation?: Doc; // on the console
  moderate?: (change: Doc) => void;
}) {
  const { t, about, figures, moderation, moderate } = props;
  if (!figures) return <p>{t("no_figures")}</p>;
  if (figures.too_few) return <p>{t("too_few", { n: figures.n, need: figures.too_few })}</p>;
  if (about.kind === "poll") return <Poll {...{ t, about, figures }} />;
  if (about.kind === "quiz") return <Quiz {...{ t, about, figures }} />;
  if (figures.notes) return <Notes {...{ t, notes: figures.notes, moderation, moderate }} />;
  return <p>{t("answered", { n: figures.n })}</p>;
}

function Poll({ t, about, figures }: { t: T; about: Doc; figures: Doc }) {
  return (
    <>
      {about.asked
        .filter((question: Doc) => figures.questions[question.key]?.n)
        .map((question: Doc) => {
          const { n, bars, texts } = figures.questions[question.key];
          const title = (id: string) => question.options.find((one: Doc) => one.id === id)?.title ?? id;
          return (
            <section key={question.key}>
              <h3>
                {question.text} <small>{t("answered", { n })}</small>
              </h3>
              {bars.length > 0 && (
                <table class="bars">
                  <tbody>
                    {bars.map((bar: Doc) => (
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
                {texts.slice(0, 60).map((text: string) => (
                  <li dir="auto">{text}</li>
                ))}
              </ul>
            </section>
          );
        })}
    </>
  );
}

function Quiz({ t, about, figures }: { t: T; about: Doc; figures: Doc }) {
  return (
    <ol>
      {about.questions.map((question: Doc) => {
        const { n, right } = figures.questions[question.id];
        return (
          <li>
            {question.text} <strong>{t("right_of", { right, n })}</strong>
          </li>
        );
      })}
    </ol>
  );
}
