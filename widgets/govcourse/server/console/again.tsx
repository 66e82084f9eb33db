// An earlier room's assessment beside this one's: brought in by link or by file, and this room's figures kept for the next time.
import { useEffect, useState } from "preact/hooks";
import { keep } from "../../runtime/download";
import type { Say } from "../../runtime/outline";
import { FileButton } from "../../ui/file_button";
import { ask, call } from "./room";
import type { Again as Told, Console, RoomState } from "./shapes";
import { day } from "../../runtime/days";

export function Again({ t, all, room }: { t: Say; all: Console; room: RoomState }) {
  const [told, setTold] = useState<Told | null>(null);
  const [link, setLink] = useState("");
  const [message, setMessage] = useState("");
  const path = `${all.api}/again`;
  const look = (asked: Promise<Told>, said = "") =>
    asked
      .then((found) => {
        setTold(found);
        setMessage(said);
      })
      .catch((error: Error) => setMessage(error.message));
  useEffect(() => void look(call<Told>(path)), []);
  const open = async (file: File) => {
    let given: unknown;
    try {
      given = JSON.parse(await file.text());
    } catch {
      return setMessage(t("again_no_file"));
    }
    await look(call<Told>(path, "PUT", { file: given }), t("again_done"));
  };
  return (
    <section aria-labelledby="again">
      <h3 id="again">{t("again")}</h3>
      <p class="note">{t("again_lead")}</p>
      <p role="status">{message}</p>
      {told?.before ? (
        <div class="row">
          <p>
            {t("again_is", {
              title: told.before.title,
              date: day(told.before.on, document.documentElement.lang),
              n: told.before.n,
            })}
          </p>
          <button type="button" onClick={() => look(call<Told>(path, "DELETE"), t("again_gone"))}>
            {t("again_out")}
          </button>
        </div>
      ) : (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            void look(
              call<Told>(path, "PUT", { link }).then((found) => {
                setLink("");
                return found;
              }),
              t("again_done"),
            );
          }}
        >
          <label>
            {t("again_link_label")}
            <input
              value={link}
              required
              maxLength={500}
              autocomplete="off"
              onInput={(event) => setLink(event.currentTarget.value)}
            />
          </label>
          <button>{t("again_link_open")}</button>
          <FileButton
            t={t}
            label={t("again_file_open")}
            accept=".json,application/json"
            open={open}
            tell={setMessage}
          />
        </form>
      )}
      {told &&
        (told.can_keep ? (
          <button
            type="button"
            onClick={() =>
              ask(`${path}.json`)
                .then(async (response) => {
                  const name = `assessment-${room.code}.json`;
                  keep(name, await response.blob());
                  setMessage(t("file_made", { name }));
                })
                .catch((error: Error) => setMessage(error.message))
            }
          >
            {t("again_keep")}
          </button>
        ) : (
          <p class="note">{t("again_keep_not")}</p>
        ))}
    </section>
  );
}
