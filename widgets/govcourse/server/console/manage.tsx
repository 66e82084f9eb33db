// Sharing, ending and deleting a room, and the log of what its facilitators did.
import { useEffect, useRef, useState } from "preact/hooks";
import { day, moment } from "../../runtime/days";
import type { Say } from "../../runtime/outline";
import { Links } from "./links";
import { call, type Act } from "./room";
import type { Console, RoomState, Shared } from "./shapes";

export function Manage(props: {
  t: Say;
  all: Console;
  room: RoomState;
  act: Act;
  dashboard?: boolean; // whether it is this page
}) {
  const { t, all, room, act, dashboard } = props;
  const [shared, setShared] = useState<Shared | null>(null);
  const [message, setMessage] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const look = () =>
    call<Shared>(`${all.api}/facilitators`)
      .then(setShared)
      .catch((error) => setMessage(error.message));
  useEffect(() => void look(), []);
  const open = room.status === "open";
  const language = document.documentElement.lang;
  const tell = async (body: object) => {
    await act(body);
    await look();
  };
  const number = (name: "expected" | "teams" | "keep", most: number, least = 0) => (
    <label>
      {t(`room_${name}`)}
      <input
        type="number"
        min={least}
        max={most}
        value={shared!.about[name]}
        onChange={(event) => tell({ [name]: Number(event.currentTarget.value) })}
      />
    </label>
  );
  return (
    <>
      <h2>{t("manage")}</h2>
      <img
        class="qr"
        src={`${all.api}/qr.svg`}
        alt={t("qr_alt", { url: all.join })}
        width="180"
        height="180"
      />
      <p role="status">{message}</p>
      {shared && (
        <div class="row">
          {number("expected", 5000)}
          {number("teams", 50)}
          {number("keep", 3650, 1)}
        </div>
      )}
      {shared && <p class="note">{t("room_kept", { date: day(shared.due, language) })}</p>}
      {shared && <Links t={t} api={all.api} links={shared.facilitators} look={look} tell={setMessage} />}
      {room.locked && <p>{t("room_locked")}</p>}
      <div class="row">
        <button type="button" onClick={() => act({ status: open ? "ended" : "open" })}>
          {t(open ? "room_end" : "room_open_again")}
        </button>
        {open && (
          <button type="button" onClick={() => act({ locked: !room.locked })}>
            {t(room.locked ? "room_unlock" : "room_lock")}
          </button>
        )}
        {room.status !== "archived" && (
          <button type="button" onClick={() => act({ status: "archived" })}>
            {t("room_archive")}
          </button>
        )}
        <button type="button" onClick={() => dialog.current!.showModal()}>
          {t("room_delete")}
        </button>
      </div>
      <p class="note">{t("room_archive_what")}</p>
      <dialog ref={dialog} aria-label={t("room_delete")}>
        <p>{t("room_delete_what", { code: room.code })}</p>
        <label>
          {t("room_delete_type", { code: room.code })}
          <input value={typed} autocomplete="off" onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <div class="row">
          <button
            type="button"
            class="main"
            disabled={typed.trim().toUpperCase() !== room.code}
            onClick={async () => {
              const { deleted } = await call<{ deleted: { participants: number; answers: number } }>(
                all.api,
                "DELETE",
              );
              dialog.current!.close();
              setMessage(t("room_gone", { participants: deleted.participants, answers: deleted.answers }));
            }}
          >
            {t("room_delete_yes")}
          </button>
          <button type="button" onClick={() => dialog.current!.close()}>
            {t("cancel")}
          </button>
        </div>
      </dialog>
      {!dashboard && (
        <p>
          <a href={`${all.base}voila/render/facilitator.ipynb?room=${room.code}`}>{t("dashboard")}</a>
        </p>
      )}
      {!room.practice && <Practice t={t} all={all} />}
      <h3>{t("log")}</h3>
      <ol class="log">
        {(shared?.acts ?? []).slice(0, 50).map((one) => (
          <li>
            <time>{moment(one.at, language)}</time> <bdi>{one.who}</bdi> <bdi>{one.act}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}

// A room with a simulated class, made when it is asked for.
function Practice({ t, all }: { t: Say; all: Console }) {
  const [made, setMade] = useState("");
  const [said, say] = useState("");
  const make = () => {
    say(t("practice_making"));
    const seed = Math.floor(Math.random() * 1_000_000);
    call<{ url: string }>(`${all.api}/rehearsal`, "POST", { seed }).then(
      ({ url }) => (setMade(url), say("")),
      (error) => say(error instanceof TypeError ? t("no_server") : error.message),
    );
  };
  return (
    <section aria-label={t("practice_try")}>
      <h3>{t("practice_try")}</h3>
      <p class="note">{t("practice_what")}</p>
      <p role="status">{said}</p>
      {made ? (
        <a class="button main" href={made}>
          {t("practice_go")}
        </a>
      ) : (
        <button type="button" onClick={make}>
          {t("practice_try")}
        </button>
      )}
    </section>
  );
}
