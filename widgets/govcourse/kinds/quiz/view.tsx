// The quiz: one question below the other, checked when asked, explained whether right or wrong.
import { useState } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import { Choices } from "../../ui/choices";
import { Fields, Pick, TextField, moved } from "../../ui/fields";
import { ProgressBar } from "../../ui/marks";
import { module, type ViewProps } from "../../ui/shell";
import { asked, mixed, right, seedFor } from "./rules";
import css from "./view.css";
import type { Answer, Given, QuizOption, QuizQuestion as Asked, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export { default as results } from "./results";
export default module(View, css);

type Set = (values: Given, field?: string) => void;

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const [fresh] = useState(() => seedFor(spec));
  const seed = answer.seed || fresh; // kept with the first answer
  const questions = asked(spec, seed);
  const given = (question: Asked): Given => answer.answers?.[question.id] ?? {};
  const done = questions.filter(
    (question) => given(question).checked && right(question, given(question)),
  ).length;
  return (
    <div>
      <div class="gc-card">
        <p class="gc-label" role="status">
          {t("score", { done, all: questions.length })}
        </p>
        <ProgressBar label={t("score_label")} max={questions.length} value={done} />
        {questions.length < spec.questions.length && (
          <p class="gc-note">{t("drawn", { count: questions.length, all: spec.questions.length })}</p>
        )}
      </div>
      <Fields ex={ex} locked={readOnly}>
        <ol class="gc-questions">
          {questions.map((question) => (
            <li key={question.id}>
              <Question
                {...{ ex, question, seed }}
                given={given(question)}
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
            </li>
          ))}
        </ol>
        {questions.length < spec.questions.length && (
          <button
            type="button"
            class="gc-noprint"
            onClick={() => change({ ...answer, seed: seedFor(spec, answer.answers) })}
          >
            {t("others")}
          </button>
        )}
      </Fields>
    </div>
  );
}

interface One {
  ex: Around<Told>;
  question: Asked;
  given: Given;
  seed: string;
}

function Question({ ex, question, given, seed, set }: One & { set: Set }) {
  const { t } = ex;
  const checked = !!given.checked;
  const isRight = right(question, given);
  const begun =
    question.type === "order" || (given.chosen ?? []).length || Object.keys(given.pairs ?? {}).length;
  const check = () =>
    set({
      chosen:
        question.type === "order"
          ? order(question, given, seed).map((option) => option.id)
          : (given.chosen ?? []),
      checked: true,
      tries: Math.min(1000, (given.tries ?? 0) + 1),
    });
  return (
    <section
      class={`gc-question${checked ? (isRight ? " right" : " wrong") : ""}`}
      data-question={question.id}
    >
      <fieldset disabled={checked}>
        <legend class="gc-hidden">{question.text}</legend>
        <Inputs {...{ ex, question, given, seed, set }} />
        {question.reason && (
          <TextField
            label={t("reason")}
            max={3000}
            value={given.reason}
            onValue={(reason) => set({ reason }, `reason-${question.id}`)}
          />
        )}
      </fieldset>
      {!checked && (
        <button type="button" class="gc-main gc-noprint" disabled={!begun} onClick={check}>
          {t("check")}
          <span class="gc-hidden"> {question.text}</span>
        </button>
      )}
      <div role="status">
        {checked && (
          <div class="gc-feedback">
            <p>
              <strong>{t(isRight ? "right" : "wrong")}</strong>
            </p>
            <Feedback {...{ ex, question, given }} />
            <p>{question.explanation}</p>
          </div>
        )}
      </div>
      {checked && (
        <button type="button" class="gc-noprint" onClick={() => set({ checked: false })}>
          {t(isRight ? "change_mind" : "again")}
          <span class="gc-hidden"> {question.text}</span>
        </button>
      )}
    </section>
  );
}

// How this person sees the options; true and false stand as they do everywhere.
const shown = (question: Asked, seed: string): QuizOption[] =>
  question.type === "true-false" ? question.options : mixed(question.options, `${seed}/${question.id}`);

const order = (question: Asked, given: Given, seed: string): QuizOption[] => {
  const known = (given.chosen ?? []).flatMap((id) => question.options.find((one) => one.id === id) ?? []);
  return known.length === question.options.length ? known : shown(question, seed);
};

function Inputs({ ex, question, given, seed, set }: One & { set: Set }) {
  const { t, spec } = ex;
  const title = <p class="gc-question-text">{question.text}</p>;
  if (question.type === "match") {
    const right = shown(question, seed).map((option) => ({
      id: option.id,
      title: option.match ?? "",
    }));
    return (
      <>
        {title}
        <ul class="gc-pairs">
          {question.options.map((option) => (
            <li key={option.id}>
              <span>{option.text}</span>
              <Pick
                label={t("match_for", { text: option.text })}
                none={t("match_none")}
                value={given.pairs?.[option.id]}
                options={right}
                onPick={(id) => {
                  const { [option.id]: _, ...rest } = given.pairs ?? {};
                  set({ pairs: id ? { ...rest, [option.id]: id } : rest });
                }}
              />
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (question.type === "order") {
    const now = order(question, given, seed);
    const move = (from: number, to: number) =>
      set({ chosen: moved(now, from, to).map((option) => option.id) });
    return (
      <>
        {title}
        <ol class="gc-order">
          {now.map((option, index) => (
            <li key={option.id}>
              <span>{option.text}</span>
              <span class="gc-row gc-noprint">
                <button
                  type="button"
                  aria-label={t("order_up", { text: option.text })}
                  disabled={!index}
                  onClick={() => move(index, index - 1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={t("order_down", { text: option.text })}
                  disabled={index === now.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  ↓
                </button>
              </span>
            </li>
          ))}
        </ol>
      </>
    );
  }
  return (
    <Choices
      legend={question.text}
      hint={question.type === "multiple" ? t("several") : undefined}
      name={`${spec.id}-${question.id}`}
      className="gc-options"
      several={question.type === "multiple"}
      options={shown(question, seed).map((option) => ({ id: option.id, title: option.text }))}
      chosen={given.chosen ?? []}
      onChoose={(chosen) => set({ chosen })}
    />
  );
}

// What there is to say of each thing chosen; in a match or an order, of each that is in the wrong place.
function Feedback({ ex, question, given }: { ex: Around<Told>; question: Asked; given: Given }) {
  const { t } = ex;
  const chosen = given.chosen ?? [];
  const placed = (option: QuizOption, index: number): boolean =>
    question.type === "match" ? given.pairs?.[option.id] === option.id : chosen[index] === option.id;
  const ordered = question.type === "match" || question.type === "order";
  const spoken = question.options.filter((option, index) =>
    ordered ? !placed(option, index) : chosen.includes(option.id),
  );
  const missed =
    question.type === "multiple"
      ? question.options.filter((option) => option.right && !chosen.includes(option.id)).length
      : 0;
  return (
    <ul>
      {spoken.map((option) => (
        <li>
          <strong>{option.text}</strong>: {option.feedback}
        </li>
      ))}
      {missed > 0 && <li>{t("missed", { count: missed })}</li>}
    </ul>
  );
}
