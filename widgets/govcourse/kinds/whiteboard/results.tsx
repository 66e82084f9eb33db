// A room's notes by group; on the console each can be pinned, hidden, merged into another and put into a group.
// Into which, is asked of one note at a time: a thousand lists of a thousand notes would stop the page.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Moderation } from "../../runtime/shapes";
import type { Say } from "../../runtime/outline";
import { results, type Shown } from "../results";
import type { Moderated } from "../shapes";
import css from "./results.css";
import type { Results as About } from "./shapes";

type RoomNote = Moderated & { key: string };

interface Moderating {
  t: Say;
  note: RoomNote;
  notes: RoomNote[];
  merging: string; // the id of the note that is being merged
  setMerging: (id: string) => void;
  moderation?: Moderation;
  moderate?: (change: Partial<Moderation>) => void; // not on the projector
  newest: string; // the id of the note that came last
}

function Results({
  say: t,
  figures: { notes: all },
  moderation,
  moderate,
  projected,
}: Shown<About, { n: number; notes: RoomNote[] }>) {
  // The projector has a facilitator's rights, and must not show what was hidden with them.
  const notes = all.filter((note) => moderate || !note.hidden);
  const [merging, setMerging] = useState("");
  const newest = useNewest(notes);
  if (!notes.length) return <p>{t("no_notes")}</p>;
  const groups = [...new Set(notes.map((note) => note.group))].sort((a, b) =>
    a === "" ? 1 : b === "" ? -1 : a.localeCompare(b),
  );
  const list = (some: RoomNote[]) => (
    <ul class={`board${projected ? ` ${size(notes)}` : ""}`}>
      {some.map((note) => (
        <Note
          key={note.key ?? note.id}
          {...{ t, note, notes, moderation, moderate, merging, setMerging, newest }}
        />
      ))}
    </ul>
  );
  return (
    <>
      {moderate && (
        <datalist id="note-groups">
          {groups.filter(Boolean).map((group) => (
            <option value={group} />
          ))}
        </datalist>
      )}
      {groups.length === 1 && groups[0] === ""
        ? list(notes)
        : groups.map((group) => (
            <section key={group} class="board-group" aria-label={group || t("note_no_group")}>
              <h3 dir="auto">{group || t("note_no_group")}</h3>
              {list(notes.filter((note) => note.group === group))}
            </section>
          ))}
    </>
  );
}

// On the projector few notes are large, and many stand side by side; one that says much takes the place of two.
function size(notes: RoomNote[]): string {
  const letters = notes.reduce((sum, note) => sum + whole(note), 0) / notes.length;
  if (notes.length <= 6) return "few";
  return notes.length <= 16 || letters > 120 ? "some" : "many";
}
const LONG = 180;
const whole = (note: RoomNote): number =>
  [note, ...note.merged].reduce((sum, { text }) => sum + text.length, 0);

// The note that came since the board was first seen.
function useNewest(notes: RoomNote[]): string {
  const seen = useRef<Set<string> | null>(null);
  const [newest, setNewest] = useState("");
  const ids = notes.map(({ id }) => id);
  useEffect(() => {
    const came = seen.current && ids.filter((id) => !seen.current!.has(id));
    seen.current = new Set([...(seen.current ?? []), ...ids]);
    if (came?.length) setNewest(came.at(-1)!);
  }, [ids.join()]);
  return newest;
}

function Note(props: Moderating) {
  const { t, note, moderate, newest } = props;
  const facts = [
    note.id === newest && t("note_newest"),
    note.pinned && t("note_pinned"),
    note.votes && t("dots", { count: note.votes }),
    note.comments.length && t("comments", { count: note.comments.length }),
    note.merged.length && t("note_merged", { count: note.merged.length }),
  ].filter(Boolean);
  return (
    <li
      class={[note.hidden && "off", note.id === newest && "newest", whole(note) > LONG && "long"]
        .filter(Boolean)
        .join(" ")}
    >
      <p dir="auto">{note.text}</p>
      {note.merged.map((other) => (
        <p key={other.id} class="under" dir="auto">
          {other.text}
        </p>
      ))}
      {facts.length > 0 && <small>{facts.join(" · ")}</small>}
      {moderate && <Tools {...props} />}
    </li>
  );
}

function Tools({ t, note, notes, moderation, moderate, merging, setMerging }: Moderating) {
  const { hidden, approved, pinned, merged, grouped } = moderation!;
  const [typed, setTyped] = useState<string | null>(null); // a group's name, which stays when notes come in
  const its = (key: string) => key === note.key || key === note.id; // its id, in rooms from before there were keys
  const without = (list: string[]) => list.filter((key) => !its(key));
  const hide = () =>
    moderate!(
      note.hidden
        ? { hidden: without(hidden), approved: [...without(approved), note.key] }
        : { hidden: [...hidden, note.key], approved: without(approved) },
    );
  const apart = () =>
    moderate!({ merged: Object.fromEntries(Object.entries(merged).filter(([, into]) => !its(into))) });
  const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
  return (
    <div class="tools">
      <button
        type="button"
        onClick={() => moderate!({ pinned: note.pinned ? without(pinned) : [...pinned, note.key] })}
      >
        {t(note.pinned ? "note_unpin" : "note_pin")}
        <span class="gc-hidden"> {note.text}</span>
      </button>
      <button type="button" onClick={hide}>
        {t(note.hidden ? "note_show" : "note_hide")}
        <span class="gc-hidden"> {note.text}</span>
      </button>
      {note.merged.length > 0 && (
        <button type="button" onClick={apart}>
          {t("note_apart")}
          <span class="gc-hidden"> {note.text}</span>
        </button>
      )}
      {merging === note.key ? (
        <select
          ref={(at) => at?.focus()}
          aria-label={t("note_merge", { text: note.text })}
          value=""
          onChange={(event) => moderate!({ merged: { ...merged, [note.key]: event.currentTarget.value } })}
          onBlur={() => setMerging("")}
        >
          <option value="">{t("note_merge_none")}</option>
          {notes.map(
            (other) =>
              other !== note && (
                <option key={other.key} value={other.key}>
                  {short(other.text)}
                </option>
              ),
          )}
        </select>
      ) : (
        <button type="button" disabled={notes.length < 2} onClick={() => setMerging(note.key)}>
          {t("note_merge_none")}
          <span class="gc-hidden"> {note.text}</span>
        </button>
      )}
      <input
        aria-label={t("note_group", { text: note.text })}
        placeholder={t("note_group_hint")}
        value={typed ?? note.group}
        maxLength={100}
        list="note-groups"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => {
          moderate!({ grouped: { ...grouped, [note.key]: event.currentTarget.value.trim() } });
          setTyped(null);
        }}
      />
    </div>
  );
}

export default results(Results, css);
