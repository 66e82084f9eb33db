// A team's document, to be read.
import type { Say } from "../../runtime/outline";
import { Dialog } from "../../ui/dialog";
import { useTold } from "./room";
import type { Console, Member, TeamWork as Work } from "./shapes";

export function TeamWork(props: {
  t: Say;
  all: Console;
  team: Member;
  activity: string;
  stamp: unknown;
  close: () => void;
}) {
  const { t, all, team, activity, stamp, close } = props;
  const work = useTold<Work>(`${all.api}/teams/${team.id}/work/${activity}`, stamp);
  const title = work ? t("work_title", { team: team.name, title: work.title }) : t("loading_room");
  return (
    <Dialog title={title} onClose={close}>
      {work && !work.parts.length && <p>{t("work_empty")}</p>}
      {work?.parts.map((part, place) => (
        <section key={place}>
          {part.title && <h5 dir="auto">{part.title}</h5>}
          <dl>
            {part.lines.map((line, at) => (
              <div key={at}>
                {line.label && <dt dir="auto">{line.label}</dt>}
                <dd dir="auto">{line.image ? <img src={line.image} alt={line.text} /> : line.text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <form method="dialog">
        <button class="main">{t("close_list")}</button>
      </form>
    </Dialog>
  );
}
