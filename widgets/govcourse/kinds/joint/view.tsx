// Joint answers: one statement after the other, from what each said alone to one answer of all, and on to a theory of change.
import { useId, useRef, useState } from "preact/hooks";
import { Fields } from "../../ui/fields";
import { module, type ViewProps } from "../../ui/shell";
import type { Answer as Alone } from "../../assessment/shapes";
import { Takers } from "../takers";
import { Slides } from "./slides";
import { listed, suggested, textOf, useSeen, type Seen } from "./spreads";
import { said, Talk } from "./talk";
import { Theories } from "./theories";
import css from "./view.css";
import type { Answer, Joint, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(View, css);

function View(props: Props) {
  return props.ex.host.name === "projector" ? <Slides {...props} /> : <Together {...props} />;
}

function Together({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const own = useId();
  const area = useRef<HTMLDivElement>(null);
  const looked = useSeen(ex);
  // The example is told beside the example of the assessment: nobody's answers.
  const seen: Seen = readOnly
    ? { own: spec.example_of as Alone | null, room: null, team: null, few: null }
    : looked;
  const first = readOnly ? Object.keys(answer.items ?? {}) : suggested(ex, seen);
  const all = listed(ex, answer, first);
  const [open, setOpen] = useState<string | null>(null);
  const items = answer.items ?? {};
  const set = (id: string, item: Joint, field?: string) =>
    change({ ...answer, items: { ...items, [id]: item } }, field);
  const go = (id: string | null) => {
    setOpen(id);
    requestAnimationFrame(() => {
      const place = id === null ? ".gc-theories h4" : `[data-statement="${id}"] h5 button`;
      area.current?.querySelector<HTMLElement>(place)?.focus();
    });
  };
  const why = !readOnly && <p role="status">{about(ex, seen)}</p>;
  return (
    <div class="gc-joint gc-stack" ref={area}>
      {all.length > 0 && why}
      <section class="gc-stack" aria-labelledby={`${own}-statements`}>
        <h4 id={`${own}-statements`} class="gc-hidden">
          {t("statements")}
        </h4>
        {first.length > 0 && !readOnly && (
          <p class="gc-note">{t(seen.room ? "suggested_room" : "suggested_own")}</p>
        )}
        <Fields ex={ex} locked={readOnly}>
          <ol class="gc-talks">
            {all.map((id, index) => (
              <li key={id} data-statement={id}>
                <h5>
                  <button
                    type="button"
                    class="gc-talk"
                    aria-expanded={open === id}
                    aria-controls={`${own}-${id}`}
                    onClick={() => setOpen(open === id ? null : id)}
                  >
                    <span>{textOf(ex, id)}</span>
                    <State ex={ex} item={items[id] ?? {}} />
                  </button>
                </h5>
                <div id={`${own}-${id}`} class="gc-stack" hidden={open !== id && !readOnly}>
                  <Talk {...{ ex, id, seen }} item={items[id] ?? {}} set={(...given) => set(id, ...given)} />
                  <div class="gc-row gc-noprint">
                    <button type="button" class="gc-main" onClick={() => go(all[index + 1] ?? null)}>
                      {t(index + 1 < all.length ? "next" : "to_theory")}
                    </button>
                    {!first.includes(id) && (
                      <button
                        type="button"
                        class="gc-plain"
                        onClick={() => {
                          const { [id]: _, ...rest } = items;
                          change({ ...answer, items: rest });
                          setOpen(null);
                        }}
                      >
                        {t("leave")}
                      </button>
                    )}
                  </div>
                </div>
              </li>
            ))}
          </ol>
          <label class="gc-noprint gc-take">
            <span class="gc-label">{t("take_up")}</span>
            <select
              value=""
              onChange={({ currentTarget: { value } }) => {
                if (!value) return;
                set(value, {});
                go(value);
              }}
            >
              <option value="">{t("take_up_none")}</option>
              {spec.instrument.dimensions.map((dimension) => (
                <optgroup label={dimension.title}>
                  {dimension.statements
                    .filter(({ id }) => !all.includes(id))
                    .map(({ id, text }) => (
                      <option value={id}>{text}</option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
        </Fields>
        {all.length === 0 && why}
      </section>
      <section class="gc-theories" aria-labelledby={`${own}-theory`}>
        <h4 id={`${own}-theory`} tabIndex={-1}>
          {t("theory")}
        </h4>
        <Fields ex={ex} locked={readOnly}>
          <Theories {...{ ex, answer, change }} />
        </Fields>
      </section>
      {(answer.theories ?? []).length > 0 && !readOnly && (
        <div class="gc-card gc-noprint">
          <Takers ex={ex} />
        </div>
      )}
      <p class="gc-note">{spec.instrument.note}</p>
    </div>
  );
}

// How far a statement is, beside it.
function State({ ex, item }: { ex: Props["ex"]; item: Joint }) {
  const { t } = ex;
  const answer = said(ex, item);
  const dissents = item.dissents?.length ?? 0;
  const whole = answer && item.reason?.trim();
  return (
    <span class="gc-state">
      <span class={`gc-chip ${whole ? "good" : ""}`}>
        {!answer ? t("state_open") : whole ? answer : t("state_no_reason", { answer })}
      </span>
      {dissents > 0 && <span class="gc-chip note">{t("dissents_n", { n: dissents })}</span>}
    </span>
  );
}

// What stands beside the statements, or why nothing does.
function about(ex: Props["ex"], { own, room, team, few }: Seen): string {
  const { t, spec, host } = ex;
  const { title } = spec.sources.find(({ id }) => id === spec.of)!;
  if (few) return t("too_few", { n: few.n, need: few.too_few });
  if (room) return t(Object.keys(team?.statements ?? {}).length ? "shows_team" : "shows_room", { n: room.n });
  if (host.name === "room") return t("not_shown", { title });
  return Object.keys(own?.items ?? {}).length ? t("shows_own") : t("nothing_yet", { title });
}
