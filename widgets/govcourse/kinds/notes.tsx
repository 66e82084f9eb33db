// Notes as a list: written, named by theme, given dots, chosen. What a board does, without a mouse.
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Around } from "../runtime/exercise";
import { Pick, TextField, changed, newId } from "../ui/fields";
import { put, useHandles, type Held, type Section } from "./note_order";
import type { Group, Note } from "./shapes";

interface Option {
  id: string;
  title?: string;
}

export interface Dots {
  of: (note: Note) => number;
  left: number;
  set: (note: Note, dots: number) => void;
}

export function Themes(props: {
  ex: Around;
  groups: Group[];
  set: (groups: Group[], field?: string) => void;
}) {
  const { ex, groups, set } = props;
  const { t } = ex;
  return (
    <fieldset class="gc-themes">
      <legend>{t("themes")}</legend>
      {groups.map((group, index) => (
        <div class="gc-row" key={group.id}>
          <div class="gc-grow">
            <TextField
              label={t("theme_n", { n: index + 1 })}
              max={300}
              value={group.title}
              onValue={(title) => set(changed(groups, group.id, { title }), `theme-${group.id}`)}
            />
          </div>
          <button
            type="button"
            class="gc-noprint"
            aria-label={t("theme_remove", { title: group.title ?? "" })}
            onClick={() => set(groups.filter((one) => one.id !== group.id))}
          >
            {t("remove_short")}
          </button>
        </div>
      ))}
      <button
        type="button"
        class="gc-noprint"
        disabled={groups.length >= 30}
        onClick={() => set([...groups, { id: newId(), title: "" }])}
      >
        {t("theme_add")}
      </button>
    </fieldset>
  );
}

// Notes under their themes; what may be done with one stands below its text.
export function NoteList(props: {
  ex: Around;
  notes: Note[];
  groups: Group[];
  tags?: Option[];
  group?: (note: Note, group: string) => void;
  dots?: Dots;
  choose?: { full: boolean; set: (note: Note, chosen: boolean) => void };
  edit?: (note: Note, values: Partial<Note>, field?: string) => void;
  remove?: (note: Note) => void;
  arrange?: (notes: Note[]) => void; // in another order, or under other themes
  details?: (note: Note) => ComponentChildren; // shown while a note is edited
  more?: (note: Note) => ComponentChildren;
}) {
  const { ex, notes, groups, arrange } = props;
  const { t } = ex;
  const [said, setSaid] = useState("");
  const known = new Set(groups.map((group) => group.id));
  const sections: Section[] = [
    ...groups.map((group) => ({
      id: group.id,
      title: group.title || t("untitled"),
      notes: notes.filter((note) => note.group === group.id),
    })),
    {
      id: groups.length ? "" : null,
      title: groups.length ? t("theme_none") : "",
      notes: notes.filter((note) => !known.has(note.group ?? "")),
    },
  ].filter((section) => section.notes.length || (arrange && groups.length));
  const held = useHandles(
    ex,
    sections,
    (note) => short(note.text ?? ""),
    (note, { theme, before }) => {
      const next = put(notes, note.id, theme, before);
      const title = sections.find((section) => section.id === theme)?.title ?? "";
      const there = theme === null ? next : next.filter((one) => (one.group ?? "") === theme);
      const n = there.findIndex((one) => one.id === note.id) + 1;
      arrange!(next);
      setSaid(t("note_at", { name: short(note.text ?? ""), n, all: there.length, theme: title }).trim());
    },
  );
  return (
    <div class="gc-note-list">
      {sections.map((section, index) => (
        <section
          class="gc-theme"
          data-theme-of={index}
          data-held={held.target === String(index) ? "target" : undefined}
        >
          {section.title && <h5>{section.title}</h5>}
          {arrange && !section.notes.length && <p class="gc-note gc-noprint">{t("theme_empty")}</p>}
          <ul class="gc-notes">
            {section.notes.map((note) => (
              <NoteCard
                key={note.id}
                {...props}
                note={note}
                held={arrange && notes.length > 1 ? held : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
      {arrange && (
        <p class="gc-hidden" role="status">
          {said}
        </p>
      )}
    </div>
  );
}

function NoteCard(props: Parameters<typeof NoteList>[0] & { note: Note; held?: Held }) {
  const { ex, note, groups, tags, dots, choose, edit, held } = props;
  const { t } = ex;
  const [editing, setEditing] = useState(false);
  const count = dots?.of(note) ?? 0;
  const name = short(note.text ?? "");
  return (
    <li
      class={`gc-note-card c${note.colour ?? 0}${note.chosen ? " chosen" : ""}`}
      data-note={note.id}
      data-held={held?.id === note.id ? "held" : held?.target === note.id ? "target" : undefined}
    >
      {held?.handle(note)}
      {editing && edit ? (
        <TextField
          long
          max={1000}
          label={t("note_text")}
          value={note.text}
          onValue={(text) => edit(note, { text }, `note-${note.id}`)}
        />
      ) : (
        <p class="gc-note-text">{note.text}</p>
      )}
      {editing && props.details?.(note)}
      {note.author && <small>{note.author}</small>}
      {(count > 0 || dots) && <DotRow {...{ ex, note, dots, count, name }} />}
      <div class="gc-row gc-noprint">
        {edit && (
          <button
            type="button"
            class="gc-plain"
            aria-label={t(editing ? "note_done" : "note_edit", { name })}
            onClick={() => setEditing(!editing)}
          >
            {t(editing ? "done" : "edit")}
          </button>
        )}
        {tags && tags.length > 0 && (
          <Pick
            label={t("note_tag", { name })}
            none={t("tag_none")}
            value={note.tag}
            options={tags}
            onPick={(tag) => edit?.(note, { tag })}
          />
        )}
        {props.group && groups.length > 0 && (
          <Pick
            label={t("note_group", { name })}
            none={t("theme_none")}
            value={note.group}
            options={groups}
            onPick={(group) => props.group!(note, group)}
          />
        )}
        {choose && (
          <label class="gc-check">
            <input
              type="checkbox"
              checked={!!note.chosen}
              disabled={choose.full && !note.chosen}
              onChange={(event) => choose.set(note, event.currentTarget.checked)}
            />
            <span>
              {t("note_choose")}
              <span class="gc-hidden"> {name}</span>
            </span>
          </label>
        )}
        {props.remove && (
          <button
            type="button"
            class="gc-plain"
            aria-label={t("note_remove", { name })}
            onClick={() => props.remove!(note)}
          >
            {t("remove_short")}
          </button>
        )}
      </div>
      {props.more?.(note)}
    </li>
  );
}

function DotRow(props: { ex: Around; note: Note; dots?: Dots; count: number; name: string }) {
  const { note, dots, count, name } = props;
  const { t } = props.ex;
  return (
    <div class="gc-row gc-dots">
      <span role="img" aria-label={t("dots", { count })}>
        {"●".repeat(Math.min(count, 12))}
        {count > 12 && ` ${count}`}
        {!count && "○"}
      </span>
      {dots && (
        <span class="gc-row gc-noprint">
          <button
            type="button"
            aria-label={t("dot_give", { name })}
            disabled={!dots.left}
            onClick={() => dots.set(note, count + 1)}
          >
            +
          </button>
          <button
            type="button"
            aria-label={t("dot_take", { name })}
            disabled={!count}
            onClick={() => dots.set(note, count - 1)}
          >
            −
          </button>
        </span>
      )}
    </div>
  );
}

export const short = (text: string, length = 40): string => {
  const letters = [...text];
  return letters.length > length ? `${letters.slice(0, length - 1).join("")}…` : letters.join("");
};
