// Breakout teams: dealt out evenly or anew, moved, renamed and deleted by hand; their documents and their presentations.
import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../../ui/dialog";
import type { Say } from "../../runtime/outline";
import { Presentations } from "./presentations";
import { call, type Act } from "./room";
import type { Console, Member, RoomState, TeamListed, TeamMember, Teams as Listed } from "./shapes";
import { languageName } from "../../ui/language";
import { Languages, needed } from "./languages";
import { TeamWork } from "./team_work";
import { WorkTable } from "./work_table";

const OUT = "out"; // in place of a team: out of the room

interface Asked {
  title: string;
  what: string;
  yes: string;
  go: () => void;
}

export function Teams(props: { t: Say; all: Console; room: RoomState; stamp: unknown; act: Act }) {
  const { t, all, room, stamp, act: set } = props;
  const [found, setFound] = useState<Listed | null>(null);
  const [asks, setAsks] = useState<number | null>(null); // how many teams, once somebody said it
  const [alike, setAlike] = useState(false); // who speaks the same is dealt together
  const [message, setMessage] = useState("");
  const [lost, setLost] = useState(""); // why the teams could not be looked for
  const [asked, setAsked] = useState<Asked | null>(null);
  const [work, setWork] = useState<{ team: Member; activity: string } | null>(null);
  const count = asks ?? (found?.teams.length || 4);
  const path = `${all.api}/teams`;
  const act = (promise: Promise<Listed>, done: (told: Listed) => string = () => "") =>
    promise.then(
      (told) => (setFound(told), setMessage(done(told)), true),
      (error) => (setMessage(error.message), false),
    );
  const together = alike ? { together: "languages" } : {};
  // News of the room leave what was said of the last act.
  const look = () =>
    call<Listed>(path).then(
      (told) => (setFound(told), setLost("")),
      (error) => setLost(error.message),
    );
  useEffect(() => void look(), [stamp]);
  const dealt = ({ dealt, teams, alone }: Listed) =>
    t(dealt || alone.length || teams.length === count ? "teams_dealt" : "teams_dealt_none", {
      dealt: dealt ?? 0,
      teams: teams.length,
      count,
    });
  const anew = () =>
    setAsked({
      title: t("teams_anew"),
      what: t("teams_anew_what", { count }),
      yes: t("teams_anew_yes"),
      go: () => act(call(path, "POST", { count, anew: true, ...together }), dealt),
    });
  const remove = (team: TeamListed) =>
    setAsked({
      title: t("teams_delete", { team: team.name }),
      what: t(team.work.length ? "teams_delete_work" : "teams_delete_what", {
        n: team.work.length,
        people: team.members.length,
      }),
      yes: t("teams_delete_yes"),
      go: () => act(call(`${path}/${team.id}`, "DELETE"), () => t("teams_deleted", { team: team.name })),
    });
  if (!found) return <p role="status">{lost || message || t("loading_room")}</p>;
  const name = (one: Member) => one.name || t("somebody", { id: one.id.slice(0, 4) });
  const setRemoved = (one: Member, removed: boolean) =>
    act(call(`${all.api}/participants/${one.id}`, "PUT", { removed }), () =>
      t(removed ? "person_removed" : "person_returned", { name: name(one) }),
    );
  const takeOut = (one: Member) =>
    setAsked({
      title: t("person_remove"),
      what: t("person_remove_what", { name: name(one) }),
      yes: t("person_remove"),
      go: () => setRemoved(one, true),
    });
  const member = (one: TeamMember, team: string) => (
    <li key={one.id}>
      <span>
        <bdi>{name(one)}</bdi>
        {one.needs && <small> {t("teams_needs", { language: languageName(one.needs, t) })}</small>}
      </span>
      <select
        aria-label={t("teams_move", { name: name(one) })}
        value={team}
        onChange={(event) => {
          const into = event.currentTarget.value;
          event.currentTarget.value = team; // until it is done
          if (into === OUT) takeOut(one);
          else act(call(`${path}/${into}`, "PUT", { member: one.id }));
        }}
      >
        <option value="none">{t("teams_none")}</option>
        {found.teams.map((other) => (
          <option key={other.id} value={other.id}>
            {other.name}
          </option>
        ))}
        <option value={OUT}>{t("person_out")}</option>
      </select>
    </li>
  );
  return (
    <>
      <h2>{t("teams")}</h2>
      <div class="row">
        <label>
          {t("teams_count")}
          <input
            type="number"
            min={1}
            max={50}
            value={count}
            onInput={(event) => setAsks(Number(event.currentTarget.value))}
          />
        </label>
        <button type="button" onClick={() => act(call(path, "POST", { count, ...together }), dealt)}>
          {t("teams_deal")}
        </button>
        {found.teams.length > 0 && (
          <button type="button" onClick={anew}>
            {t("teams_anew")}
          </button>
        )}
        <button
          type="button"
          onClick={() => act(call(path, "POST", { name: t("team_n", { n: found.teams.length + 1 }) }))}
        >
          {t("teams_add")}
        </button>
        <label class="check">
          <input type="checkbox" checked={alike} onChange={() => setAlike(!alike)} />
          {t("teams_together")}
        </label>
      </div>
      <p role="status">{lost || message || (!found.teams.length && t("teams_will_be"))}</p>
      <div class="teams">
        {found.teams.map((team, index) => (
          <section key={team.id} aria-label={team.name}>
            <div class="row">
              <Typed
                label={t("teams_name", { n: index + 1 })}
                value={team.name}
                most={100}
                save={(name) => act(call(`${path}/${team.id}`, "PUT", { name }))}
              />
              <button type="button" onClick={() => remove(team)}>
                {t("teams_delete_short")}
                <span class="gc-hidden"> {team.name}</span>
              </button>
            </div>
            <ul>
              {team.members.map((one) => member(one, team.id))}
              {!team.members.length && <li>{t("teams_nobody")}</li>}
            </ul>
            {needed(t, team.members) && <p class="facts">{needed(t, team.members)}</p>}
            <Typed
              label={t("teams_link", { name: team.name })}
              hint={t("teams_link_hint")}
              value={team.link}
              most={500}
              save={(link) => act(call(`${path}/${team.id}`, "PUT", { link }))}
            />
            {team.link && (
              <a href={team.link} target="_blank" rel="noopener noreferrer">
                {t("teams_link_open")}
                <span class="gc-hidden"> {t("teams_link", { name: team.name })}</span>
              </a>
            )}
          </section>
        ))}
        {found.alone.length > 0 && (
          <section aria-label={t("teams_none")}>
            <strong>{t("teams_none")}</strong>
            <ul>{found.alone.map((one) => member(one, "none"))}</ul>
          </section>
        )}
      </div>
      {found.removed.length > 0 && (
        <section aria-label={t("people_removed")}>
          <strong>{t("people_removed")}</strong>
          <ul>
            {found.removed.map((one) => (
              <li key={one.id}>
                <bdi>{name(one)}</bdi>{" "}
                <button type="button" onClick={() => setRemoved(one, false)}>
                  {t("person_return")}
                  <span class="gc-hidden"> {name(one)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Languages t={t} people={[...found.alone, ...found.teams.flatMap((team) => team.members)]} />
      <WorkTable
        {...{ t, all, room, teams: found.teams }}
        read={(team, activity) => setWork({ team, activity })}
      />
      <Presentations t={t} room={room} teams={found.teams} act={set} />
      {work && <TeamWork {...{ t, all, ...work }} stamp={stamp} close={() => setWork(null)} />}
      {asked && (
        <Dialog title={asked.title} onClose={() => setAsked(null)}>
          <p>{asked.what}</p>
          <form method="dialog" class="row">
            <button class="main" onClick={asked.go}>
              {asked.yes}
            </button>
            <button>{t("cancel")}</button>
          </form>
        </Dialog>
      )}
    </>
  );
}

// A team's name, or its link. What is being typed stays when news of the room come in between, and when it was refused.
function Typed(props: {
  label: string;
  value: string;
  most: number;
  hint?: string;
  save: (text: string) => Promise<boolean>;
}) {
  const { label, value, most, hint, save } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      aria-label={label}
      value={typed ?? value}
      maxLength={most}
      placeholder={hint}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => save(event.currentTarget.value.trim()).then((taken) => taken && setTyped(null))}
    />
  );
}
