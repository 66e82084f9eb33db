// What is said to everybody: a message that stays until it is taken away, and the clock of a break.
import { useState } from "preact/hooks";
import type { Say } from "../../runtime/outline";
import type { Act } from "./room";
import type { RoomState } from "./shapes";

const LONGEST = 300; // characters, as server/rooms.py has it
const BREAKS = [5, 10, 15, 30]; // minutes

export function Message({ t, room, act }: { t: Say; room: RoomState; act: Act }) {
  const [text, setText] = useState("");
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() && (await act({ message: text }))) setText("");
  };
  return (
    <section class="message" aria-label={t("message_to_all")}>
      <form onSubmit={send}>
        <label for="message-text">{t("message_to_all")}</label>
        <div class="row">
          <input
            id="message-text"
            value={text}
            maxLength={LONGEST}
            autocomplete="off"
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button>{t("message_send")}</button>
        </div>
      </form>
      {room.message && (
        <p class="said">
          <span role="status">
            {t("message_shown")} <q dir="auto">{room.message}</q>
          </span>{" "}
          <button type="button" onClick={() => act({ message: "" })}>
            {t("message_away")}
          </button>
        </p>
      )}
      <div class="row" role="group" aria-label={t("break_for")}>
        <span aria-hidden="true">{t("break_now")}</span>
        {BREAKS.map((minutes) => (
          <button type="button" key={minutes} onClick={() => act({ break: minutes * 60 })}>
            <span class="gc-hidden">{t("break_now")}, </span>
            {t("minutes", { minutes })}
          </button>
        ))}
      </div>
    </section>
  );
}
