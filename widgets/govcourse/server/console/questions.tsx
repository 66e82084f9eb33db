// What the room asks: the most wanted first; marked as answered, hidden and shown again, and that undone; on the projector or not.
import { useState } from "preact/hooks";
import type { Say } from "../../runtime/outline";
import { Icon } from "../../ui/icon";
import { call, type Act, type Room } from "./room";
import type { Console, QuestionListed, QuestionsModerated, RoomState } from "./shapes";
import { Switch } from "./switch";

interface Props {
  t: Say;
  all: Console;
  room: RoomState;
  told: Room;
  act: Act;
}

export const waiting = (questions: QuestionListed[]): QuestionListed[] =>
  questions.filter(({ answered, hidden }) => !answered && !hidden);

// What is done with a question, and how the last of what hides or shows is taken back.
function useAnswering({ t, all, act, room }: Omit<Props, "told">) {
  const [before, setBefore] = useState<Omit<QuestionsModerated, "moderate"> | null>(null);
  const [problem, setProblem] = useState("");
  const moderate = ({ hidden, approved }: Omit<QuestionsModerated, "moderate">) => ({
    questions_hidden: hidden,
    questions_approved: approved,
  });
  const turn = async ({ key }: QuestionListed, hide: boolean) => {
    const { hidden, approved } = room.asked;
    const less = (keys: string[]) => keys.filter((one) => one !== key);
    const done = await act(({ asked }) =>
      moderate({
        hidden: [...less(asked.hidden), ...(hide ? [key] : [])],
        approved: [...less(asked.approved), ...(hide ? [] : [key])],
      }),
    );
    if (done) setBefore({ hidden, approved });
  };
  const answer = (id: string, answered: boolean) =>
    call(`${all.api}/questions/${id}`, "PUT", { answered }).then(
      () => setProblem(""),
      (error) => setProblem(error instanceof TypeError ? t("no_server") : error.message),
    );
  const undo = before && (async () => (await act(moderate(before))) && setBefore(null));
  return { turn, answer, undo, problem };
}

// On the facilitator's phone: what waits for an answer, answered or hidden with one press.
export function Waiting(props: Props) {
  const { t, told } = props;
  const can = useAnswering(props);
  const wait = waiting(told.questions);
  if (!told.questions.length && props.room.questions !== "open") return null;
  return (
    <section aria-label={t("questions_are")}>
      <h2>{t("questions_are")}</h2>
      <Problem said={can.problem} />
      <p role="status">
        {told.questions.length ? t("questions_wait", { n: wait.length }) : t("questions_none_led")}
      </p>
      <List {...props} {...can} questions={wait} />
      {can.undo && (
        <button type="button" onClick={can.undo}>
          {t("questions_undo")}
        </button>
      )}
    </section>
  );
}

export function Questions(props: Props) {
  const { t, room, act } = props;
  const { questions } = props.told;
  const can = useAnswering(props);
  const open = room.questions === "open";
  return (
    <>
      <h2>{t("questions_are")}</h2>
      <div class="row">
        <button
          type="button"
          class={open ? "" : "main"}
          onClick={() => act({ questions: open ? "closed" : "open" })}
        >
          {t(open ? "questions_stop" : "questions_take")}
        </button>
        <button
          type="button"
          disabled={!questions.length && !room.questions_shown}
          onClick={() => act({ questions_shown: !room.questions_shown })}
        >
          {t(room.questions_shown ? "questions_away" : "questions_show")}
        </button>
        <button type="button" disabled={!can.undo} onClick={() => can.undo?.()}>
          {t("questions_undo")}
        </button>
      </div>
      <Switch
        label={t("questions_check")}
        on={room.asked.moderate}
        set={(on) => act({ questions_moderate: on })}
      />
      <Problem said={can.problem} />
      <p role="status">
        {questions.length
          ? t("questions_wait", { n: waiting(questions).length })
          : t(open ? "questions_none_led" : "questions_to_come")}
      </p>
      <List {...props} {...can} questions={questions} />
    </>
  );
}

const Problem = ({ said }: { said: string }) =>
  said ? (
    <p class="alert" role="alert">
      {said}
    </p>
  ) : null;

type Can = Pick<ReturnType<typeof useAnswering>, "turn" | "answer">;

function List({ t, room, questions, answer, turn }: Props & Can & { questions: QuestionListed[] }) {
  return (
    <ol class="asked">
      {questions.map((one) => (
        <li key={one.id} class={one.hidden ? "off" : one.answered ? "answered" : ""}>
          <Score {...one} t={t} />
          <span dir="auto" class="grow">
            {one.text}
          </span>
          <span class="facts">
            {one.answered && (
              <>
                <Icon name="done" /> {t("question_answered")}
              </>
            )}
            {one.answered && one.hidden && " · "}
            {one.hidden && t("question_held")}
          </span>
          <button type="button" onClick={() => answer(one.id, !one.answered)}>
            {t(one.answered ? "question_undone" : "question_done")}
            <span class="gc-hidden"> {one.text}</span>
          </button>
          <button type="button" onClick={() => turn(one, !one.hidden)}>
            {t(one.hidden ? (room.asked.moderate ? "question_approve" : "question_show") : "question_hide")}
            <span class="gc-hidden"> {one.text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

// On the projector: what waits for an answer first, and what was answered after it.
export function Asked({ t, questions }: { t: Say; questions: QuestionListed[] }) {
  const seen = questions.filter(({ hidden }) => !hidden);
  return (
    <section>
      <h2>{t("screen_questions_how")}</h2>
      {!seen.length && <p>{t("questions_none")}</p>}
      <ol class="screen-questions">
        {seen.map((one) => (
          <li key={one.id} class={one.answered ? "answered" : ""}>
            <Score {...one} t={t} />
            <span dir="auto">{one.text}</span>
            {one.answered && (
              <small class="screen-answered">
                <Icon name="done" /> {t("question_answered")}
              </small>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Score({ t, up, down }: Pick<QuestionListed, "up" | "down"> & { t: Say }) {
  return (
    <span class="score">
      <span class="gc-hidden">{t("question_score", { up, down })}</span>
      <span aria-hidden="true">
        <Icon name="up" /> {up}
      </span>
      <span aria-hidden="true">
        <Icon name="down" /> {down}
      </span>
    </span>
  );
}
