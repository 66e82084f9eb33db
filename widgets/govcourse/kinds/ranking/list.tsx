// The list in order: by dragging, by keys, by buttons; and what a row of it is made of.
import { useRef, useState } from "preact/hooks";
import type { ViewProps } from "../../ui/shell";
import { From } from "../feed";
import type { Answer, Entry, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export function Name(props: {
  ex: Props["ex"];
  entry: Entry;
  name: (entry: Entry) => string;
  about?: string | null;
}) {
  const { ex, entry, name, about } = props;
  return (
    <span class="gc-name" dir="auto">
      {name(entry)}
      {about && <small> {about}</small>} <From ex={ex} origin={entry.origin} />
    </span>
  );
}

// A button whose name begins with what one sees on it.
export function Tool({ text, about, act }: { text: string; about: string; act: () => void }) {
  return (
    <button type="button" onClick={act}>
      {text}
      <span class="gc-hidden"> {about}</span>
    </button>
  );
}

export function Order(props: {
  ex: Props["ex"];
  ranked: Entry[];
  name: (entry: Entry) => string;
  about: (entry: Entry) => string | null | undefined;
  move: (from: number, to: number, field?: string) => void;
  takeOut: (entry: Entry) => void;
  readOnly: boolean;
}) {
  const { ex, ranked, name, about, move, takeOut, readOnly } = props;
  const { t } = ex;
  const list = useRef<HTMLOListElement>(null);
  const [held, setHeld] = useState<string | null>(null);
  // Where a pointer is among the rows, as they lie now.
  const under = (y: number): number => {
    const rows = [...list.current!.children].map((row) => row.getBoundingClientRect());
    const found = rows.findIndex((row) => y < row.bottom);
    return found < 0 ? rows.length - 1 : found;
  };
  const onKey = (event: KeyboardEvent, from: number) => {
    const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: ranked.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(from, to);
  };
  return (
    <ol ref={list}>
      {ranked.map((entry, index) => (
        <li key={entry.id} class={held === entry.id ? "gc-held" : ""}>
          <button
            type="button"
            class="gc-handle gc-noprint"
            aria-label={t("handle", { name: name(entry), n: index + 1, all: ranked.length })}
            onKeyDown={(event) => onKey(event, index)}
            onPointerDown={(event) => {
              if (readOnly) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              setHeld(entry.id);
            }}
            onPointerMove={(event) =>
              held === entry.id && move(index, under(event.clientY), `drag-${entry.id}`)
            }
            onPointerUp={() => setHeld(null)}
            onPointerCancel={() => setHeld(null)}
          >
            <span aria-hidden="true">⠿</span>
          </button>
          <span class="gc-place">{t("place", { n: index + 1 })}</span>
          <Name {...{ ex, entry, name }} about={about(entry)} />
          <span class="gc-tools gc-noprint">
            <button
              type="button"
              aria-label={t("up", { name: name(entry) })}
              disabled={!index}
              onClick={() => move(index, index - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={t("down", { name: name(entry) })}
              disabled={index === ranked.length - 1}
              onClick={() => move(index, index + 1)}
            >
              ↓
            </button>
            <Tool text={t("out")} about={name(entry)} act={() => takeOut(entry)} />
          </span>
        </li>
      ))}
    </ol>
  );
}
