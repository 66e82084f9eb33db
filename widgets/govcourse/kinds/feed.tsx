// Brings entries from another of the learner's own exercises: they are listed first, and taken by a click.
import { useState } from "preact/hooks";
import type { Around } from "../runtime/exercise";
import type { Source } from "../runtime/shapes";
import type { Origin } from "./shapes";
import { reader } from "../runtime/reader";
import { style } from "../ui/style";
import css from "./feed.css";

style(css);

// An entry that can be taken over, with where it comes from.
export interface Found {
  name: string;
  note: string;
  origin: Origin;
}

type MaybeOrigin = Origin | null | undefined;

const key = (origin: MaybeOrigin): string => (origin ? `${origin.activity}/${origin.entry}` : "");

// Where a copy came from, in words.
export function From({ ex, origin }: { ex: Around; origin: MaybeOrigin }) {
  const source = origin && ex.spec.sources.find((one) => one.id === origin.activity);
  if (!source) return null;
  return <small class="gc-from">{ex.t("brought_from", { title: source.title })}</small>;
}

// `into` is the part of this exercise that takes the entries; `taken` are the origins that are here already.
export function Bring(props: {
  ex: Around;
  into?: string;
  taken: MaybeOrigin[];
  onBring: (found: Found[]) => void;
}) {
  const { ex } = props;
  const { t, spec } = ex;
  const [found, setFound] = useState<{ title: string; list: Found[]; chosen: string[] } | null>(null);
  const [message, setMessage] = useState("");
  const sources = spec.sources.filter((source) => source.into.includes(props.into ?? ""));
  const look = async (source: Source) => {
    const reply = await ex.request({ op: "read", activity: source.id });
    if (!reply.ok) return setMessage(reply.message ?? t("failed"));
    const here = new Set(props.taken.map(key));
    const all: Found[] = reader(source, reply.answer ?? {}, t)
      .offers()
      .map(({ id, name, note }) => ({ name, note, origin: { activity: source.id, entry: id } }));
    const list = all.filter((one) => !here.has(key(one.origin)));
    setFound(list.length ? { title: source.title, list, chosen: list.map((one) => key(one.origin)) } : null);
    setMessage(
      list.length
        ? ""
        : t(all.length ? "bring_again" : (source.outline.nothing ?? "bring_none"), {
            title: source.title,
          }),
    );
  };
  const take = () => {
    const chosen = found!.list.filter((one) => found!.chosen.includes(key(one.origin)));
    props.onBring(chosen);
    setMessage(t("bring_done", { count: chosen.length, title: found!.title }));
    setFound(null);
  };
  if (!sources.length) return null;
  return (
    <div class="gc-noprint gc-bring">
      <div class="gc-row">
        {sources.map((source) => (
          <button type="button" onClick={() => look(source)}>
            {t("bring", { title: source.title })}
          </button>
        ))}
      </div>
      {found && (
        <fieldset class="gc-card">
          <legend>{t("bring_choose", { title: found.title })}</legend>
          {found.list.map((one) => (
            <label class="gc-check" key={key(one.origin)}>
              <input
                type="checkbox"
                checked={found.chosen.includes(key(one.origin))}
                onChange={(event) =>
                  setFound({
                    ...found,
                    chosen: event.currentTarget.checked
                      ? [...found.chosen, key(one.origin)]
                      : found.chosen.filter((other) => other !== key(one.origin)),
                  })
                }
              />
              <span>
                {one.name}
                {one.note && <small>{one.note}</small>}
              </span>
            </label>
          ))}
          <div class="gc-row">
            <button type="button" class="gc-main" disabled={!found.chosen.length} onClick={take}>
              {t("bring_take", { count: found.chosen.length })}
            </button>
            <button type="button" onClick={() => setFound(null)}>
              {t("cancel")}
            </button>
          </div>
        </fieldset>
      )}
      <p role="status" class="gc-note">
        {message}
      </p>
    </div>
  );
}
