// The facilitator's console: a time line, the next right thing, what the room sees, what comes in; and all else one press away.
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { say } from "../../runtime/fill";
import { style } from "../../ui/style";
import { Head } from "./head";
import { Incoming } from "./incoming";
import { KeyList, useKeys } from "./keys";
import { Lead, Talk, moves } from "./lead";
import { Manage } from "./manage";
import { Message } from "./message";
import { Prepared } from "./prepared";
import { Preview } from "./preview";
import { Questions, waiting } from "./questions";
import { call, payload, useAct, useNow, useRoom } from "./room";
import type { Console as Payload } from "./shapes";
import { Steer } from "./steer";
import { Take } from "./take";
import { Teams } from "./teams";
import { Timeline } from "./timeline";
import { named, way as wayOf } from "./walk";
import css from "./console.css";

style(css);

const VIEWS = ["lead", "notes", "questions", "teams", "prepared", "report", "room"] as const;
type View = (typeof VIEWS)[number];

export function Console({ all, dashboard }: { all: Payload; dashboard?: boolean }) {
  const t = say(all.texts);
  const told = useRoom(all.api);
  const { room, gone, counts, lost } = told;
  const { act, problem } = useAct(all.api, t, told);
  const [view, setView] = useState<View>("lead");
  const [chosen, setChosen] = useState<string | null>(null);
  const [listed, setListed] = useState(false);
  const now = useNow();
  const wide = useWide();
  const way = room && wayOf(all, room);
  const at = (way && [...way.steps, ...way.more].find((one) => one.key === chosen)) || (way?.now ?? null);
  const can = room && moves({ all, room, at, act });
  const going = () => setChosen(null);
  const walk = async (body?: object) => {
    if (body && (await act(body))) going();
  };
  useKeys({
    ...Object.fromEntries(VIEWS.map((view, index) => [String(index + 1), () => setView(view)])),
    "?": () => setListed(true),
    ...(can && {
      n: () => walk(can.next?.body),
      b: () => walk(can.back?.body),
      r: () => can.show(),
      t: () => can.time(),
      o: () => can.open(),
      l: () => can.look(),
      v: () => can.reviewable && can.review(),
      m: () => (
        setView("lead"),
        requestAnimationFrame(() => document.getElementById("message-text")?.focus())
      ),
    }),
  });
  if (gone) return <p role="status">{t("room_deleted")}</p>;
  if (!room || !way) return <p role="status">{t(lost ? "room_unreached" : "loading_room")}</p>;
  const one = named(room, at?.activity ?? null);
  const asked = waiting(told.questions).length;
  const live = one ? (
    <Incoming {...{ t, all, told, one, act }} key={one.id} />
  ) : (
    <p>{t(at ? "live_no_exercise" : "live_before")}</p>
  );
  return (
    <div class="console">
      <Head {...{ t, all, room, counts, now, act }} help={() => setListed(true)} />
      {room.practice && <p class="practice">{t("practice")}</p>}
      {lost && (
        <p class="alert" role="alert">
          {t("console_lost")}
        </p>
      )}
      {problem && (
        <p class="alert" role="alert">
          {problem}
        </p>
      )}
      <nav class="views" aria-label={t("views")}>
        {VIEWS.map((name, index) => (
          <button
            type="button"
            key={name}
            aria-current={name === view ? "page" : undefined}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => setView(name)}
          >
            {t(`view_${name}`)}
            {name === "questions" && asked > 0 && <small> ({asked})</small>}
          </button>
        ))}
      </nav>
      {view === "lead" ? (
        <div class="lead-columns">
          <details class="line-place" open={wide} key={String(wide)}>
            <summary>{t("run_sheet")}</summary>
            <Timeline {...{ t, all, room, counts, way, now, at, act }} choose={setChosen} />
          </details>
          <div class="lead-middle">
            <Lead {...{ t, all, room, way, at, act, going, now }} />
            <Preview {...{ t, all, room }} />
            <Steer {...{ t, all, room, counts, act }} />
            <Talk t={t} at={at} />
            <Message {...{ t, room, act }} />
          </div>
          <section aria-label={t("live")} class="live">
            <h2>{one ? one.title : t("live")}</h2>
            {live}
          </section>
        </div>
      ) : (
        <section class="view" aria-label={t(`view_${view}`)}>
          {view === "notes" && <Moderation {...{ t, all, told, act }} first={one?.id} />}
          {view === "questions" && <Questions {...{ t, all, room, told, act }} />}
          {view === "teams" && <Teams {...{ t, all, room, act }} stamp={told.heard} />}
          {view === "prepared" && <Prepared {...{ t, all }} stamp={[room.session, counts]} />}
          {view === "report" && <Take {...{ t, all, room }} />}
          {view === "room" && <Manage {...{ t, all, room, act, dashboard }} />}
        </section>
      )}
      {listed && <KeyList t={t} close={() => setListed(false)} />}
    </div>
  );
}

// The notes and reviews of one exercise of the room, over the whole width: that which is at hand, or another.
function Moderation(props: {
  t: ReturnType<typeof say>;
  all: Payload;
  told: ReturnType<typeof useRoom>;
  act: ReturnType<typeof useAct>["act"];
  first?: string;
}) {
  const { t, all, told, act, first } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const some = told.room!.activities.filter(
    (one) => all.activities[one.id].moderated || one.review !== "none",
  );
  const one = some.find(({ id }) => id === (chosen ?? first)) ?? some.find(({ state }) => state === "open");
  return (
    <>
      <label for="notes-of">{t("notes_of")}</label>
      <select id="notes-of" value={one?.id ?? ""} onChange={(event) => setChosen(event.currentTarget.value)}>
        <option value="" disabled>
          {t("notes_choose")}
        </option>
        {some.map(({ id, title }) => (
          <option key={id} value={id}>
            {title} ({told.counts.answered[id] ?? 0})
          </option>
        ))}
      </select>
      {one ? (
        <div class="live">
          <h2>{one.title}</h2>
          <Incoming {...{ t, all, told, one, act }} whole key={one.id} />
        </div>
      ) : (
        <p>{t("notes_will_come")}</p>
      )}
    </>
  );
}

// Whether the columns stand beside each other.
function useWide(): boolean {
  const query = matchMedia("(min-width: 64rem)");
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const look = () => setWide(query.matches);
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return wide;
}

// As an anywidget on the dashboard in Voila, and by itself on the console's own page.
export default {
  async render({ model, el }: { model: { get(name: "room" | "base"): string }; el: HTMLElement }) {
    const all = await call<Payload>(`${model.get("base")}api/rooms/${model.get("room")}/console`);
    render(<Console all={all} dashboard />, el);
    return () => render(null, el);
  },
};
const page = document.getElementById("payload") && document.getElementById("app");
if (page) render(<Console all={payload()} />, page);
