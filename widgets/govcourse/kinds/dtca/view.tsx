// The DTCA form: statements by dimension, targets, and one's own profile.
import { useId, useRef, useState } from "preact/hooks";
import { Fields } from "../../ui/fields";
import { module, type ViewProps } from "../../ui/shell";
import { asked, profile } from "../../assessment/scoring";
import { Dimensions } from "./dimensions";
import { Earlier } from "./earlier";
import { ProfileView, Retired } from "./profile";
import { Ministries, Statement, Target } from "./statements";
import css from "./view.css";
import type { Answer, Item, Statement as Asked, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

const HEADING = ".gc-dimension:not([hidden]) > h4";
export { default as results } from "./results";
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
  const asks = (dimension: (typeof dimensions)[number]) =>
    dimension.statements.slice(0, asked(dimension, answer).length);
  // Where no text is typed, 1–5 answer the statement with the focus, else the first open one; 0 says that one does not know.
  const byKey = (event: KeyboardEvent) => {
    const from = event.target as HTMLElement;
    if (readOnly || !/^[0-5]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isProfile || from.closest("textarea, select, details, input:not([type=radio])")) return;
    const statements = asks(dimensions[shown]);
    const at = from.closest<HTMLElement>("[data-statement]")?.dataset.statement;
    const open = ({ id }: Asked) => !item(id).value && !item(id).dont_know && !item(id).absent;
    const one = statements.find(at ? ({ id }) => id === at : open);
    if (!one) return;
    event.preventDefault();
    const value = Number(event.key) || null;
    setItem(one.id, { value, dont_know: !value, ...(one.absent && { absent: false }) });
    const next = statements[statements.indexOf(one) + 1];
    const within = next ? `[data-statement="${next.id}"]` : ".gc-dimension:not([hidden]) .gc-target";
    requestAnimationFrame(() =>
      area.current?.querySelector<HTMLElement>(`${within} :is(input, select)`)?.focus(),
    );
  };
  return (
    <div>
      <div class="gc-assess">
        <Dimensions {...{ ex, answer, result, shown, progress }} go={setShown}>
          <button type="button" class="gc-plain" onClick={nextOpen} disabled={result.answered === result.of}>
            {t("next_open")}
          </button>
        </Dimensions>
        <div ref={area} onKeyDown={byKey}>
          {dimensions.map((dimension, index) => (
            <section class="gc-dimension" hidden={index !== shown} aria-labelledby={`${own}-${dimension.id}`}>
              <h4 id={`${own}-${dimension.id}`} tabIndex={-1}>
                {dimension.title}
              </h4>
              <p class="gc-note">{dimension.about}</p>
              {!readOnly && <p class="gc-note gc-keys gc-noprint">{t("keys")}</p>}
              <Fields ex={ex} locked={readOnly}>
                {asks(dimension).map((statement) => (
                  <Statement
                    key={statement.id}
                    ex={ex}
                    statement={statement}
                    item={item(statement.id)}
                    onItem={(value, field) => setItem(statement.id, value, field)}
                  />
                ))}
                {asks(dimension).length < dimension.statements.length && (
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
                <Target
                  {...{ ex, dimension }}
                  value={answer.targets?.[dimension.id]}
                  set={(value) => {
                    const { [dimension.id]: _, ...targets } = answer.targets ?? {};
                    change({ ...answer, targets: value ? { ...targets, [dimension.id]: value } : targets });
                  }}
                />
              </Fields>
            </section>
          ))}
          <section class="gc-dimension" hidden={!isProfile} aria-labelledby={`${own}-profile`}>
            <h4 id={`${own}-profile`} tabIndex={-1}>
              {t("profile")}
            </h4>
            <ProfileView ex={ex} result={result} answer={answer} />
            <Earlier {...{ ex, answer, change, readOnly }} />
          </section>
          <div class="gc-row gc-noprint gc-way">
            <button type="button" disabled={shown === 0} onClick={() => go(shown - 1)}>
              {t("back")}
            </button>
            {!isProfile && (
              <button type="button" class="gc-main" onClick={() => go(shown + 1)}>
                {t("forward", { title: dimensions[shown + 1]?.title ?? t("profile") })}
              </button>
            )}
          </div>
        </div>
      </div>
      <Retired ex={ex} answer={answer} />
      <p class="gc-note">{spec.instrument.note}</p>
    </div>
  );
}
