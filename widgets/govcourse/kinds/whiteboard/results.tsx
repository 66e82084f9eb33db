// A room's notes by group; on the console each can be pinned, hidden, merged into another and put into a group.
// Into which, is asked of one note at a time: a thousand lists of a thousand notes would stop the page.
import { useState } from "preact/hooks";
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
}

function Results({
  say: t,
  figures: { notes: all },
  moderation,
  moderate,
}: Shown<About, { n: number; notes: RoomNote[] }>) {
  // The projector has a facilitator's rights, and must not show what was hidden with them.
  const notes = all.filter((note) => moderate || !note.hidden);
  const [merging, setMerging] = useState("");
  if (!notes.length) return <p>{t("no_notes")}</p>;
  const groups = [...new Set(notes.map((note) => note.group))].sort((a, b) =>
    a === "" ? 1 : b === "" ? -1 : a.localeCompare(b),
  );
  const list = (some: RoomNote[]) => (
    <ul class="board">
      {some.map((note) => (
        <Note key={note.key ?? note.id} {...{ t, note, notes, moderation, moderate, merging, setMerging }} />
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
            <section key={group} aria-label={group || t("note_no_group")}>
              <h3 dir="auto">{group || t("note_no_group")}</h3>
              {list(notes.filter((note) => note.group === group))}
            </section>
          ))}
    </>
  );
}

function Note(props: Moderating) {
  const { t, note, moderate } = props;
  const facts = [
    note.pinned && t("note_pinned"),
    note.votes && t("dots", { count: note.votes }),
    note.comments.length && t("comments", { count: note.comments.length }),
    note.merged.length && t("note_merged", { count: note.merged.length }),
  ].filter(Boolean);
  return (
    <li class={note.hidden ? "off" : ""}>
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
