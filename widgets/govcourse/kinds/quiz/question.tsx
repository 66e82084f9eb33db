// One question of a quiz: its options, and beside each that was chosen what there is to say of it.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import { Choices } from "../../ui/choices";
import { Pick, TextField, moved } from "../../ui/fields";
import { Icon } from "../../ui/icon";
import { mixed } from "./rules";
import type { Result } from "./summary";
import type { Given, QuizOption, QuizQuestion as Asked, Told } from "./shapes";

interface One {
  ex: Around<Told>;
  question: Asked;
  given: Given;
  seed: string;
  set: (values: Given, field?: string) => void;
}

export function Question(
  props: One & { index: number; count: number; result: Result; now: boolean; hidden: boolean },
) {
  const { ex, question, given, seed, set, result } = props;
  const { t } = ex;
  const checked = result !== "open";
  const place = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  const begun =
    question.type === "order" || given.chosen?.length || Object.keys(given.pairs ?? {}).length > 0;
  const check = () => {
    pressed.current = true;
    set({
      chosen:
        question.type === "order"
          ? order(question, given, seed).map((option) => option.id)
          : (given.chosen ?? []),
      checked: true,
      tries: Math.min(1000, (given.tries ?? 0) + 1),
    });
  };
  const again = () => {
    pressed.current = true;
    set({ checked: false });
  };
  // What had the focus is locked or gone: the question keeps it, and with it the keys.
  useLayoutEffect(() => {
    if (pressed.current) place.current!.querySelector<HTMLElement>("h4")!.focus({ preventScroll: true });
    pressed.current = false;
  }, [checked]);
  return (
    <section
      ref={place}
      class={`gc-question${checked ? ` ${result}` : ""}`}
      data-question={question.id}
      data-now={props.now || undefined}
      hidden={props.hidden}
    >
      <h4 tabIndex={-1}>{t("question_of", { n: props.index + 1, all: props.count })}</h4>
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
      <div role="status">
        {checked && (
          <div class="gc-verdict">
            <p>
              <strong>
                <Icon name={result === "right" ? "done" : "bad"} />
                {t(result)}
              </strong>{" "}
              <Missed {...{ ex, question, given }} />
            </p>
            <p>{question.explanation}</p>
          </div>
        )}
      </div>
      {checked ? (
        <button type="button" class="gc-plain gc-noprint" onClick={again}>
          {t(result === "right" ? "change_mind" : "again")}
          <span class="gc-hidden"> {question.text}</span>
        </button>
      ) : (
        <button type="button" class="gc-main gc-noprint" disabled={!begun} onClick={check}>
          {t("check")}
          <span class="gc-hidden"> {question.text}</span>
        </button>
      )}
      {["single", "multiple", "true-false"].includes(question.type) && !checked && (
        <small class="gc-keys gc-noprint">{t("keys", { count: question.options.length })}</small>
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

// What there is to say of one option, whether it is at its place or not.
function Said({ good, children }: { good: boolean; children: ComponentChildren }) {
  return (
    <p class={`gc-feedback ${good ? "good" : "bad"}`}>
      <Icon name={good ? "done" : "bad"} />
      <span>{children}</span>
    </p>
  );
}

function Inputs({ ex, question, given, seed, set }: One) {
  const { t, spec } = ex;
  const title = <p class="gc-question-text">{question.text}</p>;
  if (question.type === "match") {
    const right = shown(question, seed).map((option) => ({ id: option.id, title: option.match ?? "" }));
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
              {given.checked && given.pairs?.[option.id] !== option.id && (
                <Said good={false}>{option.feedback}</Said>
              )}
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
              {given.checked && question.options[index].id !== option.id && (
                <Said good={false}>{option.feedback}</Said>
              )}
            </li>
          ))}
        </ol>
      </>
    );
  }
  const chosen = given.chosen ?? [];
  return (
    <Choices
      legend={question.text}
      hint={question.type === "multiple" ? t("several") : undefined}
      name={`${spec.id}-${question.id}`}
      className="gc-options"
      several={question.type === "multiple"}
      options={shown(question, seed).map(({ id, text, right, feedback }) => {
        const told = given.checked && chosen.includes(id);
        return {
          id,
          title: text,
          mark: told ? (right ? "good" : "bad") : undefined,
          said: told && <Said good={!!right}>{feedback}</Said>,
        };
      })}
      chosen={chosen}
      onChoose={(chosen) => set({ chosen })}
    />
  );
}

// How many of several that are right were not chosen.
function Missed({ ex, question, given }: Pick<One, "ex" | "question" | "given">) {
  if (question.type !== "multiple") return null;
  const missed = question.options.filter((one) => one.right && !given.chosen?.includes(one.id)).length;
  return missed ? <>{ex.t("missed", { count: missed })}</> : null;
}
