// A canvas as slides: a preview, and the same on the whole screen with the time that is left for speaking.
import { useRef, useState } from "preact/hooks";
import { clock } from "../../runtime/clock";
import { listed } from "../../runtime/listed";
import type { ViewProps } from "../../ui/shell";
import { Timer } from "../../ui/timer";
import { slides } from "./rules";
import type { Answer, SlideMade as Slide, Slides, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

const WORDS = 60; // more than this is not read from the back of a room

export function Present({ ex, answer, change, readOnly, told }: Props & { told: Slides }) {
  const { t, spec } = ex;
  const { at_least, at_most, minutes } = told;
  const made = slides(spec, answer);
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(0);
  const words = (slide: Slide) =>
    slide.points
      .map((point) => point.text)
      .join(" ")
      .split(/\s+/u).length;
  const long = made.flatMap((slide, index) => (words(slide) > WORDS ? [index + 1] : []));
  const place = Math.min(shown, made.length - 1);
  const go = (by: number) => setShown(Math.min(made.length - 1, Math.max(0, place + by)));
  const onDone = (seconds: number) => !readOnly && change({ ...answer, seconds });
  return (
    <section class="gc-slides">
      <h4>{t("slides")}</h4>
      <p>
        {t("slides_need", { at_least, at_most, minutes, count: made.length })}{" "}
        {made.length < at_least && t("slides_few")}
        {long.length > 0 && t("slides_long", { list: listed(t, long), words: WORDS })}
      </p>
      <ol class="gc-slide-row">
        {made.map((slide) => (
          <li>
            <Page slide={slide} />
          </li>
        ))}
      </ol>
      <div class="gc-row gc-noprint">
        <button
          type="button"
          class="gc-main"
          disabled={!made.length}
          onClick={() => {
            setShown(0);
            dialog.current!.showModal();
          }}
        >
          {t("present")}
        </button>
        {answer.seconds != null && <span>{t("timer_last", { time: clock(answer.seconds) })}</span>}
      </div>
      <dialog
        ref={dialog}
        class="gc-present"
        aria-label={t("slides")}
        onKeyDown={(event) => {
          const by: Record<string, number> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
          if (!by[event.key]) return;
          event.preventDefault();
          go(ex.host.direction === "rtl" ? -by[event.key] : by[event.key]);
        }}
      >
        {made.length > 0 && <Page slide={made[place]} scrolls />}
        <div class="gc-row">
          <button type="button" disabled={place <= 0} onClick={() => go(-1)}>
            {t("slide_back")}
          </button>
          <span role="status">{t("slide_n", { n: place + 1, all: made.length })}</span>
          <button type="button" disabled={place >= made.length - 1} onClick={() => go(1)}>
            {t("slide_on")}
          </button>
          <Timer
            ex={ex}
            title={t("speaking", { minutes })}
            limit={minutes * 60}
            last={answer.seconds}
            onDone={onDone}
          />
          <button type="button" onClick={() => dialog.current!.close()}>
            {t("close")}
          </button>
        </div>
      </dialog>
    </section>
  );
}

function Page({ slide, scrolls }: { slide: Slide; scrolls?: boolean }) {
  return (
    <article class="gc-slide" tabIndex={scrolls ? 0 : undefined}>
      <h5>{slide.title}</h5>
      <dl>
        {slide.points.map((point) => (
          <>
            <dt>{point.label}</dt>
            <dd>{point.text}</dd>
          </>
        ))}
      </dl>
      {slide.byline && <p class="gc-note">{slide.byline}</p>}
    </article>
  );
}
