// The board: notes dragged by pointer or moved by arrow keys. While one is dragged, only that one is touched.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { ViewProps } from "../../ui/shell";
import type { Dots } from "../notes";
import type { Answer, GivenNote as Note, Group, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

const [COLUMNS, ROWS, LAST] = [5, 10, 90]; // a grid of free places, in per cent up to LAST

// The first place of the grid where no note lies yet.
export function free(notes: Note[]): { x: number; y: number } {
  const taken = new Set(notes.map((note) => `${Math.round(note.x ?? 0)}/${Math.round(note.y ?? 0)}`));
  for (let index = 0; index < COLUMNS * ROWS; index++) {
    const x = Math.round(1 + (index % COLUMNS) * 20);
    const y = Math.round(2 + Math.floor(index / COLUMNS) * 10);
    if (!taken.has(`${x}/${y}`)) return { x, y };
  }
  return { x: (notes.length * 7) % 80, y: (notes.length * 11) % LAST };
}

// Notes in columns by theme, those without one last.
export function arranged(notes: Note[], groups: Group[]): Note[] {
  const columns = [...groups.map((group) => group.id), ""];
  const known = new Set(columns);
  const width = Math.min(20, 100 / columns.length);
  const counts = new Map<string, number>();
  const sizes = new Map<string, number>();
  const column = (note: Note) => (known.has(note.group ?? "") ? (note.group ?? "") : "");
  for (const note of notes) sizes.set(column(note), (sizes.get(column(note)) ?? 0) + 1);
  return notes.map((note) => {
    const group = column(note);
    const row = counts.get(group) ?? 0;
    counts.set(group, row + 1);
    const step = Math.min(14, LAST / Math.max(1, sizes.get(group)!));
    return { ...note, x: Math.round(1 + columns.indexOf(group) * width), y: Math.round(2 + row * step) };
  });
}

interface BoardProps {
  ex: Props["ex"];
  notes: Note[];
  groups: Group[];
  mine: Set<string>;
  chosen: string | null;
  setChosen: (id: string) => void;
  readOnly: boolean;
  counted: Dots;
  move: (note: Note, x: number, y: number) => void;
  arrange: () => void;
  children: (note: Note) => ComponentChildren;
}

export function Board(props: BoardProps) {
  const { ex, notes, groups, mine, chosen, setChosen, readOnly, counted, move } = props;
  const { t } = ex;
  const area = useRef<HTMLDivElement>(null);
  const drag = useRef<{ note: Note; element: HTMLElement; x: number; y: number; moved: boolean } | null>(
    null,
  );
  const title = (note: Note) => groups.find((group) => group.id === note.group)?.title ?? note.group ?? "";
  const clamp = (value: number) => Math.round(Math.min(LAST, Math.max(0, value)));
  const onKey = (event: KeyboardEvent, note: Note) => {
    const step = event.shiftKey ? 1 : 4;
    const by: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    if (!by[event.key] || readOnly || !mine.has(note.id)) return;
    event.preventDefault();
    move(note, clamp((note.x ?? 0) + by[event.key][0]), clamp((note.y ?? 0) + by[event.key][1]));
  };
  const down = (event: PointerEvent, note: Note) => {
    setChosen(note.id);
    if (readOnly || !mine.has(note.id)) return;
    const element = event.currentTarget as HTMLElement;
    element.setPointerCapture(event.pointerId);
    drag.current = { note, element, x: event.clientX, y: event.clientY, moved: false };
  };
  const onMove = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    now.moved = true;
    now.element.style.transform = `translate(${event.clientX - now.x}px, ${event.clientY - now.y}px)`;
  };
  const up = (event: PointerEvent) => {
    const now = drag.current;
    drag.current = null;
    if (!now) return;
    now.element.style.transform = "";
    if (!now.moved) return;
    const { width, height } = area.current!.getBoundingClientRect();
    move(
      now.note,
      clamp((now.note.x ?? 0) + ((event.clientX - now.x) / width) * 100),
      clamp((now.note.y ?? 0) + ((event.clientY - now.y) / height) * 100),
    );
  };
  const picked = notes.find((note) => note.id === chosen);
  return (
    <>
      <div
        class={`gc-board${notes.length ? "" : " empty"}`}
        ref={area}
        dir="ltr"
        role="group"
        aria-label={t("board")}
        onPointerMove={onMove}
        onPointerUp={up}
        onPointerCancel={up}
      >
        {!notes.length && <p dir="auto">{t("board_none")}</p>}
        {notes.map((note) => {
          const dots = counted.of(note);
          return (
            <button
              type="button"
              key={note.id}
              class={`gc-paper c${note.colour ?? 0}`}
              style={{ left: `${note.x ?? 0}%`, top: `${note.y ?? 0}%` }}
              dir="auto"
              aria-pressed={note.id === chosen}
              onPointerDown={(event) => down(event, note)}
              onClick={() => setChosen(note.id)}
              onKeyDown={(event) => onKey(event, note)}
            >
              <span class="gc-paper-text">{note.text}</span>
              {note.author && <span class="gc-hidden"> {note.author}</span>}
              {(title(note) || dots > 0) && (
                <small>
                  {title(note)} <span aria-hidden="true">{"●".repeat(Math.min(dots, 12))}</span>
                  {dots > 0 && <span class="gc-hidden"> {t("dots", { count: dots })}</span>}
                </small>
              )}
            </button>
          );
        })}
      </div>
      {notes.length > 0 && <p class="gc-note gc-noprint">{t("board_help")}</p>}
      {groups.length > 0 && (
        <button type="button" class="gc-noprint" disabled={readOnly} onClick={props.arrange}>
          {t("arrange")}
        </button>
      )}
      {picked && <section class="gc-card">{props.children(picked)}</section>}
    </>
  );
}
