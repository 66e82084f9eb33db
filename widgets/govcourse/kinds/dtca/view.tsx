// The DTCA form: statements by dimension, targets, and one's own profile.
import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Fields, TextField } from "../../ui/fields";
import { ProgressBar, Steps } from "../../ui/marks";
import { Profile } from "../../ui/profile";
import { module, type ViewProps } from "../../ui/shell";
import { Scroll } from "../../ui/table";
import { asked, place, profile, straight, type Profile as Figures } from "../../assessment/scoring";
import css from "./view.css";
import type { Answer, Dimension, Item, Rated, Statement as Asked, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

const SCALE = [1, 2, 3, 4, 5];
const HEADING = ".gc-dimension:not([hidden]) > h4";
export default module(View, css);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const { dimensions } = spec.instrument;
  const [shown, setShown] = useState(0); // the last one is the profile
  const area = useRef<HTMLDivElement>(null);
  const own = useId(); // the example beside it has ids of its own
  const result = profile(answer, spec.instrument);
  const progress = t("progress", { done: result.answered, all: result.of });
  const isProfile = shown === dimensions.length;
  const go = (index: number, focus = HEADING) => {
    setShown(index);
    // after the re-render, so that what gets the focus is visible
    requestAnimationFrame(() => {
      const place = area.current?.querySelector<HTMLElement>(focus);
      place?.focus();
      if (focus === HEADING) place?.scrollIntoView(); // one begins at the top of a dimension
    });
  };
  const item = (id: string): Item => answer.items?.[id] ?? {};
  const setItem = (id: string, value: Item, field = "") =>
    change({ ...answer, items: { ...answer.items, [id]: { ...item(id), ...value } } }, field);
  const nextOpen = () => {
    for (const dimension of [...dimensions.slice(shown), ...dimensions]) {
      const given = asked(dimension, answer);
      const open = dimension.statements.find(
        (_, n) => given[n] && given[n].value == null && !given[n].dont_know,
      );
      if (open) return go(dimensions.indexOf(dimension), `[data-statement="${open.id}"] input`);
    }
  };
  const steps: (Pick<Dimension, "title"> & Partial<Dimension>)[] = [...result.rows, { title: t("profile") }];
  return (
    <div>
      <p class="gc-note">{spec.instrument.note}</p>
      <Retired ex={ex} answer={answer} />
      <div class="gc-card">
        <p class="gc-label" role="status">
          {progress}
        </p>
        <ProgressBar label={progress} max={result.of} value={result.answered} />
        <button
          type="button"
          class="gc-plain gc-noprint"
          onClick={nextOpen}
          disabled={result.answered === result.of}
        >
          {t("next_open")}
        </button>
      </div>
      <nav aria-label={t("dimensions")} class="gc-noprint">
        <Steps
          at={String(shown)}
          go={(id) => setShown(Number(id))}
          steps={steps.map(({ title, of, answered, dont_know }, index) => ({
            id: String(index),
            title,
            about: of ? `${answered! + dont_know!} / ${of}` : undefined,
          }))}
        />
      </nav>
      <div ref={area}>
        {dimensions.map((dimension, index) => (
          <section class="gc-dimension" hidden={index !== shown} aria-labelledby={`${own}-${dimension.id}`}>
            <h4 id={`${own}-${dimension.id}`} tabIndex={-1}>
              {dimension.title}
            </h4>
            <p>{dimension.about}</p>
            <Fields ex={ex} locked={readOnly}>
              {dimension.statements.slice(0, asked(dimension, answer).length).map((statement) => (
                <Statement
                  key={statement.id}
                  ex={ex}
                  statement={statement}
                  item={item(statement.id)}
                  onItem={(value, field) => setItem(statement.id, value, field)}
                />
              ))}
              {asked(dimension, answer).length < dimension.statements.length && (
                <p class="gc-card" role="status">
                  {t("spared", { absent: dimension.statements[0].absent! })}
                </p>
              )}
              {dimension.vignettes && spec.extras.includes("vignettes") && (
                <Ministries
                  ex={ex}
                  dimension={dimension}
                  rated={answer.vignettes?.[dimension.id] ?? {}}
                  onRated={(rated) =>
                    change({ ...answer, vignettes: { ...answer.vignettes, [dimension.id]: rated } })
                  }
                />
              )}
              <div class="gc-row" style={{ marginTop: "1rem" }}>
                <label for={`${own}-target-${dimension.id}`} class="gc-label">
                  {t("target", { dimension: dimension.title })}
                </label>
                <select
                  id={`${own}-target-${dimension.id}`}
                  style={{ width: "auto" }}
                  value={String(answer.targets?.[dimension.id] ?? "")}
                  onChange={(event) => {
                    const { [dimension.id]: _, ...targets } = answer.targets ?? {};
                    const value = Number(event.currentTarget.value);
                    change({ ...answer, targets: value ? { ...targets, [dimension.id]: value } : targets });
                  }}
                >
                  <option value="">{t("no_target")}</option>
                  {SCALE.map((value) => (
                    <option value={String(value)}>{value}</option>
                  ))}
                </select>
              </div>
            </Fields>
          </section>
        ))}
        <section class="gc-dimension" hidden={!isProfile} aria-labelledby={`${own}-profile`}>
          <h4 id={`${own}-profile`} tabIndex={-1}>
            {t("profile")}
          </h4>
          <ProfileView ex={ex} result={result} answer={answer} />
        </section>
      </div>
      <div class="gc-row gc-noprint" style={{ marginTop: "1.5rem" }}>
        <button type="button" disabled={shown === 0} onClick={() => go(shown - 1)}>
          {t("back")}
        </button>
        {!isProfile && (
          <button type="button" class="gc-main" onClick={() => go(shown + 1)}>
            {t("forward", { title: steps[shown + 1].title })}
          </button>
        )}
      </div>
    </div>
  );
}

function Statement(props: {
  ex: Props["ex"];
  statement: Asked;
  item: Item;
  onItem: (value: Item, field?: string) => void;
}) {
  const { ex, statement, item, onItem } = props;
  const { t, spec } = ex;
  return (
    <div class="gc-statement" data-statement={statement.id}>
      <Choices
        ex={ex}
        name={statement.id}
        legend={statement.text}
        about={statement.note && <p class="gc-note">{statement.note}</p>}
        given={item.value ?? (item.dont_know ? "dont-know" : item.absent ? "absent" : undefined)}
        others={{
          "dont-know": spec.instrument.dont_know,
          ...(statement.absent && { absent: statement.absent }),
        }}
        onChoice={(value) =>
          onItem({
            value: typeof value === "number" ? value : null,
            dont_know: value === "dont-know",
            ...((statement.absent || item.absent) && { absent: value === "absent" }),
          })
        }
      />
      <details open={!!(item.comment || item.evidence)}>
        <summary>
          {t("evidence")} <span class="gc-hidden">{statement.text}</span>
        </summary>
        <TextField
          max={300}
          label={t("evidence_label")}
          hint={statement.evidence ? t("evidence_hint", { example: statement.evidence }) : ""}
          value={item.evidence}
          onValue={(evidence) => onItem({ evidence }, `evidence-${statement.id}`)}
        />
        <TextField
          long
          max={2000}
          label={t("comment_label")}
          hint={t("comment_hint")}
          value={item.comment}
          onValue={(comment) => onItem({ comment }, `comment-${statement.id}`)}
        />
      </details>
    </div>
  );
}

// A step of the scale, or one of the other answers, by its key.
function Choices(props: {
  ex: Props["ex"];
  name: string;
  legend: string;
  about?: ComponentChildren;
  given: number | string | null | undefined;
  others?: Record<string, string>;
  onChoice: (value: number | string) => void;
}) {
  const { ex, name, legend, about, given, others = {}, onChoice } = props;
  const { scale } = ex.spec.instrument;
  const choices = [
    ...scale.map(({ value, label }) => ({ key: value, label })),
    ...Object.entries(others).map(([key, label]) => ({ key, label })),
  ];
  return (
    <fieldset>
      <legend>{legend}</legend>
      {about}
      <div class="gc-scale">
        {choices.map(({ key, label }) => (
          <label class={typeof key === "string" ? "gc-dk" : ""}>
            <input
              type="radio"
              name={`${ex.spec.id}-${name}`}
              value={key}
              checked={given === key}
              onChange={() => onChoice(key)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

// One's own government and two invented ministries on one statement, which shows how one uses the scale.
function Ministries(props: {
  ex: Props["ex"];
  dimension: Told["instrument"]["dimensions"][number];
  rated: Rated;
  onRated: (rated: Rated) => void;
}) {
  const { ex, dimension, rated, onRated } = props;
  const { title, about, own } = ex.spec.instrument.vignettes!;
  const { summary, ministries } = dimension.vignettes!;
  const rows: { level: keyof Rated; title: string; about?: string }[] = [
    { level: "own", title: own },
    ...ministries,
  ];
  return (
    <details class="gc-statement" open={ex.host.name === "room" || Object.keys(rated).length > 0}>
      <summary>
        {title} <span class="gc-hidden">{dimension.title}</span>
      </summary>
      <p>{about}</p>
      <p>
        <strong>{summary}</strong>
      </p>
      {rows.map((row) => (
        <div class="gc-ministry" data-vignette={row.level}>
          <Choices
            ex={ex}
            name={`${dimension.id}-${row.level}`}
            legend={row.title}
            about={row.about && <p>{row.about}</p>}
            given={rated[row.level]}
            onChoice={(value) => onRated({ ...rated, [row.level]: value as number })}
          />
        </div>
      ))}
    </details>
  );
}

// What was answered to statements of an earlier edition: kept, and counted nowhere.
function Retired({ ex, answer }: { ex: Props["ex"]; answer: Answer }) {
  const { instrument } = ex.spec;
  const rows = instrument.retired.filter(({ id }) => answer.items?.[id]);
  if (!rows.length) return null;
  return (
    <details class="gc-card">
      <summary>{ex.t("retired", { n: rows.length })}</summary>
      <p>{ex.t("retired_about")}</p>
      <dl>
        {rows.map(({ id, text }) => {
          const { value, dont_know, comment } = answer.items![id];
          const step = instrument.scale.find((one) => one.value === value)?.label;
          return (
            <>
              <dt>{text}</dt>
              <dd>{[step ?? (dont_know && instrument.dont_know), comment].filter(Boolean).join("; ")}</dd>
            </>
          );
        })}
      </dl>
    </details>
  );
}

function ProfileView({ ex, result, answer }: { ex: Props["ex"]; result: Figures; answer: Answer }) {
  const { t, spec, host } = ex;
  const { vignettes } = spec.instrument;
  const same = straight(answer, spec.instrument);
  // Of each dimension whose vignettes were rated: the place, or that there is none.
  const places = result.rows.map(({ id }) => {
    const rated = answer.vignettes?.[id];
    if (!vignettes || !rated?.own || !rated.low || !rated.high) return "";
    const found = place(rated);
    return found ? vignettes.places[found - 1] : vignettes.unplaced;
  });
  const placed = places.some(Boolean);
  const number = (value: number | null, digits = 1) =>
    value?.toLocaleString(host.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }) ??
    "–";
  const bandTitle = (id: string | null) =>
    spec.instrument.bands.find((band) => band.id === id)?.title ?? t("not_enough");
  const biggest = result.gaps[0];
  const scored = result.rows.filter((row) => row.mean !== null);
  if (!scored.length) return <p class="gc-card">{t("profile_empty")}</p>;
  const message = biggest
    ? t("profile_gap", { dimension: biggest.title, gap: number(biggest.gap) })
    : t("profile_strong", { dimension: scored.sort((a, b) => b.mean! - a.mean!)[0].title });
  return (
    <div class="gc-stack">
      <p>
        <strong>
          {result.overall === null
            ? t("overall_missing", { need: result.rows.length - 1 })
            : t("overall", {
                mean: number(result.overall),
                band: bandTitle(result.band),
                percent: number(((result.overall - 1) / 4) * 100, 0),
              })}
        </strong>
      </p>
      {same > 0 && <p class="gc-card">{t("straight", { n: same })}</p>}
      <h5>{message}</h5>
      <Profile
        label={`${t("chart_label")}. ${message}`}
        ticks={SCALE.map((value) => ({ value, title: String(value) }))}
        rows={result.rows.map((row) => ({
          title: row.title,
          value: row.mean,
          target: row.target,
          shown: number(row.mean),
        }))}
      />
      <Scroll label={t("profile_table")}>
        <table>
          <caption>{t("profile_table")}</caption>
          <thead>
            <tr>
              {["dimension", "answers", "today", "percent", "band", "target_short", "gap"].map((key) => (
                <th scope="col">{t(key)}</th>
              ))}
              {placed && <th scope="col">{t("vignette_place")}</th>}
            </tr>
          </thead>
          <tbody>
            {result.rows.map((row, index) => (
              <tr>
                <th scope="row">{row.title}</th>
                <td>
                  {row.answered} / {row.of}
                  {row.dont_know > 0 &&
                    ` (${t("dont_knows", { share: number((row.dont_know / row.of) * 100, 0) })})`}
                </td>
                <td>{number(row.mean)}</td>
                <td>{row.percent === null ? "–" : `${number(row.percent, 0)} %`}</td>
                <td>{bandTitle(row.band)}</td>
                <td>{row.target ?? "–"}</td>
                <td>{number(row.gap)}</td>
                {placed && <td>{places[index] || "–"}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {placed && <p>{vignettes!.about}</p>}
      <details>
        <summary>{t("how_scored")}</summary>
        <ul>
          {spec.instrument.scoring.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
