// The projector: what the room looks at, page by page on a canvas of one size, and beside it a bar that covers nothing.
import { render } from "preact";
import { say } from "../../runtime/fill";
import { style } from "../../ui/style";
import { Asked } from "./asked";
import { Bar } from "./bar";
import { Break } from "./break";
import { Exercise } from "./exercise";
import { Pages, useScale } from "./pages";
import { Asked as Questions } from "./questions";
import { Results } from "./results";
import { Outcome, useReviews } from "./reviews";
import { payload, useFigures, useRoom, type Room } from "./room";
import { workOf, Work } from "./work";
import css from "./screen.css";
import type { Console, RoomState } from "./shapes";

style(css);

function Projector({ all }: { all: Console }) {
  const told = useRoom(all.api);
  const t = say(all.texts);
  useScale();
  if (told.gone) return <p role="status">{t("room_deleted")}</p>;
  if (!told.room) return <p role="status">{t("loading_room")}</p>;
  if (told.room.timer?.of === "break") return <Break {...{ t, room: told.room }} />;
  return <Screen {...{ all, told, room: told.room }} />;
}

function Screen({ all, told, room }: { all: Console; told: Room; room: RoomState }) {
  const t = say(all.texts);
  const { counts, lost } = told;
  const one = room.activities.find(({ id }) => id === room.shown);
  const about = one && all.activities[one.id];
  const revealed = one?.results === "shown" && about?.summed;
  const stamp = [counts.answered[one?.id ?? ""], one];
  const figures = useFigures(all.api, revealed ? one.id : null, stamp, true);
  const reviews = useReviews(all.api, one, told);

  const view = () => {
    if (room.questions_shown)
      return {
        what: "questions",
        title: t("screen_questions"),
        shown: <Questions t={t} questions={told.questions} />,
      };
    if (room.presents) {
      const work = workOf(all, room, counts);
      return {
        what: `${room.presents} ${work}`,
        title: t("presents", { team: room.presenter ?? "" }),
        shown: <Work {...{ t, all, team: room.presents, work }} stamp={told.heard} />,
      };
    }
    if (!one || !about)
      return { what: "", title: room.title || t("untitled_room"), shown: <Join all={all} room={room} /> };
    const { title } = one;
    if (about.presents)
      return {
        what: one.id,
        title,
        shown: (
          <Exercise
            {...{ all, id: one.id }}
            stamp={[counts.answered, one.results]}
            own={one.results === "shown"}
          />
        ),
      };
    if (revealed)
      return {
        what: `${one.id} results`,
        title,
        shown: <Results {...{ t, all, about, figures }} order={one.order} texts={one.texts} projected />,
      };
    if (reviews && one.review === "closed" && reviews.sent > 0)
      return { what: `${one.id} reviewed`, title, shown: <Outcome {...{ t, about, told: reviews }} /> };
    if (reviews && one.review === "open")
      return {
        what: `${one.id} review`,
        title,
        shown: (
          <>
            <h2>{t("screen_review")}</h2>
            <p role="status">{t("reviews_sent", { sent: reviews.sent, dealt: reviews.dealt })}</p>
          </>
        ),
      };
    return { what: `${one.id} asks`, title, shown: <Asked asks={about.asks} /> };
  };
  const { what, title, shown } = view();
  return (
    <div class="screen" data-look={room.shown ?? ""} data-what={what}>
      <Pages
        {...{ all, what, room }}
        head={
          <header>
            <h1>{title}</h1>
            {room.message && <p class="screen-message">{room.message}</p>}
            {room.practice && <p class="alert">{t("practice")}</p>}
            {lost && <p class="alert">{t("room_lost")}</p>}
          </header>
        }
      >
        {shown}
      </Pages>
      <Bar {...{ t, all, room, counts, what }} one={room.questions_shown ? undefined : one} />
    </div>
  );
}

// Until something is looked at: how to come in, as large as it can be.
function Join({ all, room }: { all: Console; room: RoomState }) {
  const t = say(all.texts);
  return (
    <div class="screen-join">
      <img src={`${all.api}/qr.svg`} alt={t("qr_alt", { url: all.join })} width="560" height="560" />
      <div>
        <p>{t("screen_join")}</p>
        <p class="screen-address" dir="ltr">
          {all.short}
        </p>
        <p>{t("screen_join_code")}</p>
        <p class="screen-code code">{room.code}</p>
      </div>
    </div>
  );
}

render(<Projector all={payload()} />, document.getElementById("app")!);
