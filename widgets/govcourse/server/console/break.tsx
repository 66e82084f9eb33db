// A break on the projector: its clock, as large as it can be, and what everybody is told.
import type { Say } from "../../runtime/outline";
import { style } from "../../ui/style";
import { timeLeft, useNow } from "./room";
import type { RoomState } from "./shapes";
import css from "./break.css";

style(css);

export function Break({ t, room }: { t: Say; room: RoomState }) {
  return (
    <div class="screen-break">
      <h1>{t("break_now")}</h1>
      <p role="timer" aria-live="off">
        {timeLeft(t, room.timer, useNow())}
      </p>
      {room.message && <p class="screen-message">{room.message}</p>}
    </div>
  );
}
