// What the teams have written: a row for each of a session's exercises, a column for each team, one press to read.
import type { Say } from "../../runtime/outline";
import type { Console, RoomActivityState, RoomState, TeamListed } from "./shapes";

interface Props {
  t: Say;
  all: Console;
  room: RoomState;
  teams: TeamListed[];
  read: (team: TeamListed, activity: string) => void;
}

export function WorkTable({ t, all, room, teams, read }: Props) {
  const first = (one: RoomActivityState) => one.sessions.find((session) => room.sessions.includes(session));
  const sheets = all.sessions
    .map(({ number, name }) => ({
      number,
      name,
      of: room.activities.filter((one) => all.activities[one.id].owner === "team" && first(one) === number),
    }))
    .filter(({ of }) => of.length);
  if (!teams.length || !sheets.length) return null;
  const wrote = (team: TeamListed, { id }: RoomActivityState) => team.work.includes(id);
  return (
    <section class="work-table" aria-label={t("work_of_teams")}>
      <h3>{t("work_of_teams")}</h3>
      {sheets.map(({ number, name, of }) => (
        <details key={number} open={number === room.session || sheets.length === 1}>
          <summary>
            {t("work_session", {
              name,
              n: teams.reduce((sum, team) => sum + of.filter((one) => wrote(team, one)).length, 0),
              of: teams.length * of.length,
            })}
          </summary>
          <div class="scroll" tabIndex={0} role="region" aria-label={name}>
            <table>
              <thead>
                <tr>
                  <td />
                  {teams.map((team) => (
                    <th key={team.id} scope="col" dir="auto">
                      {team.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {of.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{one.title}</th>
                    {teams.map((team) => (
                      <td key={team.id}>
                        {wrote(team, one) ? (
                          <button
                            type="button"
                            aria-label={t("work_read_of", { title: one.title, team: team.name })}
                            onClick={() => read(team, one.id)}
                          >
                            {t("work_read")}
                          </button>
                        ) : (
                          <span class="note">
                            <span aria-hidden="true">–</span>
                            <span class="gc-hidden">{t("work_nothing")}</span>
                          </span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </section>
  );
}
