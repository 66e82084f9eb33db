// Below the exercises on a participant's phone: questions to the facilitator, how fast it goes, and languages.
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Audience, type AudienceGiven, type Listening, type PaceSaid } from "../runtime/audience";
import type { QuestionShown } from "../runtime/shapes";
import { Icon } from "./icon";
import { Spoken } from "./spoken";
import { style } from "./style";
import css from "./audience.css";

const FEW = 60; // letters left that are worth telling

// What the page of a room asks for, drawn into `el`.
export default function show(el: HTMLElement, given: AudienceGiven): Listening {
  style(css);
  const audience: Audience = new Audience(given, () => render(<Panel audience={audience} />, el));
  return audience;
}

function Panel({ audience }: { audience: Audience }) {
  const { t, room, ready, said, problem } = audience;
  if (!room || room.status === "archived" || !ready) return null;
  const running = room.status === "open";
  const asks = room.questions === "open" && running;
  return (
    <div class="gc gc-audience">
      {running && <Pace audience={audience} />}
      <p role="status" class={said ? "" : "gc-hidden"}>
        {said}
      </p>
      {problem && (
        <p class="gc-error" role="alert">
          {problem}
        </p>
      )}
      {audience.mine && (asks || audience.questions.length > 0 || audience.mine.mine.length > 0) && (
        <Questions audience={audience} asks={asks} />
      )}
      {running && <Spoken audience={audience} />}
    </div>
  );
}

function Pace({ audience }: { audience: Audience }) {
  const { t, pace } = audience;
  const button = (one: Exclude<PaceSaid, null>) => (
    <button type="button" aria-pressed={pace === one} onClick={() => audience.setPace(one)}>
      {t(`pace_${one}`)}
    </button>
  );
  return (
    <div class="gc-pace" role="group" aria-label={t("pace")}>
      <span>{t("pace")}</span>
      {button("slow")}
      {button("fast")}
      {pace && <small>{t("pace_said", { minutes: 5 })}</small>}
    </div>
  );
}

function Questions({ audience, asks }: { audience: Audience; asks: boolean }) {
  const { t, questions, mine } = audience;
  const seen = new Set(questions.map(({ id }) => id));
  const own = new Set(mine!.mine.map(({ id }) => id));
  const waits = mine!.mine.filter(({ id }) => !seen.has(id));
  const list = useRef<HTMLOListElement>(null);
  const order = useRef<string[]>([]);
  // Whoever votes finds the next question where they saw it: the order changes once nothing in the list is at hand.
  const held = list.current?.contains(document.activeElement) ? order.current : [];
  const place = (id: string) => (held.includes(id) ? held.indexOf(id) : held.length);
  const shown = held.length ? [...questions].sort((a, b) => place(a.id) - place(b.id)) : questions;
  useEffect(() => void (order.current = shown.map(({ id }) => id)));
  return (
    <details class="gc-questions" open>
      <summary>{questions.length ? t("questions_n", { n: questions.length }) : t("questions")}</summary>
      {asks ? <Ask audience={audience} /> : <p class="gc-note">{t("questions_over")}</p>}
      {asks && !questions.length && !waits.length && <p>{t("questions_none")}</p>}
      {waits.length > 0 && (
        <ul class="gc-plain-list">
          {waits.map(({ id, text }) => (
            <li key={id}>
              <p dir="auto">{text}</p>
              <p class="gc-note">{t("question_waits")}</p>
              <Withdraw {...{ audience, id, text }} />
            </li>
          ))}
        </ul>
      )}
      <ol class="gc-plain-list" ref={list}>
        {shown.map((one) => (
          <One key={one.id} {...{ audience, one }} own={own.has(one.id)} asks={asks} />
        ))}
      </ol>
    </details>
  );
}

function Ask({ audience }: { audience: Audience }) {
  const { t, typed, mine } = audience;
  const left = mine!.longest - typed.length;
  const send = (event: Event) => {
    event.preventDefault();
    if (typed.trim()) void audience.ask(typed);
  };
  return (
    <form onSubmit={send}>
      <p class="gc-note">{t("questions_lead")}</p>
      <label for="audience-question">{t("question_text")}</label>
      <div class="gc-text" data-text={typed}>
        <textarea
          id="audience-question"
          dir="auto"
          rows={2}
          maxLength={mine!.longest}
          value={typed}
          onInput={({ currentTarget }) => (audience.typed = currentTarget.value)}
        />
      </div>
      <p class="gc-row">
        <button class="gc-main" disabled={!typed.trim()}>
          {t("question_ask")}
        </button>
        {left < FEW && <span class="gc-note">{t("question_left", { n: left })}</span>}
      </p>
    </form>
  );
}

function One(props: { audience: Audience; one: QuestionShown; own: boolean; asks: boolean }) {
  const { audience, one, own, asks } = props;
  const { t, mine } = audience;
  const { id, text, up, down, answered } = one;
  const vote = mine!.votes[id] ?? 0;
  const button = (pressed: 1 | -1, name: "up" | "down", count: number) => (
    <button type="button" aria-pressed={vote === pressed} onClick={() => audience.vote(id, pressed)}>
      <Icon name={name} />
      <span aria-hidden="true">{count}</span>
      <span class="gc-hidden">{t(`question_${name}`, { text })}</span>
    </button>
  );
  return (
    <li class={answered ? "answered" : ""}>
      <p dir="auto">{text}</p>
      <p class="gc-row">
        {asks && !own && !answered ? (
          <>
            {button(1, "up", up)}
            {button(-1, "down", down)}
          </>
        ) : (
          <span class="gc-note">{t("question_score", { up, down })}</span>
        )}
        {answered && (
          <span class="gc-chip good">
            <Icon name="done" /> {t("question_answered")}
          </span>
        )}
        {own && <span class="gc-chip">{t("question_mine")}</span>}
        {own && !answered && <Withdraw {...{ audience, id, text }} />}
      </p>
    </li>
  );
}

function Withdraw({ audience, id, text }: { audience: Audience; id: string; text: string }) {
  return (
    <button
      type="button"
      class="gc-plain"
      aria-label={audience.t("question_withdraw", { text })}
      onClick={() => audience.withdraw(id)}
    >
      {audience.t("question_withdraw_short")}
    </button>
  );
}
