// The review by another team, on console and projector: what was handed over, to be hidden by whoever leads, and how it came out.
import type { Say } from "../../runtime/outline";
import { percent } from "../../runtime/numbers";
import { Bars } from "../../ui/bars";
import { useTold, type Room } from "./room";
import type { ConsoleActivity, Moderation, RoomActivityState, RoomReviews } from "./shapes";

// New whenever something was handed over or hidden; null where there is no review.
export function useReviews(api: string, one: RoomActivityState | undefined, { heard }: Room) {
  const reviewed = one && one.review !== "none";
  return useTold<RoomReviews>(reviewed ? `${api}/activities/${one.id}/reviews` : null, [heard, one]);
}

export function Reviews(props: {
  t: Say;
  about: ConsoleActivity;
  told: RoomReviews;
  moderation: Moderation;
  moderate: (change: Partial<Moderation>) => void;
}) {
  const { t, about, told, moderation, moderate } = props;
  const { hidden, approved } = moderation;
  const turn = (key: string, off: boolean) => {
    const [less, more] = [hidden.filter((one) => one !== key), approved.filter((one) => one !== key)];
    moderate(off ? { hidden: less, approved: [...more, key] } : { hidden: [...hidden, key], approved: more });
  };
  return (
    <section aria-label={t("reviews")}>
      <h3>{t("reviews")}</h3>
      <p role="status">
        {t(told.dealt ? "reviews_sent" : "reviews_none", { sent: told.sent, dealt: told.dealt })}
      </p>
      {told.sent > 0 && <Outcome {...{ t, about, told }} />}
      <ul class="console-list">
        {told.reviews.map((one) => {
          const by = one.by ?? t("reviews_person");
          const of = one.of ?? t("reviews_person");
          return (
            <li key={one.id} class={one.hidden ? "off" : ""}>
              <strong dir="auto">{t("reviews_pair", { by, of })}</strong>
              <p>{about.good?.[one.level - 1]}</p>
              {one.works && (
                <p dir="auto">
                  <small>{t("review_works")}</small> {one.works}
                </p>
              )}
              {one.better && (
                <p dir="auto">
                  <small>{t("review_better")}</small> {one.better}
                </p>
              )}
              <button type="button" onClick={() => turn(one.key, one.hidden)}>
                {t(one.hidden ? "note_show" : "note_hide")}
                <span class="gc-hidden"> {t("reviews_pair", { by, of })}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

// How many find the work most like which of the three; not of fewer than five people.
export function Outcome({ t, about, told }: { t: Say; about: ConsoleActivity; told: RoomReviews }) {
  const { n, levels, too_few } = told.reviewed;
  if (too_few) return <p>{t("reviews_few", { n, need: too_few })}</p>;
  return (
    <div class="outcome">
      <Bars
        caption={t("reviews_message", { n })}
        heads={[t("review_level"), t("bar_count"), t("bar_share")]}
        bars={levels.map((count, level) => ({
          id: String(level),
          title: about.good![level],
          count,
          shares: [n ? count / n : 0],
          said: percent(n ? count / n : 0, document.documentElement.lang),
        }))}
      />
    </div>
  );
}
