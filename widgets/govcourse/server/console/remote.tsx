// A facilitator's own phone: the next thing, the way back, results, the clock, how fast it goes, what is asked, and what everybody is told.
import { render } from "preact";
import { say } from "../../runtime/fill";
import { style } from "../../ui/style";
import { Clock, Pace } from "./head";
import { Lead, Talk } from "./lead";
import { Message } from "./message";
import { Waiting } from "./questions";
import { answered, payload, useAct, useNow, useRoom } from "./room";
import type { Console } from "./shapes";
import { named, way as wayOf } from "./walk";
import css from "./console.css";

style(css);

export function Remote({ all }: { all: Console }) {
  const t = say(all.texts);
  const told = useRoom(all.api);
  const { room, gone, counts, lost } = told;
  const { act, problem } = useAct(all.api, t, told);
  const now = useNow();
  if (gone) return <p role="status">{t("room_deleted")}</p>;
  if (!room) return <p role="status">{t(lost ? "room_unreached" : "loading_room")}</p>;
  const way = wayOf(all, room);
  const at = way.now;
  const one = named(room, at?.activity ?? null);
  return (
    <div class="console remote">
      <h1>{room.title || t("untitled_room")}</h1>
      {room.practice && <p class="practice">{t("practice")}</p>}
      {lost && <p class="alert">{t("console_lost")}</p>}
      {problem && (
        <p class="alert" role="alert">
          {problem}
        </p>
      )}
      <p role="status">{one ? answered(t, all, counts, one.id) : t("people", { n: counts.participants })}</p>
      <Pace t={t} pace={counts.pace} />
      <Clock {...{ t, room, now, act }} />
      <Lead {...{ t, all, room, way, at, act, now }} going={() => {}} />
      <Talk t={t} at={at} />
      <Message {...{ t, room, act }} />
      <Waiting {...{ t, all, room, told, act }} />
    </div>
  );
}

const page = document.getElementById("payload") && document.getElementById("app");
if (page) render(<Remote all={payload()} />, page);
