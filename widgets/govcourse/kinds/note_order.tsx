// Notes put in order and under themes by a handle: dragged with pointer or finger, moved with keys.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Around } from "../runtime/exercise";
import type { Note } from "./shapes";

const EDGE = 60; // px from the screen's edge at which the page goes along with what is dragged

export interface Section {
  id: string | null; // a theme's, "" of those without one; null where there are no themes
  title: string;
  notes: Note[];
}

// Note `id` before another one, or at the end of its theme, which stays its own where `theme` is null.
export function put(notes: Note[], id: string, theme: string | null, before: string | null): Note[] {
  const own = notes.find((note) => note.id === id)!;
  const note = theme === null ? own : { ...own, group: theme };
  const rest = notes.filter((one) => one.id !== id);
  const last = rest.findLastIndex((one) => theme === null || (one.group ?? "") === theme);
  const at = before === null ? last + 1 || rest.length : rest.findIndex((one) => one.id === before);
  return rest.toSpliced(at, 0, note);
}

type Place = { theme: string | null; before: string | null };
type Arrange = (note: Note, place: Place) => void;

// Where a key moves note `id`: up and down in the order, from theme to theme; left and right to another theme.
function byKey(sections: Section[], id: string, key: string): Place | null {
  const at = sections.findIndex(({ notes }) => notes.some((note) => note.id === id));
  const { notes, id: theme } = sections[at];
  const place = notes.findIndex((note) => note.id === id);
  const into = (section: Section | undefined, first: boolean): Place | null =>
    section ? { theme: section.id, before: (first && section.notes[0]?.id) || null } : null;
  const before = (n: number): Place => ({ theme, before: notes[n]?.id ?? null });
  switch (key) {
    case "ArrowUp":
      return place ? before(place - 1) : into(sections[at - 1], false);
    case "ArrowDown":
      return place < notes.length - 1 ? before(place + 2) : into(sections[at + 1], true);
    case "ArrowLeft":
      return into(sections[at - 1], false);
    case "ArrowRight":
      return into(sections[at + 1], false);
    case "Home":
      return place ? before(0) : null;
    case "End":
      return place < notes.length - 1 ? before(notes.length) : null;
  }
  return null;
}

// Where note `id` goes that is let go over `element`: to the place of the note there, or to the end of the theme there.
function over(sections: Section[], id: string, element: Element | null): Place | null {
  const theme = element?.closest<HTMLElement>("[data-theme-of]");
  const section = theme && sections[Number(theme.dataset.themeOf)];
  if (!section) return null;
  const target = element!.closest<HTMLElement>("[data-note]")?.dataset.note;
  const places = section.notes.map((note) => note.id);
  const [from, to] = [places.indexOf(id), places.indexOf(target ?? "")];
  if (target === id) return null;
  return {
    theme: section.id,
    before: to < 0 ? null : (places[from >= 0 && from < to ? to + 1 : to] ?? null),
  };
}

export interface Held {
  id: string | null; // the note that is dragged
  target: string | null; // the note whose place it takes, or the number of the theme at whose end it goes
  handle: (note: Note) => preact.JSX.Element;
}

// The handles of notes; `arrange` puts one elsewhere.
export function useHandles(
  ex: Around,
  sections: Section[],
  name: (note: Note) => string,
  arrange: Arrange,
): Held {
  const [held, setHeld] = useState<{ id: string; target: string | null } | null>(null);
  const begun = useRef({ x: 0, y: 0 });
  const focus = useRef<{ id: string; root: ParentNode } | null>(null);
  // A note that comes under another theme is drawn anew: whoever moves it by keys goes along.
  useEffect(() => {
    const { id, root } = focus.current ?? {};
    focus.current = null;
    if (id) root!.querySelector<HTMLElement>(`[data-note="${id}"] .gc-handle`)?.focus();
  });
  const handle = (note: Note) => {
    const section = sections.find(({ notes }) => notes.includes(note))!;
    const under = (event: PointerEvent) => {
      const root = (event.currentTarget as Element).getRootNode() as Document;
      return root.elementFromPoint(event.clientX, event.clientY);
    };
    const card = (event: Event) => (event.currentTarget as Element).closest<HTMLElement>("[data-note]")!;
    const end = (event: PointerEvent, to: Place | null) => {
      if (held?.id !== note.id) return;
      card(event).style.transform = "";
      setHeld(null);
      if (to) arrange(note, to);
    };
    return (
      <button
        type="button"
        class="gc-handle gc-plain gc-noprint"
        aria-label={ex.t(section.id === null ? "note_handle" : "note_handle_theme", {
          name: name(note),
          n: section.notes.indexOf(note) + 1,
          all: section.notes.length,
          theme: section.title,
        })}
        onKeyDown={(event) => {
          const to = byKey(sections, note.id, event.key);
          if (!to) return;
          event.preventDefault();
          focus.current = { id: note.id, root: event.currentTarget.closest(".gc-note-list")! };
          arrange(note, to);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          begun.current = { x: event.clientX, y: event.clientY + scrollY };
          setHeld({ id: note.id, target: null });
        }}
        onPointerMove={(event) => {
          if (held?.id !== note.id) return;
          const { clientX: x, clientY: y } = event;
          if (y < EDGE) scrollBy(0, -EDGE / 4);
          else if (y > innerHeight - EDGE) scrollBy(0, EDGE / 4);
          card(event).style.transform =
            `translate(${x - begun.current.x}px, ${y + scrollY - begun.current.y}px)`;
          const place = under(event)?.closest<HTMLElement>("[data-note], [data-theme-of]")?.dataset;
          const target = place?.note ?? place?.themeOf ?? null;
          if (target !== held.target) setHeld({ id: note.id, target });
        }}
        onPointerUp={(event) => end(event, over(sections, note.id, under(event)))}
        onPointerCancel={(event) => end(event, null)}
      >
        <span aria-hidden="true">⠿</span>
      </button>
    );
  };
  return { id: held?.id ?? null, target: held?.target ?? null, handle };
}
