// The DTCA form: statements by dimension, targets, and one's own profile.
import { useId, useRef, useState } from "preact/hooks";
import { Fields, TextField } from "../../ui/fields";
import { ProgressBar, Steps } from "../../ui/marks";
import { module, type ViewProps } from "../../ui/shell";
import { asked, profile } from "../../assessment/scoring";
import { ProfileView, Retired } from "./profile";
import { Ministries, SCALE, Statement } from "./statements";
import css from "./view.css";
import type { Answer, Dimension, Item, Rated, Statement as Asked, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

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
