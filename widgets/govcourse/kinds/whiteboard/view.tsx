// The whiteboard: notes written, grouped, given dots and comments, on a board or as a list that does the same.
import { useEffect, useRef, useState } from "preact/hooks";
import { Add } from "../../ui/add";
import { Views } from "../../ui/choices";
import { Fields, TextField, changed, newId } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { useLed } from "../../ui/led";
import { Steps } from "../../ui/marks";
import { module, useNarrow, useResults, type ViewProps } from "../../ui/shell";
import { Timer } from "../../ui/timer";
import { Bring } from "../feed";
import { NoteList, Themes, short, type Dots } from "../notes";
import { Board, arranged, free } from "./board";
import { CommentOn, Lacking, Said, dealt } from "./comments";
import css from "./view.css";
import type { Answer, Figures, GivenNote as Note, GivenOrigin as Origin, Phase, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export { default as results } from "./results";
export default module(judged(View), css);

const COLOURS = 6;

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec, host } = ex;
  const notes = answer.notes ?? [];
  const groups = answer.groups ?? [];
  const votes = answer.votes ?? {};
  const comments = answer.comments ?? {};
  const place = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(place);
  const [view, setView] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const [others, refresh, message] = useOthers(ex, readOnly);
  const led = useLed(ex);
  const phase = spec.phases.find((one) => one.id === (led ?? answer.phase)) ?? spec.phases[0];
  const allows = (what: Phase["allows"][number]) => phase.allows.includes(what);
  const mine = new Set(notes.map((note) => note.id));
  const foreign = others.filter((note) => !mine.has(note.id));
  const all: Note[] = [...notes, ...foreign];
  const full = notes.length >= (spec.each ?? spec.limit);
  const left = spec.votes - Object.values(votes).reduce((sum, dots) => sum + dots, 0);
  const set = (next: Note[], field = "") => change({ ...answer, notes: next }, field);
  const edit = (note: Note, values: Partial<Note>, field = "") => set(changed(notes, note.id, values), field);
  const remove = (note: Note) => {
    const { [note.id]: _, ...rest } = votes;
    change({
      ...answer,
      notes: notes.filter((one) => one.id !== note.id),
      ...(answer.votes ? { votes: rest } : {}),
    });
    setTold(t("note_gone", { name: short(note.text ?? "") }));
  };
  const add = (found: { text: string; origin?: Origin }[]) => {
    let next = notes;
    for (const one of found.slice(0, (spec.each ?? spec.limit) - notes.length)) {
      const origin = one.origin ? { origin: one.origin } : {};
      next = [
        ...next,
        {
          id: newId(),
          text: one.text.slice(0, 1000),
          colour: next.length % COLOURS,
          ...free(next),
          ...origin,
        },
      ];
    }
    set(next);
    setTold(t("note_added", { name: short(found[0].text) }));
  };
  const dots: Dots | undefined =
    spec.votes && allows("vote") && !readOnly
      ? {
          of: (note) => votes[note.id] ?? 0,
          left,
          set: (note, count) => {
            const { [note.id]: _, ...rest } = votes;
            change({ ...answer, votes: count ? { ...rest, [note.id]: count } : rest });
            setTold(t("dots_left", { left: left - count + (votes[note.id] ?? 0) }));
          },
        }
      : undefined;
  const counted: Dots = dots ?? { of: (note) => votes[note.id] ?? 0, left: 0, set: () => {} };
  const mayComment = !!spec.comment_prompt && allows("comment");
  const turn = dealt(foreign, comments, notes[0]?.id ?? host.participant, spec.deal ?? foreign.length);
  const comment = (note: Note) =>
    mayComment && (
      <CommentOn
        {...{ ex, note, comments }}
        asked={turn.includes(note)}
        say={(text) =>
          change({ ...answer, comments: { ...comments, [note.id]: text } }, `comment-${note.id}`)
        }
      />
    );
  const said = (note: Note) => {
    const there = others.find((one) => one.id === note.id);
    return there && "comments" in there && <Said {...{ ex, comments: there.comments as string[] }} />;
  };
  const shown = view || (narrow || spec.comment_prompt ? "list" : "board");
  const listed = (list: Note[], own: boolean, whole = false) => (
    <NoteList
      {...{ ex, notes: list }}
      groups={own && allows("group") ? groups : []}
      group={own ? (note, group) => edit(note, { group }) : undefined}
      dots={dots ?? (spec.votes && allows("vote") ? counted : undefined)}
      edit={own ? edit : undefined}
      remove={own ? remove : undefined}
      arrange={own && whole && !readOnly ? (next) => set(next) : undefined}
      details={own ? (note) => <Look {...{ ex, note, edit }} /> : undefined}
      more={own ? said : comment}
    />
  );
  return (
    <div ref={place} class="gc-stack">
      <p class="gc-prompt">{spec.prompt}</p>
      <Phases
        {...{ ex, phase, led: !!led, locked: readOnly }}
        set={(id) => change({ ...answer, phase: id })}
      />
      <Fields ex={ex} locked={readOnly}>
        {full ? (
          <p class="gc-note">
            {spec.each ? t("each_done", { each: spec.each }) : t("board_full", { limit: spec.limit })}
          </p>
        ) : (
          <Add
            label={t("note_new")}
            max={1000}
            button={t("note_add")}
            full={full}
            add={(text) => add([{ text }])}
          />
        )}
        <Bring
          ex={ex}
          into="notes"
          taken={notes.map((note) => note.origin)}
          onBring={(found) => add(found.map((one) => ({ text: one.name, origin: one.origin })))}
        />
        {allows("group") && (
          <Themes
            {...{ ex, groups }}
            set={(next, field) => {
              const known = new Set(next.map((group) => group.id));
              const kept = notes.map((note) => (known.has(note.group ?? "") ? note : { ...note, group: "" }));
              change({ ...answer, groups: next, notes: kept }, field);
            }}
          />
        )}
      </Fields>
      {host.name === "room" && !readOnly && (
        <div class="gc-row gc-noprint">
          <button type="button" onClick={refresh}>
            {t("others_look")}
          </button>
          <span role="status" class="gc-note">
            {message || t("others_count", { count: foreign.length })}
          </span>
        </div>
      )}
      {dots && (
        <p class="gc-label" role="status">
          {t("dots_left", { left })}
        </p>
      )}
      {mayComment && <Lacking {...{ ex, comments, notes: turn }} />}
      <Views
        label={t("views")}
        views={["board", "list"].map((id) => ({ id, title: t(`view_${id}`) }))}
        shown={shown}
        show={setView}
      />
      {shown === "board" ? (
        <Board
          {...{ ex, notes: all, groups, mine, chosen, setChosen, readOnly, counted }}
          move={(note, x, y) => {
            edit(note, { x, y }, `move-${note.id}`);
            setTold(t("note_moved", { name: short(note.text ?? ""), x, y }));
          }}
          arrange={() => set(arranged(notes, groups))}
        >
          {(note) => (
            <Fields ex={ex} locked={readOnly}>
              {listed([note], mine.has(note.id))}
            </Fields>
          )}
        </Board>
      ) : (
        <Fields ex={ex} locked={readOnly}>
          {listed(notes, true, true)}
          {foreign.length > 0 && (
            <>
              <h4>{t(host.name === "room" ? "others_notes" : "seeds")}</h4>
              {listed([...turn, ...foreign.filter((note) => !turn.includes(note))], false)}
            </>
          )}
        </Fields>
      )}
      <p class="gc-hidden" role="status">
        {told}
      </p>
    </div>
  );
}

// In a room the others' notes, once they are shown; alone, those that the course gives to work with.
function useOthers(ex: Props["ex"], example: boolean): [Note[], () => void, string] {
  const [notes, setNotes] = useState<Note[]>(ex.host.name === "room" && !example ? [] : ex.spec.seeds);
  const [message, setMessage] = useState("");
  // `told` by the room, which has just shown them, or hidden them again.
  const refresh = async (told = false) => {
    await ex.flush();
    const reply = await ex.request({ op: "summary", activity: ex.spec.id });
    if (reply.ok) setNotes((reply.figures as Figures).notes);
    else if (told) setNotes([]);
    setMessage(reply.ok ? "" : (reply.message ?? ex.t("failed")));
  };
  useEffect(() => {
    if (ex.host.name === "room" && !example) refresh();
  }, []);
  useResults(ex, () => refresh(true));
  return [notes, () => refresh(), message];
}

function Phases(props: {
  ex: Props["ex"];
  phase: Phase;
  led: boolean; // by the facilitator, who has the clock too
  locked: boolean;
  set: (id: string) => void;
}) {
  const { ex, phase, led, locked, set } = props;
  const { t, spec } = ex;
  return (
    <section aria-label={t("phases")}>
      <Steps
        steps={spec.phases.map(({ id, title }) => ({ id, title }))}
        at={phase.id}
        locked={locked || led}
        go={set}
      />
      <div class="gc-row">
        <p class="gc-grow">{phase.about}</p>
        {!led && <Timer key={phase.id} ex={ex} title={phase.title} limit={phase.minutes * 60} />}
      </div>
    </section>
  );
}

// How a note looks, and whose it is.
function Look(props: {
  ex: Props["ex"];
  note: Note;
  edit: (note: Note, values: Partial<Note>, field?: string) => void;
}) {
  const { ex, note, edit } = props;
  return (
    <div class="gc-grid gc-noprint">
      <label>
        <span class="gc-label">{ex.t("colour")}</span>
        <select
          value={String(note.colour ?? 0)}
          onChange={(event) => edit(note, { colour: Number(event.currentTarget.value) })}
        >
          {Array.from({ length: COLOURS }, (_, colour) => (
            <option value={String(colour)}>{ex.t(`colour_${colour}`)}</option>
          ))}
        </select>
      </label>
      <TextField
        label={ex.t("author")}
        max={100}
        value={note.author}
        onValue={(author) => edit(note, { author }, `author-${note.id}`)}
      />
    </div>
  );
}
