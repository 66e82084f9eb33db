// The head of the console: which room, who is in, the clock that runs, the projector, one's own phone.
import { useState } from "preact/hooks";
import type { Say } from "../../runtime/outline";
import { Dialog } from "../../ui/dialog";
import { call, timeLeft, type Act } from "./room";
import type { Console, Counts, MadeLink, RoomState } from "./shapes";

interface Props {
  t: Say;
  all: Console;
  room: RoomState;
  counts: Counts;
  now: number;
  act: Act;
  help: () => void;
}

export function Head({ t, all, room, counts, now, act, help }: Props) {
  return (
    <header class="console-head">
      <h1>{room.title || t("untitled_room")}</h1>
      <p class="big-code">
        <strong class="code">{room.code}</strong> <span>{all.short}</span>
      </p>
      <p role="status" data-people={counts.participants}>
        {t("people", { n: counts.participants })} {room.status !== "open" && t(`room_${room.status}`)}
      </p>
      <Pace t={t} pace={counts.pace} />
      <Clock {...{ t, room, now, act }} />
      <p class="row head-links">
        <a class="button" href={`${all.base}room/${room.code}/screen`} target="_blank">
          {t("projector")}
        </a>
        <Phone t={t} all={all} />
        <button type="button" aria-keyshortcuts="?" onClick={help}>
          {t("keys")}
        </button>
      </p>
    </header>
  );
}

// For how many it goes too fast, or too slowly: nothing where nobody says so, and of few no number.
export function Pace({ t, pace }: { t: Say; pace: Counts["pace"] }) {
  const said = (["slow", "fast"] as const)
    .filter((name) => pace[name] > 0 || pace.few.includes(name))
    .map((name) => t(`pace_is_${name}`, { n: pace[name] || t("pace_few") }));
  return (
    <p
      role="status"
      class={said.length ? "pace" : "gc-hidden"}
      title={t("pace_window", { minutes: pace.minutes })}
    >
      {said.length ? said.join(" · ") : t("pace_none")}
    </p>
  );
}

// The clock that runs, whatever it belongs to.
export function Clock({ t, room, now, act }: { t: Say; room: RoomState; now: number; act: Act }) {
  if (!room.timer) return null;
  return (
    <p class="console-clock">
      <span>{room.timer.title}</span>{" "}
      <strong role="timer" aria-live="off">
        {timeLeft(t, room.timer, now)}
      </strong>{" "}
      <button type="button" onClick={() => act({ timer: null })}>
        {t("timer_end")}
      </button>
    </p>
  );
}

// A link for one's own phone, made when it is asked for; it can be revoked as others can.
function Phone({ t, all }: { t: Say; all: Console }) {
  const [link, setLink] = useState<MadeLink | null>(null);
  const [problem, setProblem] = useState("");
  const make = () =>
    call<MadeLink>(`${all.api}/facilitators`, "POST", { name: t("phone_name") }).then(
      (made) => (setLink(made), setProblem("")),
      (error) => setProblem((error as Error).message),
    );
  return (
    <>
      <button type="button" onClick={make}>
        {t("phone")}
      </button>
      {problem && <span role="alert">{problem}</span>}
      {link && (
        <Dialog title={t("phone")} onClose={() => setLink(null)}>
          <p>{t("phone_lead")}</p>
          <img class="qr" src={link.qr} alt={t("phone_qr")} width="280" height="280" />
          <p>
            <a href={link.phone}>{t("phone_here")}</a>
          </p>
          <form method="dialog">
            <button class="main">{t("close_list")}</button>
          </form>
        </Dialog>
      )}
    </>
  );
}
