// The next right thing as one large button, the way back, and what can be done out of turn with an exercise.
import type { Say } from "../../runtime/outline";
import { timeLeft, type Act } from "./room";
import type { Console, RoomActivityState, RoomState } from "./shapes";
import { back, named, next, shown, type Move, type Place, type Way } from "./walk";

interface Props {
  t: Say;
  all: Console;
  room: RoomState;
  way: Way;
  at: Place | null;
  act: Act;
}

// What the buttons and the keys do at a place; null where there is nothing to be done.
export function moves({ all, room, at, act }: Omit<Props, "t" | "way">) {
  const one = named(room, at?.activity ?? null);
  const set = (body: object) => one && act({ activities: { [one.id]: body } });
  const results = one && shown(all, room, one.id);
  const timed = one && room.timer?.activity === one.id;
  return {
    one,
    results,
    timed,
    next: next(all, room, at),
    back: back(all, room),
    // What says what is good can be reviewed, while it is open.
    reviewable: one && all.activities[one.id].good && (one.state === "open" || one.review === "open"),
    open: () =>
      one &&
      act(
        one.state === "open"
          ? { activities: { [one.id]: { state: "closed" } } }
          : { look: one.id, activities: { [one.id]: { state: "open" } } },
      ),
    show: () => {
      const shows = one && all.activities[one.id].shows;
      if (!shows) return;
      const look = results ? {} : { look: one.id };
      act({ ...look, activities: { [shows]: { results: results ? "hidden" : "shown" } } });
    },
    time: (minutes?: number) =>
      one &&
      (timed && minutes === undefined
        ? act({ timer: null })
        : set({ timer: (minutes ?? all.activities[one.id].minutes) * 60 })),
    phase: (phase: string | null) => set({ phase }),
    look: () => one && act({ look: room.look === one.id ? null : one.id }),
    review: () => set({ review: one!.review === "open" ? "closed" : "open" }),
  };
}

export function Lead(props: Props & { going: () => void; now: number }) {
  const { t, all, room, way, at, act, going, now } = props;
  const can = moves(props);
  // The second press of a double one would do what the button says only then.
  const go = async (body: object, { detail }: MouseEvent) => {
    if (detail < 2 && (await act(body))) going();
  };
  const said = (what: string, { name, title, minutes }: Move) => t(`${what}_${name}`, { title, minutes });
  return (
    <section class="leading" aria-label={t("lead")}>
      <p class="where">
        {at?.step != null && t("step_of", { step: at.step + 1, all: way.steps.length })}
        {at?.step != null && " · "}
        <strong>{at?.title ?? t("line_before", { name: way.sheet.name })}</strong>
      </p>
      {room.presenter && (
        <p class="said">
          <strong>{t("presents", { team: room.presenter })}</strong>{" "}
          <button type="button" onClick={() => act({ presents: null })}>
            {t("present_stop")}
          </button>
        </p>
      )}
      <div>
        {can.next ? (
          <button
            type="button"
            class="main next"
            aria-keyshortcuts="n"
            onClick={(event) => go(can.next!.body, event)}
          >
            {said("walk", can.next)}
          </button>
        ) : (
          <p>{t("walk_end")}</p>
        )}
      </div>
      <div class="row turns">
        {can.back && (
          <button type="button" aria-keyshortcuts="b" onClick={(event) => go(can.back!.body, event)}>
            {said("back", can.back)}
          </button>
        )}
        {can.one && <More {...{ t, all, room, can, now }} one={can.one} />}
      </div>
    </section>
  );
}

interface MoreProps {
  t: Say;
  all: Console;
  room: RoomState;
  can: ReturnType<typeof moves>;
  one: RoomActivityState;
  now: number;
}

// Out of turn, small: each says what it does now.
function More({ t, all, room, can, one, now }: MoreProps) {
  const open = one.state === "open";
  const button = (name: string, on: boolean, key: string, act: () => void) => (
    <button type="button" aria-pressed={on} aria-keyshortcuts={key} onClick={act}>
      {t(`act_${name}`)}
      <span class="gc-hidden"> {one.title}</span>
    </button>
  );
  const { phases } = all.activities[one.id];
  const minutes = [...new Set([1, 2, 4, 5, 10, 15, all.activities[one.id].minutes])].sort((a, b) => a - b);
  return (
    <div class="row" role="group" aria-label={t("turns", { title: one.title })}>
      {button(open ? "close" : "open", open, "o", can.open)}
      {can.results !== null && button(can.results ? "hide" : "show", !!can.results, "r", can.show)}
      {button(room.look === one.id ? "away" : "look", room.look === one.id, "l", can.look)}
      {can.reviewable &&
        button(one.review === "open" ? "review_end" : "review", one.review === "open", "v", can.review)}
      {phases.length > 0 && open && (
        <select
          aria-label={t("phase_for", { title: one.title })}
          value={one.phase ?? ""}
          onChange={({ currentTarget }) => can.phase(currentTarget.value || null)}
        >
          <option value="">{t("phase_own")}</option>
          {phases.map(({ id, title }) => (
            <option key={id} value={id}>
              {t("phase_now", { title })}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={t("timer_for", { title: one.title })}
        value=""
        onChange={(event) => can.time(Number(event.currentTarget.value))}
      >
        <option value="">{can.timed ? timeLeft(t, room.timer, now) : t("clock_choose")}</option>
        {minutes.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {t("minutes", { minutes })}
          </option>
        ))}
      </select>
    </div>
  );
}

// What a facilitator may say at a step, and what to leave out when late.
export function Talk({ t, at }: { t: Say; at: Place | null }) {
  if (!at?.item || (!at.item.talk.length && !at.item.cut)) return null;
  return (
    <section class="talk" aria-label={t("run_talk")}>
      <h2>{t("run_talk")}</h2>
      <ul>
        {at.item.talk.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {at.item.cut && <p class="note">{t("run_cut", { what: at.item.cut })}</p>}
    </section>
  );
}
