// A room's notes by group; on the console each can be pinned, hidden, merged into another and put into a group.
import type { Moderation } from "../../runtime/shapes";
import type { Say } from "../../runtime/outline";
import { results, type Shown } from "../results";
import type { Moderated as RoomNote } from "../shapes";
import css from "./results.css";
import type { Results as About } from "./shapes";

interface Moderating {
  t: Say;
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
  if (!notes.length) return <p>{t("no_notes")}</p>;
  const groups = [...new Set(notes.map((note) => note.group))].sort((a, b) =>
    a === "" ? 1 : b === "" ? -1 : a.localeCompare(b),
  );
  const list = (some: RoomNote[]) => (
    <ul class="board">
      {some.map((note) => (
        <Note key={note.id} {...{ t, note, notes, groups, moderation, moderate }} />
      ))}
    </ul>
  );
  if (groups.length === 1 && groups[0] === "") return list(notes);
  return (
    <>
      {groups.map((group) => (
        <section key={group} aria-label={group || t("note_no_group")}>
          <h3 dir="auto">{group || t("note_no_group")}</h3>
          {list(notes.filter((note) => note.group === group))}
        </section>
      ))}
    </>
  );
}

function Note(props: { note: RoomNote; notes: RoomNote[]; groups: string[] } & Moderating) {
  const { t, note, notes, moderate } = props;
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
      {moderate && <Tools {...{ ...props, others: notes.filter((other) => other.id !== note.id) }} />}
    </li>
  );
}

function Tools(props: { note: RoomNote; others: RoomNote[]; groups: string[] } & Moderating) {
  const { t, note, others, groups, moderation, moderate } = props;
  const { hidden, approved, pinned, merged, grouped } = moderation!;
  const without = (list: string[]) => list.filter((id) => id !== note.id);
  const hide = () =>
    moderate!(
      note.hidden
        ? { hidden: without(hidden), approved: [...without(approved), note.id] }
        : { hidden: [...hidden, note.id], approved: without(approved) },
    );
  const apart = () =>
    moderate!({ merged: Object.fromEntries(Object.entries(merged).filter(([, into]) => into !== note.id)) });
  const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
  const list = `groups-${note.id}`;
  return (
    <div class="tools">
      <button
        type="button"
        onClick={() => moderate!({ pinned: note.pinned ? without(pinned) : [...pinned, note.id] })}
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
      <select
        aria-label={t("note_merge", { text: note.text })}
        value=""
        disabled={!others.length}
        onChange={(event) => moderate!({ merged: { ...merged, [note.id]: event.currentTarget.value } })}
      >
        <option value="">{t("note_merge_none")}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {short(other.text)}
          </option>
        ))}
      </select>
      <input
        aria-label={t("note_group", { text: note.text })}
        placeholder={t("note_group_hint")}
        value={note.group}
        maxLength={100}
        list={list}
        onChange={(event) =>
          moderate!({ grouped: { ...grouped, [note.id]: event.currentTarget.value.trim() } })
        }
      />
      <datalist id={list}>
        {groups.filter(Boolean).map((group) => (
          <option value={group} />
        ))}
      </datalist>
    </div>
  );
}

export default results(Results, css);
