// The end of a quiz: how many are right, what to look at again, and where the course says it.
import type { Around } from "../../runtime/exercise";
import { address } from "../address";
import type { Chapter, QuizQuestion, Told } from "./shapes";

export type Result = "open" | "right" | "wrong";

export function Summary(props: {
  ex: Around<Told>;
  questions: QuizQuestion[];
  found: Result[];
  hidden: boolean;
  now: boolean;
  locked: boolean;
  go: (index: number) => void;
  others: () => void;
}) {
  const { ex, questions, found, go } = props;
  const { t, spec } = ex;
  const of = (result: Result) => found.filter((one) => one === result).length;
  const chapters = new Map<Chapter | undefined, number[]>();
  questions.forEach(({ objective }, index) => {
    if (found[index] !== "wrong") return;
    const chapter = spec.chapters.find((one) => one.id === objective) ?? spec.chapters[0];
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), index]);
  });
  return (
    <section class="gc-quiz-end gc-noprint" data-now={props.now || undefined} hidden={props.hidden}>
      <h4 tabIndex={-1}>{t("score", { done: of("right"), all: questions.length })}</h4>
      {of("right") === questions.length && <p>{t("summary_right")}</p>}
      {of("open") > 0 && (
        <p>
          {t("summary_open", { count: of("open") })}{" "}
          <button type="button" onClick={() => go(found.indexOf("open"))}>
            {t("summary_go_on")}
          </button>
        </p>
      )}
      {chapters.size > 0 && <h5>{t("look_again")}</h5>}
      {[...chapters].map(([chapter, missed]) => (
        <div class="gc-card" key={chapter?.id}>
          {chapter && <Where {...{ ex, chapter }} />}
          <ul>
            {missed.map((index) => (
              <li key={index}>
                <button type="button" class="gc-plain" onClick={() => go(index)}>
                  {index + 1}. {questions[index].text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {questions.length < spec.questions.length && (
        <>
          <p class="gc-note">{t("drawn", { count: questions.length, all: spec.questions.length })}</p>
          <button type="button" disabled={props.locked} onClick={props.others}>
            {t("others")}
          </button>
        </>
      )}
    </section>
  );
}

// The chapter where it is said: on this page its heading, else an exercise of its session.
function Where({ ex, chapter }: { ex: Around; chapter: Chapter }) {
  const text = ex.t("look_again_at", { session: chapter.session, text: chapter.text });
  const heading = [...document.querySelectorAll("h2, h3")].find((one) =>
    chapter.parts.includes((one.textContent ?? "").replace(/\s*[#¶]\s*$/, "").trim()),
  );
  const id = heading?.id || heading?.closest("section[id]")?.id;
  const [exercise] = chapter.exercises;
  const to = id
    ? `#${encodeURIComponent(id)}`
    : exercise && address(ex, { id: exercise, sessions: [chapter.session] });
  return <p>{to ? <a href={to}>{text}</a> : text}</p>;
}
