// The projector view: follows the console; a big code until people are in, then what everybody looks at.
import { render } from "preact";
import { clock } from "../../runtime/clock";
import { style } from "../../ui/style";
import { Break } from "./break";
import { Results } from "./results";
import { Outcome, useReviews } from "./reviews";
import { Exercise } from "./exercise";
import { texts, payload, useFigures, useNow, useRoom } from "./room";
import css from "./screen.css";
import type { Console } from "./shapes";

style(css);

function Screen({ all }: { all: Console }) {
  const t = texts(all.texts);
  const told = useRoom(all.api);
  const { room, gone, counts, lost } = told;
  const now = useNow();
  const look = room?.activities?.find((one) => one.id === room.look);
  const about = look ? all.activities[look.id] : undefined;
  const shown = look?.results === "shown" && about?.summed;
  const stamp = [counts.answered[look?.id ?? ""], look];
  const figures = useFigures(all.api, shown ? look.id : null, stamp, true);
  const reviews = useReviews(all.api, look, told);
  if (gone) return <p role="status">{t("room_deleted")}</p>;
  if (!room) return <p role="status">{t("loading_room")}</p>;
  if (room.timer?.of === "break") return <Break {...{ t, room, now }} />;
  const left = room.timer ? Math.round((room.timer.ends - now) / 1000) : null;
  const clockFace = left !== null && (
    <p class={`screen-clock${left < 0 ? " late" : ""}`} role="timer">
      {clock(left)}
    </p>
  );
  const qr = (size: number) => (
    <img src={`${all.api}/qr.svg`} alt={t("qr_alt", { url: all.join })} width={size} height={size} />
  );
  return (
    <div class="screen" data-look={look?.id ?? ""}>
      {room.presenter ? (
        <div class="screen-join">
          <p class="screen-small">{room.title}</p>
          <h1 class="screen-team">{t("presents", { team: room.presenter })}</h1>
          {clockFace}
        </div>
      ) : !look || !about ? (
        <div class="screen-join">
          <h1>{room.title || t("untitled_room")}</h1>
          {qr(420)}
          <p class="screen-address">{all.short}</p>
          <p class="screen-code code">{room.code}</p>
          <p role="status">{t("people", { n: counts.participants })}</p>
        </div>
      ) : (
        <>
          <header class="screen-head">
            <h1>{look.title}</h1>
            <p class="screen-small">
              {all.short} <strong class="code">{room.code}</strong> {qr(110)}
            </p>
          </header>
          {room.message && <p class="lead">{room.message}</p>}
          {about.presents ? (
            <Exercise {...{ all, id: look.id }} stamp={counts.answered} />
          ) : shown ? (
            <Results {...{ t, all, about, figures }} />
          ) : reviews && look.review === "closed" && reviews.sent > 0 ? (
            <Outcome {...{ t, about, told: reviews }} />
          ) : reviews && look.review === "open" ? (
            <>
              <p class="screen-lead">{t("screen_review")}</p>
              <p class="screen-count" role="status">
                {t("reviews_sent", { sent: reviews.sent, dealt: reviews.dealt })}
              </p>
            </>
          ) : (
            <>
              <p class="screen-lead">{about.prompt}</p>
              <p class="screen-count" role="status">
                {t(look.state === "open" ? "screen_open" : "screen_closed", {
                  n: counts.answered[look.id] ?? 0,
                  people: counts.participants,
                })}
              </p>
            </>
          )}
        </>
      )}
      {!room.presenter && clockFace}
      {room.practice && <p class="alert">{t("practice")}</p>}
      {lost && <p class="alert">{t("room_lost")}</p>}
    </div>
  );
}

render(<Screen all={payload()} />, document.getElementById("app")!);
