// The facilitator's console: run sheet, exercises opened and shown by one press or key, who is in, live results.
import { render } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { clock } from "../../runtime/clock";
import { style } from "../../ui/style";
import { Manage } from "./manage";
import { Exercise } from "./exercise";
import { Prepared } from "./prepared";
import { Results } from "./results";
import { Reviews, useReviews } from "./reviews";
import { Take } from "./take";
import { Teams } from "./teams";
import { RunSheet } from "./runsheet";
import { Steer } from "./steer";
import { Switch } from "./switch";
import css from "./console.css";
import type { Say } from "../../runtime/outline";
import { call, texts, payload, useFigures, useNow, useRoom } from "./room";
import type { Console as Payload, RoomActivityState } from "./shapes";

style(css);

function Console({ all, dashboard }: { all: Payload; dashboard?: boolean }) {
  const t = texts(all.texts);
  const told = useRoom(all.api);
  const { room, gone, counts, lost } = told;
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const now = useNow();
  const activity = room?.activities?.find((one) => one.id === chosen);
  const stamp = [counts.answered[chosen ?? ""], activity];
  const figures = useFigures(
    all.api,
    activity && all.activities[activity.id].summed ? activity.id : null,
    stamp,
  );
  const reviews = useReviews(all.api, activity, told);
  const act = (path: string, body: object) =>
    call(`${all.api}${path}`, "PUT", body)
      .then(() => {
        setProblem("");
        return true;
      })
      .catch((error) => {
        setProblem(error.message);
        return false;
      });
  const set = (id: string, body: object) => act(`/activities/${id}`, body);
  // What says what is good can be reviewed, while it is open.
  const reviewable = (one: RoomActivityState) =>
    all.activities[one.id].good && (one.state === "open" || one.review === "open");
  const keys: Record<string, (one: RoomActivityState) => void> = {
    o: (one) => set(one.id, { state: one.state === "open" ? "closed" : "open" }),
    r: (one) => set(one.id, { results: one.results === "shown" ? "hidden" : "shown" }),
    v: (one) => reviewable(one) && set(one.id, { review: one.review === "open" ? "closed" : "open" }),
    l: (one) => act("", { look: room?.look === one.id ? null : one.id }),
  };
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest("input, textarea, select, dialog");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !activity) return;
      keys[event.key]?.(activity);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
  if (gone) return <p role="status">{t("room_deleted")}</p>;
  if (!room) return <p role="status">{t("loading_room")}</p>;
  const left = room.timer ? Math.round((room.timer.ends - now) / 1000) : null;
  // In the order of the session's agenda; what stands in none of its parts comes last.
  const agenda = all.sessions.find((one) => one.number === room.session)?.agenda ?? [];
  const place = (one: RoomActivityState) => {
    const found = agenda.findIndex((item) => item.activity === one.id);
    return found < 0 ? agenda.length : found;
  };
  const shown = room.activities
    .filter((one) => one.sessions.includes(room.session ?? one.sessions[0]))
    .sort((a, b) => place(a) - place(b));
  return (
    <div class="console">
      <header class="console-head">
        <div>
          <h1>{room.title || t("untitled_room")}</h1>
          <p class="big-code">
            <strong class="code">{room.code}</strong> <span>{all.short}</span>
          </p>
          <p role="status" data-people={counts.participants}>
            {t("people", { n: counts.participants })} {room.status !== "open" && t(`room_${room.status}`)}
          </p>
          {lost && <p class="alert">{t("room_lost")}</p>}
          {problem && (
            <p class="alert" role="alert">
              {problem}
            </p>
          )}
          <p>
            <a class="button" href={`${all.base}room/${room.code}/screen`} target="_blank">
              {t("projector")}
            </a>{" "}
            {!dashboard && (
              <a href={`${all.base}voila/render/facilitator.ipynb?room=${room.code}`}>{t("dashboard")}</a>
            )}{" "}
            <a href={`${all.base}voila/render/analysis.ipynb?room=${room.code}`}>{t("analysis")}</a>{" "}
            {left !== null && (
              <>
                <strong class="console-clock" role="timer">
                  {clock(left)}
                </strong>{" "}
                <button type="button" onClick={() => act("", { timer: null })}>
                  {t("timer_end")}
                </button>
              </>
            )}
          </p>
        </div>
        <img src={`${all.api}/qr.svg`} alt={t("qr_alt", { url: all.join })} width="180" height="180" />
      </header>
      <Steer {...{ t, all, room, counts, act }} />
      <div class="console-columns">
        <RunSheet {...{ t, all, room, now, act }} />
        <section aria-label={t("exercises")}>
          <h2>{t("exercises")}</h2>
          <p class="note">{t("keys")}</p>
          <ul class="console-list">
            {shown.map((one) => (
              <li key={one.id} data-activity={one.id} class={one.id === chosen ? "chosen" : ""}>
                <button
                  type="button"
                  class="plain"
                  aria-pressed={one.id === chosen}
                  onClick={() => setChosen(one.id)}
                >
                  <strong>{one.title}</strong>
                  <small>
                    {t(one.state === "open" ? "opened" : "closed")} ·{" "}
                    {t("answered", { n: counts.answered[one.id] ?? 0 })}
                    {one.results === "shown" && ` · ${t("results_shown")}`}
                    {one.review !== "none" && ` · ${t(`review_is_${one.review}`)}`}
                    {room.look === one.id && ` · ${t("looked_at")}`}
                  </small>
                </button>
                <div class="row">
                  <Act
                    t={t}
                    name={one.state === "open" ? "close" : "open"}
                    one={one}
                    on={one.state === "open"}
                    act={keys.o}
                  />
                  {all.activities[one.id].summed && (
                    <Act
                      t={t}
                      name={one.results === "shown" ? "hide" : "show"}
                      one={one}
                      on={one.results === "shown"}
                      act={keys.r}
                    />
                  )}
                  {reviewable(one) && (
                    <Act
                      t={t}
                      name={one.review === "open" ? "review_end" : "review"}
                      one={one}
                      on={one.review === "open"}
                      act={keys.v}
                    />
                  )}
                  <Act
                    t={t}
                    name={room.look === one.id ? "away" : "look"}
                    one={one}
                    on={room.look === one.id}
                    act={keys.l}
                  />
                  <select
                    aria-label={t("timer_for", { title: one.title })}
                    value=""
                    onChange={(event) => set(one.id, { timer: Number(event.currentTarget.value) * 60 })}
                  >
                    <option value="">{t("timer_start")}</option>
                    {[...new Set([1, 2, 4, 5, 10, 15, all.activities[one.id].minutes])]
                      .sort((a, b) => a - b)
                      .map((minutes) => (
                        <option value={String(minutes)}>{t("minutes", { minutes })}</option>
                      ))}
                  </select>
                </div>
                {all.activities[one.id].extras.map((extra) => (
                  <Switch
                    label={all.kinds[one.kind][`extra_${extra}`]}
                    on={one.extras.includes(extra)}
                    set={(on) =>
                      set(one.id, {
                        extras: on ? [...one.extras, extra] : one.extras.filter((one) => one !== extra),
                      })
                    }
                  />
                ))}
              </li>
            ))}
          </ul>
        </section>
        <section aria-label={t("live")} class="live">
          <h2>{activity ? activity.title : t("live")}</h2>
          {!activity ? (
            <p>{t("live_choose")}</p>
          ) : all.activities[activity.id].presents ? (
            <Exercise {...{ all, id: activity.id }} stamp={counts.answered} />
          ) : all.activities[activity.id].owner === "private" ? (
            <p>{t("live_private")}</p>
          ) : !all.activities[activity.id].summed ? (
            <p>{t("answered", { n: counts.answered[activity.id] ?? 0 })}</p>
          ) : (
            <>
              {all.activities[activity.id].moderated && (
                <Switch
                  label={t("moderate")}
                  on={activity.moderation.moderate}
                  set={(on) => set(activity.id, { moderate: on })}
                />
              )}
              <Results
                {...{ t, all }}
                about={all.activities[activity.id]}
                figures={figures}
                moderation={activity.moderation}
                moderate={(change) => set(activity.id, change)}
              />
            </>
          )}
          {activity && reviews && (
            <Reviews
              {...{ t, about: all.activities[activity.id], told: reviews, moderation: activity.moderation }}
              moderate={(change) => set(activity.id, change)}
            />
          )}
        </section>
      </div>
      <Prepared {...{ t, all }} stamp={[room.session, counts]} />
      <Teams {...{ t, all, room }} people={counts.participants} tell={act} />
      <Take {...{ t, all, room }} />
      <Manage {...{ t, all, room, act }} />
    </div>
  );
}

function Act(props: {
  t: Say;
  name: string;
  one: RoomActivityState;
  on: boolean;
  act: (one: RoomActivityState) => void;
}) {
  const { t, name, one, on, act } = props;
  return (
    <button type="button" aria-pressed={on} onClick={() => act(one)}>
      {t(`act_${name}`)}
      <span class="gc-hidden"> {one.title}</span>
    </button>
  );
}

// As an anywidget on the dashboard in Voila, and by itself on the console's own page.
export default {
  async render({ model, el }: { model: { get(name: "room" | "base"): string }; el: HTMLElement }) {
    const all = await call<Payload>(`${model.get("base")}api/rooms/${model.get("room")}/console`);
    render(<Console all={all} dashboard />, el);
    return () => render(null, el);
  },
};
const page = document.getElementById("payload") && document.getElementById("app");
if (page) render(<Console all={payload()} />, page);
