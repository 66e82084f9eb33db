// The time line of a session: its steps with their exercises, where the room is, how long it took, and what to have ready.
import { clock } from "../../runtime/clock";
import type { Say } from "../../runtime/outline";
import { answered, type Act } from "./room";
import type { AgendaItem, Console, Counts, RoomState } from "./shapes";
import { done, named, shown, type Place, type Way } from "./walk";

interface Props {
  t: Say;
  all: Console;
  room: RoomState;
  counts: Counts;
  way: Way;
  now: number;
  at: Place | null; // what is looked at on the console
  choose: (key: string) => void;
  act: Act;
}

const sum = (items: AgendaItem[]) => items.reduce((all, item) => all + item.minutes, 0);

export function Timeline(props: Props) {
  const { t, all, room, way, act } = props;
  const { sheet, steps, more } = way;
  const begun = room.run?.session === sheet.number;
  return (
    <>
      <label for="run-session">{t("which_session")}</label>
      <select
        id="run-session"
        value={String(sheet.number)}
        onChange={(event) => act({ session: Number(event.currentTarget.value), look: null })}
      >
        {all.sessions
          .filter((one) => room.sessions.includes(one.number))
          .map((one) => (
            <option key={one.number} value={String(one.number)}>
              {one.name}. {one.title}
            </option>
          ))}
      </select>
      <Pace {...props} />
      <ol class="line">
        {steps.map((place) => (
          <Step key={place.key} {...props} place={place} />
        ))}
      </ol>
      {more.length > 0 && (
        <>
          <h2 id="line-more">{t("line_more")}</h2>
          <ul class="line" aria-labelledby="line-more">
            {more.map((place) => (
              <Step key={place.key} {...props} place={place} />
            ))}
          </ul>
        </>
      )}
      <Lines title={t("run_ready")} lines={sheet.prepare} open={!begun} />
      {sheet.further.map((one) => (
        <Lines
          key={one.id}
          title={t("run_further", { title: one.title, minutes: one.minutes })}
          lines={[one.question, ...one.talk]}
        />
      ))}
      <Lines title={t("run_prepare")} lines={sheet.preparation.map((task) => task.text)} />
    </>
  );
}

function Pace({ t, room, way, now }: Props) {
  const { agenda } = way.sheet;
  const run = room.run?.session === way.sheet.number ? room.run : null;
  if (!run || !agenda[run.step]) return <p role="status">{t("run_before", { minutes: sum(agenda) })}</p>;
  const elapsed = Math.round((now - run.began) / 1000);
  const inStep = Math.round((now - run.since) / 1000);
  const length = agenda[run.step].minutes * 60;
  const late = elapsed - sum(agenda.slice(0, run.step)) * 60 - Math.min(inStep, length);
  const values = {
    elapsed: clock(Math.max(0, elapsed)),
    left: clock(Math.max(0, sum(agenda) * 60 - elapsed)),
    step: clock(Math.max(0, length - inStep)),
  };
  return (
    <p class="pace">
      {t("run_now", values)}{" "}
      {late > 180 && <strong>{t("run_late", { minutes: Math.round(late / 60) })}</strong>}
    </p>
  );
}

function Step({ t, all, room, counts, way, at, choose, place }: Props & { place: Place }) {
  const one = named(room, place.activity);
  const { item } = place;
  const here = way.now?.key === place.key;
  const past = one ? done(room, one) : here || (way.now?.step ?? -1) > (place.step ?? Infinity);
  const marks = one && [
    one.state === "open" ? t("line_open") : past && t("line_done"),
    (one.state === "open" || counts.answered[one.id]) && answered(t, all, counts, one.id),
    shown(all, room, one.id) && t("results_shown"),
    one.review !== "none" && t(`review_is_${one.review}`),
  ];
  return (
    <li
      data-activity={place.activity ?? undefined}
      data-title={one?.title}
      data-state={one?.state === "open" ? "open" : past && !here ? "done" : undefined}
      aria-current={here ? "step" : undefined}
    >
      <button
        type="button"
        class="plain"
        aria-pressed={at?.key === place.key}
        onClick={() => choose(place.key)}
      >
        <span class="minutes">{item && t("minutes", { minutes: item.minutes })}</span>
        <span>
          <strong>{place.title}</strong>
          {one && (
            <small>
              {one.title !== place.title && <span class="exercise">{one.title}</span>}
              <span class={one.state === "open" ? "live-mark" : ""}>
                {marks!.filter(Boolean).join(" · ")}
              </span>
            </small>
          )}
        </span>
      </button>
    </li>
  );
}

function Lines({ title, lines, open }: { title: string; lines: string[]; open?: boolean }) {
  if (!lines.length) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
