// Review by another team, above an exercise of a room: others' work with one's review of it, and what others say of one's own.
import { render } from "preact";
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { Say } from "../runtime/outline";
import { Reviews, type Dealt, type Review, type Reviewing, type ReviewsGiven } from "../runtime/reviews";
import type { MyReviews } from "../runtime/shapes";
import { Choices } from "./choices";
import { TextField } from "./fields";
import css from "./review.css";
import { style } from "./style";
import { SaveStatus } from "./header";

type Received = MyReviews["received"][number];
const SHORT = 500; // characters, as kinds/reviews.py has it

// What the page of a room asks for: the reviews of one exercise, drawn into `el`.
export default function show(el: HTMLElement, given: ReviewsGiven): Reviewing {
  style(css);
  const reviews: Reviews = new Reviews(given, () => render(<Panel reviews={reviews} />, el));
  return reviews;
}

function Panel({ reviews }: { reviews: Reviews }) {
  const { t, spec, told, open, problem } = reviews;
  const [, tick] = useReducer<number, void>((n) => n + 1, 0);
  const by = (key: string): string => t(spec.owner === "team" ? key : `${key}_person`);
  const host = reviews.given.model.get("host");
  const title = `gc-review-${spec.id}`;
  const sent = told?.dealt.every(({ id }) => reviews.kept.get(id)!.answer.sent);
  const works = told?.dealt.map((dealt, place) => (
    <Work key={dealt.id} {...{ reviews, dealt, place, changed: tick }} />
  ));
  return (
    <section
      class="gc gc-review"
      data-review={spec.id}
      data-state={told ? "ready" : "waiting"}
      aria-labelledby={title}
      lang={host.language}
      dir={host.direction}
    >
      <p class="gc-note" style={{ marginBottom: 0 }}>
        {spec.title}
      </p>
      <h3 id={title}>{by("review_title")}</h3>
      <p>{t(open ? "review_lead" : "review_over")}</p>
      {problem && (
        <p class="gc-error" role="alert">
          {problem}{" "}
          <button type="button" onClick={reviews.begin}>
            {t("try_again")}
          </button>
        </p>
      )}
      {told && open && !told.dealt.length && (
        <p class="gc-card" role="status">
          {by("review_none")}
        </p>
      )}
      {open && works}
      {told && open && sent && told.more && told.dealt.length > 0 && (
        <button type="button" onClick={() => reviews.deal(told.dealt.length)}>
          {t("review_more")}
        </button>
      )}
      {told && <Said {...{ reviews, told }} />}
      {!open && works && works.length > 0 && (
        <details>
          <summary>{t("review_given")}</summary>
          {works}
        </details>
      )}
    </section>
  );
}

function Work({
  reviews,
  dealt,
  place,
  changed,
}: {
  reviews: Reviews;
  dealt: Dealt;
  place: number;
  changed: () => void;
}) {
  const { t, spec, open } = reviews;
  const ex = reviews.kept.get(dealt.id)!;
  const [, tick] = useReducer<number, void>((n) => n + 1, 0);
  const [missing, setMissing] = useState(false);
  const done = useRef<HTMLParagraphElement>(null);
  useEffect(() => ex.subscribe(() => (tick(), changed())), [ex]);
  const { level = 0, works, better, sent } = ex.answer;
  const change = (some: Partial<Review>, field = "") => ex.change({ ...ex.answer, ...some }, field);
  const send = async () => {
    setMissing(!level);
    if (!level) return;
    change({ sent: true });
    await ex.flush();
    done.current?.focus();
  };
  const title = `gc-review-${spec.id}-${place}`;
  return (
    <article aria-labelledby={title}>
      <h4 id={title}>{dealt.of ? t("review_of", { team: dealt.of }) : t("review_of_person")}</h4>
      <div class="gc-review-pair">
        <div class="gc-review-work">
          {!dealt.parts.length && <p>{t("review_gone")}</p>}
          {dealt.parts.map((part) => (
            <>
              {part.title && <h5 dir="auto">{part.title}</h5>}
              <dl>
                {part.lines
                  .filter((line) => line.label && !line.image)
                  .map((line) => (
                    <>
                      <dt dir="auto">{line.label}</dt>
                      <dd dir="auto">{line.text}</dd>
                    </>
                  ))}
              </dl>
              <ul>
                {part.lines
                  .filter((line) => !line.label || line.image)
                  .map((line) => (
                    <li dir="auto">{line.image ? <img src={line.image} alt={line.text} /> : line.text}</li>
                  ))}
              </ul>
            </>
          ))}
        </div>
        <fieldset disabled={!open}>
          <legend class="gc-hidden">{t("review_title")}</legend>
          <div class="gc-stack">
            <div>
              <Choices
                legend={t("review_level")}
                name={title}
                className="gc-options"
                options={(spec.good ?? []).map((title, at) => ({ id: String(at + 1), title }))}
                chosen={level ? [String(level)] : []}
                onChoose={([chosen]) => (setMissing(false), change({ level: Number(chosen) }, "level"))}
              />
              {missing && (
                <p class="gc-error" role="alert">
                  {t("review_choose")}
                </p>
              )}
            </div>
            <TextField
              long
              max={SHORT}
              label={t("review_works")}
              hint={t("review_works_hint")}
              value={works}
              onValue={(works) => change({ works }, "works")}
            />
            <TextField
              long
              max={SHORT}
              label={t("review_better")}
              hint={t("review_better_hint")}
              value={better}
              onValue={(better) => change({ better }, "better")}
            />
            {open && !sent && (
              <button type="button" class="gc-main" onClick={send}>
                {t("review_send")}
              </button>
            )}
            {open && sent && (
              <p ref={done} tabIndex={-1}>
                {t("review_sent")}
              </p>
            )}
            <SaveStatus ex={ex} />
          </div>
        </fieldset>
      </div>
    </article>
  );
}

// What others say of one's own work, beside what one has chosen for it oneself.
function Said({ reviews, told }: { reviews: Reviews; told: MyReviews }) {
  const { t, spec } = reviews;
  const { received, judged } = told;
  const like = (level: number): string => spec.good?.[level - 1] ?? "";
  return (
    <>
      <h4>{t("review_received")}</h4>
      {!received.length && <p role="status">{t("review_received_none")}</p>}
      {received.map((one, place) => (
        <One key={place} {...{ t, one }} level={like(one.level)} />
      ))}
      {received.length > 0 && (
        <p>
          {judged ? t("review_own", { level: like(judged) }) : t("review_own_none")} {t("review_improve")}
        </p>
      )}
    </>
  );
}

function One({ t, one, level }: { t: Say; one: Received; level: string }) {
  return (
    <article class="gc-card">
      <h5 dir="auto">{one.by ? t("review_by", { team: one.by }) : t("review_by_person")}</h5>
      <p>{t("review_like", { level })}</p>
      <dl>
        {(["works", "better"] as const)
          .filter((name) => one[name].trim())
          .map((name) => (
            <>
              <dt>{t(`review_${name}`)}</dt>
              <dd dir="auto">{one[name]}</dd>
            </>
          ))}
      </dl>
    </article>
  );
}
