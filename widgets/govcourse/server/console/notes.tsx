// What people wrote, the newest first: searched, chosen one by one or several at once, hidden and shown, and that undone.
import { useRef, useState } from "preact/hooks";
import type { Say } from "../../runtime/outline";
import { plain } from "../../runtime/plain";
import type { Moderation } from "../../runtime/shapes";
import { alike } from "./alike";
import type { Board as Told } from "./shapes";

// Facilitators are told the keys of notes.
export interface Board extends Told {
  notes: (Told["notes"][number] & { key: string })[];
  newest: string[];
}

interface Props {
  t: Say;
  board: Board;
  groups: Record<string, string>; // what those that a kind makes are called, by id
  moderation: Moderation;
  moderate: (change: (now: Moderation) => Partial<Moderation>) => Promise<boolean>;
}

const MOST = 100; // notes on the page at once; more are asked for

// The order in which notes came in: who changes an old one does not bring all of theirs to the top.
function useNewest(newest: string[]): string[] {
  const known = useRef<string[]>([]);
  const before = new Set(known.current);
  const fresh = newest.filter((key) => !before.has(key));
  if (fresh.length) known.current = [...fresh, ...known.current];
  return known.current;
}

export function Notes({ t, board, groups, moderation, moderate }: Props) {
  const [search, setSearch] = useState("");
  const [only, setOnly] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [before, setBefore] = useState<{ change: Partial<Moderation>; n: number } | null>(null);
  const [most, setMost] = useState(MOST);
  const place = new Map(useNewest(board.newest).map((key, index) => [key, index]));
  const sought = plain(search.trim());
  const notes = board.notes
    .filter((note) => (!only || note.hidden) && plain(note.text).includes(sought))
    .sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
  const picked = board.notes.filter((note) => chosen.has(note.key));
  const held = board.notes.filter((note) => note.hidden).length;
  const turn = async (some: Board["notes"], hide: boolean) => {
    const its = new Set(some.flatMap((note) => [note.key, note.id])); // its id, in rooms from before there were keys
    const keys = some.map((note) => note.key);
    const without = (list: string[]) => list.filter((key) => !its.has(key));
    const { hidden, approved } = moderation;
    const done = await moderate((now) => ({
      hidden: [...without(now.hidden), ...(hide ? keys : [])],
      approved: [...without(now.approved), ...(hide ? [] : keys)],
    }));
    if (!done) return;
    setBefore({ change: { hidden, approved }, n: some.length });
    setChosen(new Set());
  };
  // Those that say the same stand under the one that most people wrote; what stood under one of them comes along.
  const group = async (some: Board["notes"]) => {
    const [first, ...others] = [...some].sort((a, b) => b.votes - a.votes);
    const { merged } = moderation;
    const done = await moderate((now) => ({
      merged: { ...now.merged, ...Object.fromEntries(others.map(({ key }) => [key, first.key])) },
    }));
    if (!done) return;
    setBefore({ change: { merged }, n: some.length });
    setChosen(new Set());
  };
  const apart = async ({ key, merged: its }: Board["notes"][number]) => {
    const { merged } = moderation;
    const under = new Set(its.map((other) => other.id));
    const done = await moderate((now) => ({
      merged: Object.fromEntries(
        Object.entries(now.merged).filter(([from, into]) => into !== key && !under.has(from)),
      ),
    }));
    if (done) setBefore({ change: { merged }, n: its.length + 1 });
  };
  const choose = (keys: string[], on: boolean) => {
    const some = new Set(chosen);
    keys.forEach((key) => (on ? some.add(key) : some.delete(key)));
    setChosen(some);
  };
  if (!board.notes.length) return <p>{t("notes_none")}</p>;
  return (
    <div class="notes">
      <div class="row">
        <label class="grow">
          {t("notes_search")}
          <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        </label>
        <label class="check">
          <input type="checkbox" checked={only} onChange={() => setOnly(!only)} />
          {t("notes_held", { n: held })}
        </label>
      </div>
      <div class="row bulk" role="group" aria-label={t("notes_chosen", { n: picked.length })}>
        <label class="check">
          <input
            type="checkbox"
            checked={notes.length > 0 && notes.every((note) => chosen.has(note.key))}
            onChange={(event) =>
              choose(
                notes.map((note) => note.key),
                event.currentTarget.checked,
              )
            }
          />
          {t("notes_all", { n: notes.length })}
        </label>
        <button type="button" disabled={!picked.length} onClick={() => turn(picked, true)}>
          {t("notes_hide", { n: picked.length })}
        </button>
        <button type="button" disabled={!picked.length} onClick={() => turn(picked, false)}>
          {t("notes_show", { n: picked.length })}
        </button>
        <button
          type="button"
          disabled={picked.length < 2 || new Set(picked.map((note) => note.group)).size > 1}
          onClick={() => group(picked)}
        >
          {t("notes_group", { n: picked.length })}
        </button>
        <button
          type="button"
          disabled={picked.length !== 1}
          onClick={() =>
            choose(
              board.notes
                .filter((note) => note.group === picked[0].group && alike(note.text, picked[0].text))
                .map((note) => note.key),
              true,
            )
          }
        >
          {t("notes_alike")}
        </button>
        <button
          type="button"
          disabled={!before}
          onClick={async () => before && (await moderate(() => before.change)) && setBefore(null)}
        >
          {t("notes_undo", { n: before?.n ?? 0 })}
        </button>
      </div>
      {!notes.length && <p role="status">{t("notes_nothing")}</p>}
      <ul class="note-list">
        {notes.slice(0, most).map((note) => (
          <li key={note.key} class={note.hidden ? "off" : ""}>
            <label class="check">
              <input
                type="checkbox"
                checked={chosen.has(note.key)}
                onChange={(event) => choose([note.key], event.currentTarget.checked)}
              />
              <span dir="auto">{note.text}</span>
            </label>
            <span class="facts">
              {[note.author, groups[note.group] ?? note.group, note.hidden && t("note_held")]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {note.merged.length > 0 && (
              <details>
                <summary>{t("note_merged", { count: note.merged.length })}</summary>
                <ul>
                  {note.merged.map((other) => (
                    <li key={other.id} dir="auto">
                      {other.text}
                    </li>
                  ))}
                </ul>
                <button type="button" onClick={() => apart(note)}>
                  {t("note_apart")}
                  <span class="gc-hidden"> {note.text}</span>
                </button>
              </details>
            )}
            <button type="button" onClick={() => turn([note], !note.hidden)}>
              {t(note.hidden ? (moderation.moderate ? "note_approve" : "note_show") : "note_hide")}
              <span class="gc-hidden"> {note.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {notes.length > most && (
        <button type="button" onClick={() => setMost(most + MOST)}>
          {t("notes_more", { n: notes.length - most })}
        </button>
      )}
    </div>
  );
}
