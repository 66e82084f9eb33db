// The ranking: things put in order by dragging, by keys, by buttons, or by saying of two which comes first.
import { useState } from "preact/hooks";
import { Add } from "../../ui/add";
import { Fields, moved, newId } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { Bring, type Found } from "../feed";
import { answered, asked, begin, left, type Search } from "./order";
import { Name, Order, Tool } from "./list";
import css from "./view.css";
import type { Answer, Entry, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export { default as results } from "./results";
export default module(judged(View), css);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const { options } = spec;
  const ranked: Entry[] = answer.ranked ?? [];
  const own: Entry[] = answer.waiting ?? [];
  const placed = new Set([...ranked, ...own].map((entry) => entry.id));
  // Options of the course wait without being in the answer.
  const waiting: Entry[] = [
    ...own,
    ...options.filter((one) => !placed.has(one.id)).map(({ id }) => ({ id })),
  ];
  const fixed = new Map(options.map((option) => [option.id, option]));
  const name = (entry: Entry): string => fixed.get(entry.id)?.title ?? entry.name ?? "";
  const [said, setSaid] = useState("");
  const [search, setSearch] = useState<Search | null>(null);
  const full = ranked.length + waiting.length >= spec.limit;

  const put = (next: Entry[], rest: Entry[], field = "") =>
    change({ ...answer, ranked: next, waiting: rest.filter((entry) => !fixed.has(entry.id)) }, field);
  const move = (from: number, to: number, field = "") => {
    if (to < 0 || to >= ranked.length || to === from) return;
    put(moved(ranked, from, to), own, field);
    setSaid(t("moved", { name: name(ranked[from]), n: to + 1, all: ranked.length }));
  };
  const insert = (entry: Entry, at: number) => {
    put(
      [...ranked.slice(0, at), entry, ...ranked.slice(at)],
      own.filter((one) => one.id !== entry.id),
    );
    setSaid(t("moved", { name: name(entry), n: at + 1, all: ranked.length + 1 }));
  };
  const takeOut = (entry: Entry) => {
    put(
      ranked.filter((one) => one.id !== entry.id),
      [...own, entry],
    );
    setSaid(t("taken_out", { name: name(entry) }));
  };
  const remove = (entry: Entry) => {
    put(
      ranked,
      own.filter((one) => one.id !== entry.id),
    );
    setSaid(t("removed", { name: name(entry) }));
  };
  const bring = (found: Found[]) => {
    const entries = found.map((one) => ({ id: newId(), name: one.name.slice(0, 300), origin: one.origin }));
    put(ranked, [...own, ...entries.slice(0, spec.limit - ranked.length - waiting.length)]);
  };

  // One after the other of those that wait is put where the answers to "which first?" lead.
  const next = (length: number, rest: Entry[]): Search | null =>
    rest.length ? begin(rest[0].id, length) : null;
  const compare = () => {
    if (waiting.length) return setSearch(next(ranked.length, waiting));
    put([], ranked);
    setSearch(next(0, ranked));
  };
  const candidate = search && waiting.find((entry) => entry.id === search.candidate);
  const choose = (candidateFirst: boolean) => {
    const now = answered(search!, candidateFirst);
    if (asked(now) !== null) return setSearch(now);
    const rest = waiting.filter((entry) => entry !== candidate);
    insert(candidate!, now.low);
    if (!rest.length) setSaid(t("compare_done"));
    setSearch(next(ranked.length + 1, rest));
  };
  // The first thing of an empty order needs no question.
  if (candidate && asked(search!) === null && !readOnly) queueMicrotask(() => choose(true));

  return (
    <div class="gc-stack gc-ranking">
      {spec.own && <Bring ex={ex} taken={[...ranked, ...own].map((entry) => entry.origin)} onBring={bring} />}
      <Fields ex={ex} locked={readOnly}>
        {spec.own && (
          <Add
            label={t("add_label", { item: spec.item })}
            hint={full ? t("full", { limit: spec.limit }) : undefined}
            max={300}
            button={t("add")}
            quiet
            full={full}
            add={(text) => put(ranked, [...own, { id: newId(), name: text }])}
          />
        )}
        {candidate && asked(search!) !== null ? (
          <Pair
            question={spec.question}
            pair={[candidate, ranked[asked(search!)!]]}
            {...{ name, choose }}
            told={t("compare_left", { left: left(search!), more: waiting.length - 1 })}
            stop={{ text: t("compare_stop"), act: () => setSearch(null) }}
          />
        ) : (
          (waiting.length > 0 || ranked.length > 1) &&
          ranked.length + waiting.length > 1 && (
            <p class="gc-noprint">
              <button type="button" class={waiting.length ? "gc-main" : ""} onClick={compare}>
                {t(waiting.length ? "compare" : "compare_again")}
              </button>
            </p>
          )
        )}
        {waiting.length > 0 && (
          <section>
            <h4>{t("waiting")}</h4>
            <ul>
              {waiting.map((entry) => (
                <li key={entry.id}>
                  <Name {...{ ex, entry, name }} about={fixed.get(entry.id)?.about} />
                  <span class="gc-tools gc-noprint">
                    <Tool text={t("put")} about={name(entry)} act={() => insert(entry, ranked.length)} />
                    {!fixed.has(entry.id) && (
                      <button
                        type="button"
                        aria-label={t("remove", { name: name(entry) })}
                        onClick={() => remove(entry)}
                      >
                        ×
                      </button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <h4>{t("order")}</h4>
        {ranked.length ? (
          <Order
            {...{ ex, ranked, name, move, takeOut, readOnly }}
            about={(entry) => fixed.get(entry.id)?.about}
          />
        ) : (
          <p class="gc-note">{t("order_empty")}</p>
        )}
      </Fields>
      <p role="status" class="gc-note">
        {said}
      </p>
    </div>
  );
}

function Pair(props: {
  question: string;
  pair: [Entry, Entry];
  name: (entry: Entry) => string;
  choose: (candidateFirst: boolean) => void;
  told: string;
  stop: { text: string; act: () => void };
}) {
  const { question, pair, name, choose, told, stop } = props;
  return (
    <fieldset class="gc-card gc-noprint">
      <legend>{question}</legend>
      <div class="gc-pair">
        {pair.map((entry, index) => (
          <button type="button" key={entry.id} dir="auto" onClick={() => choose(index === 0)}>
            {name(entry)}
          </button>
        ))}
      </div>
      <p class="gc-note">{told}</p>
      <button type="button" onClick={stop.act}>
        {stop.text}
      </button>
    </fieldset>
  );
}
