// What comes in to an exercise: how many answered, what they wrote, their results, the teams' documents, and reviews.
import { useState } from "preact/hooks";
import type { Say } from "../../runtime/outline";
import type { Moderation } from "../../runtime/shapes";
import { Exercise } from "./exercise";
import { Notes, type Board } from "./notes";
import { Results } from "./results";
import { Reviews, useReviews } from "./reviews";
import { answered, useFigures, useTold, type Act, type Room } from "./room";
import type { Console, Member, RoomActivityState, Teams } from "./shapes";
import { Switch } from "./switch";
import { TeamWork } from "./team_work";
import { named } from "./walk";

interface Props {
  t: Say;
  all: Console;
  told: Room;
  one: RoomActivityState;
  act: Act;
  whole?: boolean; // with what arranges a board
}

export function Incoming({ t, all, told, one, act, whole }: Props) {
  const about = all.activities[one.id];
  const stamp = [told.counts.answered[one.id], one];
  const figures = useFigures(all.api, about.summed ? one.id : null, stamp);
  const reviews = useReviews(all.api, one, told);
  const set = (change: object) => act({ activities: { [one.id]: change } });
  const moderate = (change: Partial<Moderation>) => set(change);
  const board = about.moderated && figures ? (figures as Board) : null;
  return (
    <>
      <p role="status">{answered(t, all, told.counts, one.id)}</p>
      {about.extras.map((extra) => (
        <Switch
          key={extra}
          label={all.kinds[one.kind][`extra_${extra}`]}
          on={one.extras.includes(extra)}
          set={(on) =>
            set({ extras: on ? [...one.extras, extra] : one.extras.filter((other) => other !== extra) })
          }
        />
      ))}
      {about.moderated && (
        <Switch label={t("moderate")} on={one.moderation.moderate} set={(on) => set({ moderate: on })} />
      )}
      {board && (
        <Notes
          {...{ t, board }}
          groups={about.groups}
          moderation={one.moderation}
          moderate={(change) =>
            act((room) => ({ activities: { [one.id]: change(named(room, one.id)!.moderation) } }))
          }
        />
      )}
      {about.presents ? (
        <Exercise {...{ all, id: one.id }} stamp={told.counts.answered} />
      ) : about.owner === "private" ? (
        <p>{t("live_private")}</p>
      ) : about.summed && (!about.moderated || whole) ? (
        <Results {...{ t, all, about, figures, moderate }} moderation={one.moderation} />
      ) : null}
      {about.owner === "team" && <Documents {...{ t, all, told, one }} />}
      {!about.summed && !about.presents && about.owner === "participant" && (
        <p class="note">{t("live_own")}</p>
      )}
      {reviews && <Reviews {...{ t, about, moderate }} told={reviews} moderation={one.moderation} />}
    </>
  );
}

// The documents of the teams: one press opens what a team has so far.
function Documents({ t, all, told, one }: Pick<Props, "t" | "all" | "told" | "one">) {
  const listed = useTold<Teams>(`${all.api}/teams`, [told.counts, told.heard]);
  const [open, setOpen] = useState<Member | null>(null);
  if (!listed) return null;
  if (!listed.teams.length) return <p>{t("work_no_teams")}</p>;
  const wrote = listed.teams.filter((team) => team.work.includes(one.id));
  return (
    <>
      <h3>{t("work_of_teams")}</h3>
      {!wrote.length && <p>{t("work_none_yet")}</p>}
      <ul class="row plain-list">
        {wrote.map((team) => (
          <li key={team.id}>
            <button type="button" onClick={() => setOpen(team)}>
              {team.name}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <TeamWork
          {...{ t, all }}
          team={open}
          activity={one.id}
          stamp={told.heard}
          close={() => setOpen(null)}
        />
      )}
    </>
  );
}
