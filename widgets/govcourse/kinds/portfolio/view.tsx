// The portfolio: a map of the sessions with what was made in each, all of it read back, and the certificate.
import { useEffect, useId, useState } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import { Fields, TextField } from "../../ui/fields";
import { ProgressBar } from "../../ui/marks";
import { module, type ViewProps } from "../../ui/shell";
import { address } from "../address";
import { download } from "../../runtime/download";
import { Photo } from "../photo";
import { CertificatePart } from "./certificate";
import { progress, reader, state, type State } from "../../runtime/reader";
import type { Progress, Reader, Say } from "../../runtime/outline";
import { complete } from "./rules";
import css from "./view.css";
import type { Source } from "../../runtime/shapes";
import { listed } from "../../runtime/listed";
import type { Answer, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(View, css);

const SHOWN = 4; // of what was made in a session, on the map

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const id = useId();
  const [answers, again, message] = useAnswers(ex);
  const activities = spec.sources;
  const of = (id: string): object => answers?.[id] ?? {};
  const read = (one: Source): Reader => reader(one, of(one.id), t);
  const shares: Record<string, Progress> = Object.fromEntries(
    activities.map((one) => [one.id, progress(read(one))]),
  );
  const states = new Map(activities.map((one) => [one.id, state(shares[one.id], of(one.id))]));
  const count = (which: State, list = activities) =>
    list.filter((one) => states.get(one.id) === which).length;
  // Where an activity belongs to several sessions, it stands in the first of them.
  const sessions = [1, 2, 3, 4, 5].map((number) => ({
    number,
    title: t("session_title", { n: number, title: spec.titles[number] }),
    own: activities.filter((one) => Math.min(...one.sessions) === number),
  }));
  const counted = (list: Source[]) =>
    t("overview", { done: count("done", list), begun: count("begun", list), all: list.length });
  const outcome = complete(spec.certificate, shares);
  return (
    <div class="gc-stack">
      <div class="gc-row gc-noprint">
        <button type="button" onClick={again}>
          {t("look_again")}
        </button>
        <span role="status">{message || counted(activities)}</span>
        {ex.host.documents
          .filter((format) => ["docx", "pdf"].includes(format))
          .map((format) => (
            <Take key={format} {...{ ex, format }} />
          ))}
      </div>
      <ol class="gc-map gc-noprint" aria-label={t("map")}>
        {sessions.map(({ number, title, own }) => {
          const made = own.filter((one) => states.get(one.id) !== "open");
          return (
            <li key={number}>
              <a href={`#${id}-${number}`}>{title}</a>
              <ProgressBar label={counted(own)} max={own.length} value={count("done", own)} />
              <ul>
                {made.slice(0, SHOWN).map((one) => (
                  <li key={one.id}>
                    <strong>{one.title}</strong>
                    <small>{first(t, read(one))}</small>
                  </li>
                ))}
              </ul>
              {made.length > SHOWN && <small>{t("map_more", { count: made.length - SHOWN })}</small>}
              {!made.length && <small>{t("map_none")}</small>}
            </li>
          );
        })}
      </ol>
      {sessions.map(({ number, title, own }) => (
        <section key={number} class="gc-session" data-session={number} aria-labelledby={`${id}-${number}`}>
          <h4 id={`${id}-${number}`}>{title}</h4>
          <details>
            <summary>{counted(own)}</summary>
            <ul class="gc-entries">
              {own.map((one) => (
                <Entry
                  key={one.id}
                  {...{ ex, one, answer, change, readOnly }}
                  read={read(one)}
                  share={shares[one.id]}
                  state={states.get(one.id)!}
                />
              ))}
            </ul>
          </details>
        </section>
      ))}
      <CertificatePart {...{ ex, answer, change, readOnly, outcome, activities }} />
    </div>
  );
}

// What an answer says first, in a line.
const first = (t: Say, answer: Reader): string => {
  const [part] = answer.parts();
  return listed(t, [part?.title, part?.lines[0]?.text], "name_and_text");
};

// The whole of it as one document.
function Take({ ex, format }: { ex: Props["ex"]; format: string }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState("");
  const take = async () => {
    setBusy(true);
    await ex.flush();
    const { ok, file, message } = await ex.request({ op: "document", format });
    if (file) download(file);
    setRefused(ok ? "" : (message ?? ex.t("failed")));
    setBusy(false);
  };
  return (
    <>
      <button type="button" disabled={busy} onClick={take}>
        {ex.t(busy ? "working" : `take_${format}`)}
      </button>
      <span role="status">{refused}</span>
    </>
  );
}

// Everything that the learner entered, as this host keeps it; looked at again whenever something was saved.
function useAnswers(ex: Around<Told>): [Record<string, object> | null, () => void, string] {
  const [answers, setAnswers] = useState<Record<string, object> | null>(null);
  const [message, setMessage] = useState("");
  const again = async () => {
    const reply = await ex.request({ op: "export" });
    if (reply.ok) setAnswers(JSON.parse(reply.file!.text!).answers);
    setMessage(reply.ok ? "" : (reply.message ?? ex.t("failed")));
  };
  useEffect(() => {
    again();
    const saved = (event: Event) => (event as CustomEvent).detail !== ex.spec.id && again();
    addEventListener("govcourse-saved", saved);
    addEventListener("focus", again);
    return () => {
      removeEventListener("govcourse-saved", saved);
      removeEventListener("focus", again);
    };
  }, []);
  return [answers, again, message];
}

function Entry(props: {
  ex: Around<Told>;
  one: Source;
  read: Reader;
  share: Progress;
  state: State;
  answer: Answer;
  change: Props["change"];
  readOnly: boolean;
}) {
  const { ex, one, read, share, state, answer, change, readOnly } = props;
  const { t } = ex;
  const leftOut = answer.left_out ?? [];
  const out = leftOut.includes(one.id);
  const to = address(ex, one);
  return (
    <li class={`gc-entry ${state}${out ? " out" : ""}`} data-entry={one.id}>
      <div class="gc-row">
        <strong>{to ? <a href={to}>{one.title}</a> : one.title}</strong>
        <span class="gc-state">
          {t(`state_${state}`)}
          {state === "begun" && ` (${share[0]} / ${share[1]})`}
        </span>
        {one.owner === "private" && <span class="gc-state">{t("private_short")}</span>}
      </div>
      {state !== "open" && (
        <Fields ex={ex} locked={readOnly}>
          <label class="gc-check gc-noprint">
            <input
              type="checkbox"
              checked={!out}
              onChange={(event) =>
                change({
                  ...answer,
                  left_out: event.currentTarget.checked
                    ? leftOut.filter((id) => id !== one.id)
                    : [...leftOut, one.id],
                })
              }
            />
            <span>
              {t("include")}
              <span class="gc-hidden"> {one.title}</span>
            </span>
          </label>
        </Fields>
      )}
      {state !== "open" && !out && (
        <details>
          <summary>
            {t("read_back")} <span class="gc-hidden">{one.title}</span>
          </summary>
          <div class="gc-digest">
            {read.parts().map((block) => (
              <>
                {block.title && <h5>{block.title}</h5>}
                <dl>
                  {block.lines.map((line) => (
                    <>
                      {line.label && <dt>{line.label}</dt>}
                      <dd>{line.image ? <Photo src={line.image} alt={line.text} /> : line.text}</dd>
                    </>
                  ))}
                </dl>
              </>
            ))}
          </div>
          <Fields ex={ex} locked={readOnly}>
            <TextField
              long
              max={3000}
              label={t("own_note", { title: one.title })}
              value={answer.notes?.[one.id]}
              onValue={(note) =>
                change({ ...answer, notes: { ...answer.notes, [one.id]: note } }, `note-${one.id}`)
              }
            />
          </Fields>
        </details>
      )}
    </li>
  );
}
