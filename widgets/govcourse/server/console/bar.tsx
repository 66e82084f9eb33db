// The projector's bar: how to come in, how many have answered, which page, and the time that is left.
import { clock } from "../../runtime/clock";
import type { Say } from "../../runtime/outline";
import { counted, useNow } from "./room";
import type { Console, Counts, RoomActivityState, RoomState } from "./shapes";

export function Bar(props: {
  t: Say;
  all: Console;
  room: RoomState;
  counts: Counts;
  one?: RoomActivityState; // what is shown
  what: string;
}) {
  const { t, all, room, counts, one, what } = props;
  const { screen } = room;
  return (
    <aside class="screen-bar" aria-label={t("screen_bar")}>
      {what && (
        <div class="screen-in">
          <img src={`${all.api}/qr.svg`} alt={t("qr_alt", { url: all.join })} width="232" height="232" />
          <p class="screen-url" dir="ltr">
            {broken(all.short)}
          </p>
          <p class="screen-key code">{room.code}</p>
        </div>
      )}
      <div class="screen-count" role="status">
        {one && !room.presents ? (
          <Answered {...{ t, all, counts, one }} />
        ) : (
          <Big n={counts.participants} says={t("screen_people")} />
        )}
      </div>
      <div class="screen-foot">
        {screen?.what === what && screen.pages > 1 && (
          <p class="screen-page">{t("screen_page", { page: screen.page + 1, pages: screen.pages })}</p>
        )}
        {room.timer && <Clock {...{ t }} ends={room.timer.ends} />}
        {all.draft && <p class="screen-draft">{all.draft}</p>}
      </div>
    </aside>
  );
}

function Answered({ t, all, counts, one }: { t: Say; all: Console; counts: Counts; one: RoomActivityState }) {
  const { teams, n, of } = counted(all, counts, one.id);
  return (
    <>
      <Big n={n} says={t(teams ? "screen_of_teams" : "screen_of_people", { all: of })} />
      <p>{t(one.state === "open" ? "screen_open" : "screen_closed")}</p>
    </>
  );
}

const Big = ({ n, says }: { n: number; says: string }) => (
  <p class="screen-big">
    <strong>{n}</strong> <span>{says}</span>
  </p>
);

function Clock({ t, ends }: { t: Say; ends: number }) {
  const left = Math.round((ends - useNow()) / 1000);
  return left > 0 ? (
    <p class="screen-clock" role="timer">
      {clock(left)}
    </p>
  ) : (
    <p class="screen-clock late" role="timer">
      {t("time_up")}
    </p>
  );
}

// An address breaks after a dot or a stroke, if it must.
const broken = (address: string) => address.split(/(?<=[./:])/).flatMap((part) => [part, <wbr />]);
