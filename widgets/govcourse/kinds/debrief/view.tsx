// The debrief of the assessment, in the order in which a room should talk about it.
import { useEffect, useId, useState } from "preact/hooks";
import { Fields, TextField } from "../../ui/fields";
import { hasContent, module, useResults, type ViewProps } from "../../ui/shell";
import { debrief } from "../../assessment/debrief";
import { Before } from "./before";
import { Slides } from "./slides";
import { STEPS, type Shown } from "./steps";
import type { Answer as Assessed, Debrief, Kept } from "../../assessment/shapes";
import css from "./view.css";
import type { Answer, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(View, css);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec, host } = ex;
  const id = useId();
  const [answers, setAnswers] = useState<Assessed | null>(null);
  const [room, setRoom] = useState<Debrief | null>(null);
  const [before, setBefore] = useState<Kept | null>(null); // an earlier room's, where its facilitator brought them in
  const [message, setMessage] = useState("");
  const look = async () => {
    const reply = await ex.request({ op: "read", activity: spec.of });
    setAnswers(reply.ok ? ((reply.answer ?? {}) as Assessed) : null);
    setMessage(reply.ok ? "" : (reply.message ?? t("failed")));
    if (host.name !== "room" && !projected) return;
    const summed = await ex.request({ op: "summary", activity: spec.of });
    const figures = summed.figures as Debrief | { n: number; too_few: number } | undefined;
    const few = figures && "too_few" in figures ? figures : null;
    setRoom(summed.ok && figures && !("too_few" in figures) ? figures : null);
    const earlier = summed.ok ? await ex.request({ op: "summary", activity: spec.of, of: "before" }) : null;
    setBefore((earlier?.figures as { before?: Kept } | undefined)?.before ?? null);
    setMessage(
      summed.ok
        ? few
          ? t("too_few", { n: few.n, need: few.too_few })
          : ""
        : (summed.message ?? t("failed")),
    );
  };
  useEffect(() => {
    look();
    // Answers to the assessment change while this page is open: in its own exercise, or by an opened file.
    const again = (event: Event) => (event as CustomEvent).detail !== spec.id && look();
    addEventListener("govcourse-saved", again);
    return () => removeEventListener("govcourse-saved", again);
  }, []);
  useResults(ex, look, spec.of);
  const projected = host.name === "projector"; // what everybody looks at: nobody's own, nothing to fill in
  const mine = readOnly && !projected ? (spec.example_of as Assessed | null) : answers;
  const own = mine ? debrief([mine], spec.instrument) : null;
  const figures = room ?? own;
  const answered = hasContent(mine?.items ?? {}) || room;
  if (projected)
    return <Slides {...{ ex, answer, change, readOnly }} figures={room} {...{ before, message }} />;
  return (
    <div class="gc-stack">
      <p class="gc-note">{spec.instrument.note}</p>
      <div class="gc-row gc-noprint">
        <button type="button" onClick={look}>
          {t("look_again")}
        </button>
        <span role="status">
          {[message, figures && answered && t(room ? "shows_room" : "shows_own", { n: figures.n })]
            .filter(Boolean)
            .join(" ")}
        </span>
      </div>
      {!answered && mine && <p class="gc-card">{t("nothing_yet", { title: spec.sources[0].title })}</p>}
      {spec.steps.map((step, index) => {
        const Step = STEPS[step.id];
        return (
          <section class="gc-debrief-step" data-step={step.id} aria-labelledby={`${id}-${step.id}`}>
            <h4 id={`${id}-${step.id}`}>
              {index + 1}. {step.title}
            </h4>
            <p>{step.about}</p>
            {figures && answered && (
              <Step {...({ ex, figures, own, room, answer, change, readOnly } satisfies Shown)} />
            )}
            <Fields ex={ex} locked={readOnly}>
              <TextField
                long
                max={3000}
                label={step.prompt}
                value={answer.notes?.[step.id]}
                onValue={(text) =>
                  change({ ...answer, notes: { ...answer.notes, [step.id]: text } }, step.id)
                }
              />
            </Fields>
          </section>
        );
      })}
      {room && before && (
        <section class="gc-debrief-step" data-step="before" aria-labelledby={`${id}-before`}>
          <h4 id={`${id}-before`}>{t("before")}</h4>
          <Before {...{ ex, before }} figures={room} />
        </section>
      )}
    </div>
  );
}
