// The quiz: one question at a time, checked when asked and explained; at the end what to look at again.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Fields } from "../../ui/fields";
import { Icon } from "../../ui/icon";
import { module, type ViewProps } from "../../ui/shell";
import { Question } from "./question";
import { asked, right, seedFor } from "./rules";
import { Summary, type Result } from "./summary";
import css from "./view.css";
import type { Answer, Given, QuizQuestion, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export { default as results } from "./results";
export default module(View, css);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const [fresh] = useState(() => seedFor(spec));
  const seed = answer.seed || fresh; // kept with the first answer
  const questions = asked(spec, seed);
  const given = (question: QuizQuestion): Given => answer.answers?.[question.id] ?? {};
  const result = (question: QuizQuestion): Result =>
    !given(question).checked ? "open" : right(question, given(question)) ? "right" : "wrong";
  const found = questions.map(result);
  const end = questions.length;
  const [at, setAt] = useState(() => (found.includes("open") ? found.indexOf("open") : end));
  const [all, setAll] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const went = useRef(false);
  const arrive = () => place.current!.querySelector<HTMLElement>("[data-now] h4")!.focus();
  const go = (to: number) => {
    if (to === at) return arrive();
    went.current = true;
    setAt(to);
  };
  useLayoutEffect(() => {
    if (went.current) arrive();
    went.current = false;
  }, [at]);
  return (
    <div ref={place} onKeyDown={(event) => keys(event, place.current!)}>
      <div class="gc-quiz-head gc-noprint">
        <ol class="gc-pips" aria-label={t("questions")}>
          {[...questions, null].map((question, index) => (
            <li key={question?.id ?? ""}>
              <button
                type="button"
                data-result={found[index]}
                aria-label={question ? t(named(found[index]), { n: index + 1 }) : undefined}
                aria-current={index === at ? "step" : undefined}
                onClick={() => go(index)}
              >
                {question ? index + 1 : t("summary")}
                {found[index] === "right" && <Icon name="done" />}
              </button>
            </li>
          ))}
        </ol>
        <p class="gc-note" role="status">
          {t("score", { done: found.filter((one) => one === "right").length, all: end })}
        </p>
      </div>
      <Fields ex={ex} locked={readOnly}>
        {questions.map((question, index) => (
          <Question
            key={question.id}
            {...{ ex, question, seed, index, count: end }}
            given={given(question)}
            result={found[index]}
            now={index === at}
            hidden={!all && index !== at}
            set={(values, field) =>
              change(
                {
                  ...answer,
                  seed,
                  answers: { ...answer.answers, [question.id]: { ...given(question), ...values } },
                },
                field,
              )
            }
          />
        ))}
      </Fields>
      {/* Outside of what the example locks: it is looked through, too. */}
      {questions.map(
        (question, index) =>
          !all &&
          index === at &&
          (readOnly || found[index] !== "open") && (
            <button
              key={question.id}
              type="button"
              class="gc-main gc-next gc-noprint"
              onClick={() => go(at + 1)}
            >
              {t(at + 1 < end ? "next" : "to_summary")}
            </button>
          ),
      )}
      <Summary
        {...{ ex, questions, found, go }}
        hidden={!all && at !== end}
        now={at === end}
        locked={readOnly}
        others={() => {
          change({ ...answer, seed: seedFor(spec, answer.answers) });
          go(0);
        }}
      />
      <button type="button" class="gc-plain gc-noprint" aria-pressed={all} onClick={() => setAll(!all)}>
        {t(all ? "one_by_one" : "all_at_once")}
      </button>
    </div>
  );
}

const named = (result: Result): string => (result === "open" ? "question_n" : `question_${result}`);

// 1–9 choose an option, Enter checks and goes on; a field, a list and a button keep their own keys.
function keys(event: KeyboardEvent, place: HTMLElement): void {
  const target = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey || target.closest("textarea, select")) return;
  const question = target.closest("[data-question]") ?? place.querySelector("[data-question][data-now]");
  if (/^[1-9]$/.test(event.key)) {
    const option = question?.querySelectorAll("input")[Number(event.key) - 1];
    if (!option || option.matches(":disabled")) return;
    option.focus();
    option.click();
  } else if (event.key === "Enter" && !target.closest("button, a")) {
    const check = question?.querySelector<HTMLButtonElement>(".gc-main:not(:disabled)");
    (check ?? place.querySelector<HTMLButtonElement>(".gc-next"))?.click();
  } else return;
  event.preventDefault();
}
