// How the console steers projectors: the page, the order of bars, words as a cloud or a list, and what a team presents.
import type { Say } from "../../runtime/outline";
import { Switch } from "./switch";
import { turn } from "./pages";
import type { Act } from "./room";
import { presentable, workOf } from "./work";
import type { Console, Counts, RoomState } from "./shapes";

export function Steer(props: { t: Say; all: Console; room: RoomState; counts: Counts; act: Act }) {
  const { t, all, room, counts, act } = props;
  const { screen } = room;
  const one = room.activities.find(({ id }) => id === room.shown);
  const go = (page: number) => screen && void turn(all.api, { ...screen, page }).catch(() => {});
  return (
    <section class="steer" aria-label={t("steer")}>
      {screen && screen.pages > 1 && (
        <p class="row">
          <button type="button" disabled={screen.page === 0} onClick={() => go(screen.page - 1)}>
            {t("steer_back")}
          </button>
          <span role="status">{t("screen_page", { page: screen.page + 1, pages: screen.pages })}</span>
          <button
            type="button"
            disabled={screen.page + 1 >= screen.pages}
            onClick={() => go(screen.page + 1)}
          >
            {t("steer_next")}
          </button>
        </p>
      )}
      {room.presents ? (
        <label>
          {t("steer_work")}{" "}
          <select
            value={workOf(all, room, counts) ?? ""}
            onChange={(event) => act({ work: event.currentTarget.value })}
          >
            {presentable(all, room).map(({ id, title }) => (
              <option value={id}>{title}</option>
            ))}
          </select>
        </label>
      ) : (
        one?.results === "shown" && (
          <>
            <Switch
              label={t("steer_size")}
              on={one.order === "size"}
              set={(on) => act({ activities: { [one.id]: { order: on ? "size" : "question" } } })}
            />
            {all.activities[one.id].moderated && (
              <Switch
                label={t("steer_list")}
                on={one.texts === "list"}
                set={(on) => act({ activities: { [one.id]: { texts: on ? "list" : "cloud" } } })}
              />
            )}
          </>
        )
      )}
    </section>
  );
}
