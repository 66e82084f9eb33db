// The teams' presentations: in which order, who presents now and for how long.
import type { Say } from "../../runtime/outline";
import type { Act } from "./room";
import type { RoomState, TeamListed } from "./shapes";

const MINUTES = [4, 5]; // as the sessions give their teams

export function Presentations(props: { t: Say; room: RoomState; teams: TeamListed[]; act: Act }) {
  const { t, room, teams, act } = props;
  const place = (team: TeamListed) => {
    const found = (room.order ?? []).indexOf(team.id);
    return found < 0 ? teams.length : found;
  };
  const ordered = [...teams].sort((a, b) => place(a) - place(b));
  const move = (from: number, to: number) => {
    const ids = ordered.map((team) => team.id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    act({ order: ids });
  };
  return (
    <section aria-label={t("presentations")}>
      <h3>{t("presentations")}</h3>
      <p class="note">{t(teams.length ? "presentations_lead" : "presentations_none")}</p>
      <ol class="presentations">
        {ordered.map((team, index) => (
          <li
            key={team.id}
            data-presents={team.id}
            aria-current={room.presents === team.id ? "step" : undefined}
          >
            <div>
              <span>
                <strong dir="auto">{team.name}</strong>{" "}
                <small>
                  {room.presents === team.id
                    ? t("present_now")
                    : (room.presented ?? []).includes(team.id)
                      ? t("present_done")
                      : ""}
                </small>
              </span>
              <span class="row">
                {room.presents === team.id ? (
                  <button type="button" onClick={() => act({ presents: null })}>
                    {t("present_stop")}
                  </button>
                ) : (
                  MINUTES.map((minutes) => (
                    <button
                      type="button"
                      aria-label={t("present_start_for", { team: team.name, minutes })}
                      onClick={() => act({ presents: team.id, timer: minutes * 60 })}
                    >
                      {t("present_start", { minutes })}
                    </button>
                  ))
                )}
                <button
                  type="button"
                  disabled={index === 0}
                  aria-label={t("present_up", { team: team.name })}
                  onClick={() => move(index, index - 1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  disabled={index === ordered.length - 1}
                  aria-label={t("present_down", { team: team.name })}
                  onClick={() => move(index, index + 1)}
                >
                  ↓
                </button>
              </span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
