// Who owns, does and supports what in a plan.
import type { Around } from "../../runtime/exercise";
import { byPerson } from "./rules";
import type { Answer } from "./shapes";
import { Scroll } from "../../ui/table";

export function People({ ex, answer }: { ex: Around; answer: Answer }) {
  const { t } = ex;
  const people = byPerson(answer);
  if (!people.length) return <p class="gc-card">{t("people_empty")}</p>;
  return (
    <Scroll label={t("tab_people")}>
      <table>
        <caption>{t("people_caption", { name: people[0].name })}</caption>
        <thead>
          <tr>
            {["person", "owns", "does", "supports"].map((key) => (
              <th scope="col">{t(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr>
              <th scope="row">{person.name}</th>
              {(["owns", "does", "supports"] as const).map((role) => (
                <td>
                  {person[role].length > 0 && (
                    <ul>
                      {person[role].map((step) => (
                        <li>{step || t("untitled")}</li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
