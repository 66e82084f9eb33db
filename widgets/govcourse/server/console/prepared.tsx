// Who has prepared for the session: counts of people and teams, and names only of those who gave one.
import type { Say } from "../../runtime/outline";
import { useTold } from "./room";
import type { Console, PreparedRoom } from "./shapes";

export function Prepared({ t, all, stamp }: { t: Say; all: Console; stamp: unknown }) {
  const found = useTold<PreparedRoom>(`${all.api}/preparation`, stamp);
  return (
    <>
      <h2>{t("prepared")}</h2>
      {!found && <p role="status">{t("loading_room")}</p>}
      {found && (
        <>
          <p>
            {t(found.expected ? "prepared_expected" : "prepared_no_number", {
              joined: found.joined,
              expected: found.expected,
            })}
          </p>
          {!found.tasks.length && <p>{t("prepared_none")}</p>}
          {found.tasks.map((task) => {
            const of = task.by === "people" ? Math.max(task.all, found.expected) : task.all;
            return (
              <section key={task.id} aria-label={task.title}>
                <h3>{task.title}</h3>
                <progress aria-label={task.title} max={Math.max(1, of)} value={task.done} />
                <p>
                  {t(task.by === "teams" ? "prepared_teams" : "prepared_of", {
                    done: task.done,
                    begun: task.begun,
                    all: of,
                  })}
                </p>
              </section>
            );
          })}
          {found.named.length > 0 && found.tasks.length > 0 && (
            <table>
              <caption>{t("prepared_names")}</caption>
              <thead>
                <tr>
                  <td />
                  {found.tasks.map((task) => (
                    <th scope="col">{task.title}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.named.map((one) => (
                  <tr>
                    <th scope="row" dir="auto">
                      {one.name}
                    </th>
                    {found.tasks.map((task) => (
                      <td>{one.stages[task.id] ? t(`prepared_${one.stages[task.id]}`) : ""}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p class="note">{t("prepared_note")}</p>
        </>
      )}
    </>
  );
}
