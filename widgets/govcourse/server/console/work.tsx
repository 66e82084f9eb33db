// What a team that presents has made, as its kind reads it back: on the projector, page by page.
import type { Say } from "../../runtime/outline";
import { useTold } from "./room";
import type { Console, Counts, RoomState, TeamWork } from "./shapes";

// What teams can present: what the room's teams make together.
export const presentable = (all: Console, room: RoomState) =>
  room.activities.filter(({ id }) => all.activities[id].owner === "team");

// What is presented: what the facilitator chose, else what was shown before, else what teams of this session wrote last.
export function workOf(all: Console, room: RoomState, counts: Counts): string | null {
  const some = presentable(all, room);
  const written = some.filter(
    ({ id, sessions }) => counts.by_teams[id] && (!room.session || sessions.includes(room.session)),
  );
  const found = some.find(({ id }) => id === room.work) ?? some.find(({ id }) => id === room.shown);
  return (found ?? written.at(-1))?.id ?? null;
}

export function Work(props: { t: Say; all: Console; team: string; work: string | null; stamp: unknown }) {
  const { t, all, team, work, stamp } = props;
  const told = useTold<TeamWork>(work && `${all.api}/teams/${team}/work/${work}`, stamp);
  if (!told?.parts.length) return <p role="status">{t(told ? "work_empty" : "no_figures")}</p>;
  return (
    <div class="screen-work">
      <h2>{told.title}</h2>
      {told.parts.map(({ title, lines }) => (
        <section>
          {title && <h3 dir="auto">{title}</h3>}
          <ul>
            {lines.map(({ label, text, image }) => (
              <li class={text.length > LONG ? "long" : ""}>
                {label && <small dir="auto">{label}</small>}
                {text && <p dir="auto">{text}</p>}
                {image && <img src={image} alt={label} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
const LONG = 140; // letters from which a text takes the whole width
