// The run sheet of a session: where one is, how long it took and how long it should take, what to cut when late.
import { clock } from "../../runtime/clock";
import type { Say } from "../../runtime/outline";
import type { AgendaItem, Console, RoomState } from "./shapes";

export function RunSheet(props: {
  t: Say;
  all: Console;
  room: RoomState;
  now: number;
  act: (path: string, body: object) => void;
}) {
  const { t, all, room, now, act } = props;
  const session = all.sessions.find((one) => one.number === room.session) ?? all.sessions[0];
  const run = room.run?.session === session.number ? room.run : null;
  const step: number | null = run ? run.step : null;
  const { agenda } = session;
  const minutes = (items: AgendaItem[]) => items.reduce((sum, item) => sum + item.minutes, 0);
  const elapsed = run ? Math.round((now - run.began) / 1000) : 0;
  const planned = step === null ? 0 : minutes(agenda.slice(0, step)) * 60;
  const inStep = run ? Math.round((now - run.since) / 1000) : 0;
  const late = run ? elapsed - planned - Math.min(inStep, agenda[step!].minutes * 60) : 0;
  const go = (to: number) => act("", { step: to });
  return (
    <section aria-label={t("run_sheet")}>
      <h2>{t("run_sheet")}</h2>
      <label for="run-session">{t("which_session")}</label>
      <select
        id="run-session"
        value={String(session.number)}
        onChange={(event) => act("", { session: Number(event.currentTarget.value) })}
      >
        {all.sessions
          .filter((one) => room.sessions.includes(one.number))
          .map((one) => (
            <option value={String(one.number)}>
              {one.name}. {one.title}
            </option>
          ))}
      </select>
      <p role="status">
        {run
          ? t("run_now", {
              elapsed: clock(elapsed),
              left: clock(minutes(agenda) * 60 - elapsed),
              step: clock(agenda[step!].minutes * 60 - inStep),
            })
          : t("run_before", { minutes: minutes(agenda) })}{" "}
        {late > 180 && <strong>{t("run_late", { minutes: Math.round(late / 60) })}</strong>}
      </p>
      <div class="row">
        <button
          type="button"
          class="main"
          onClick={() => go(step === null ? 0 : Math.min(agenda.length - 1, step + 1))}
        >
          {t(step === null ? "run_begin" : "run_next")}
        </button>
        <button type="button" disabled={!step} onClick={() => go(step! - 1)}>
          {t("run_back")}
        </button>
      </div>
      <ol class="run">
        {agenda.map((item, index) => (
          <li key={index} aria-current={index === step ? "step" : undefined}>
            <span>{t("minutes", { minutes: item.minutes })}</span> <strong>{item.title}</strong>
            {item.cut && <small>{t("run_cut", { what: item.cut })}</small>}
            {item.talk.length > 0 && (
              <details open={index === step}>
                <summary>{t("run_talk")}</summary>
                <ul>
                  {item.talk.map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
      {session.further.map((one) => (
        <details key={one.id}>
          <summary>{t("run_further", { title: one.title, minutes: one.minutes })}</summary>
          <p>{one.question}</p>
          <ul>
            {one.talk.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
      ))}
      <details open={step === null}>
        <summary>{t("run_ready")}</summary>
        <ul>
          {session.prepare.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t("run_prepare")}</summary>
        <ul>
          {session.preparation.map((task) => (
            <li>{task.text}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
