// Breakout teams: dealt out evenly, then moved and renamed by hand; and their presentations.
import { useEffect, useState } from "preact/hooks";
import { Presentations } from "./presentations";
import type { Say } from "../../runtime/outline";
import { call } from "./room";
import type { Console, Member, RoomState, Teams as Listed } from "./shapes";

export function Teams(props: {
  t: Say;
  all: Console;
  room: RoomState;
  people: number;
  tell: (path: string, body: object) => void;
}) {
  const { t, all, room, people, tell } = props;
  const [found, setFound] = useState<Listed>({ teams: [], alone: [] });
  const [count, setCount] = useState(4);
  const [message, setMessage] = useState("");
  const [open, setOpen] = useState(false);
  const path = `${all.api}/teams`;
  const act = (promise: Promise<Listed>) =>
    promise.then(
      (answer) => {
        setFound(answer);
        setMessage("");
      },
      (error) => setMessage(error.message),
    );
  useEffect(() => {
    if (open) act(call(path));
  }, [open, people]);
  const name = (one: Member) => one.name || t("somebody", { id: one.id.slice(0, 4) });
  const member = (one: Member, team: string) => (
    <li key={one.id}>
      {name(one)}{" "}
      <select
        aria-label={t("teams_move", { name: name(one) })}
        value={team}
        onChange={(event) => act(call(`${path}/${event.currentTarget.value}`, "PUT", { member: one.id }))}
      >
        <option value="none">{t("teams_none")}</option>
        {found.teams.map((other) => (
          <option value={other.id}>{other.name}</option>
        ))}
      </select>
    </li>
  );
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>{t("teams")}</summary>
      <p role="status">{message}</p>
      <div class="row">
        <label for="teams-count">{t("teams_count")}</label>
        <input
          id="teams-count"
          type="number"
          min={1}
          max={50}
          value={count}
          onInput={(event) => setCount(Number(event.currentTarget.value))}
        />
        <button type="button" onClick={() => act(call(path, "POST", { count }))}>
          {t("teams_deal")}
        </button>
        <button
          type="button"
          onClick={() => act(call(path, "POST", { name: t("team_n", { n: found.teams.length + 1 }) }))}
        >
          {t("teams_add")}
        </button>
      </div>
      <div class="console-columns">
        {found.teams.map((team, index) => (
          <section key={team.id} aria-label={team.name}>
            <Name
              label={t("teams_name", { n: index + 1 })}
              name={team.name}
              save={(name) => act(call(`${path}/${team.id}`, "PUT", { name }))}
            />
            <ul>
              {team.members.map((one) => member(one, team.id))}
              {!team.members.length && <li>{t("teams_nobody")}</li>}
            </ul>
          </section>
        ))}
        {found.alone.length > 0 && (
          <section aria-label={t("teams_none")}>
            <strong>{t("teams_none")}</strong>
            <ul>{found.alone.map((one) => member(one, "none"))}</ul>
          </section>
        )}
      </div>
      <Presentations t={t} room={room} teams={found.teams} act={tell} />
    </details>
  );
}

/** A team's name. What is being typed stays when news of the room come in between. */
function Name({ label, name, save }: { label: string; name: string; save: (name: string) => Promise<void> }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      aria-label={label}
      value={typed ?? name}
      maxLength={100}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => save(event.currentTarget.value).then(() => setTyped(null))}
    />
  );
}
