// The SDG selector: choose a goal, see why it is about services, write and rehearse the one-minute pitch.
import type { Say } from "../../runtime/outline";
import { useState } from "preact/hooks";
import { Fields, TextField } from "../../ui/fields";
import { Questions } from "../../ui/questions";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { Timer } from "../../ui/timer";
import { pitch } from "./rules";
import css from "./view.css";
import type { Answer, Goal, Target, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(judged(View), css);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const [all, setAll] = useState(false);
  const goals = spec.goals.filter((goal) => all || goal.service_delivery || goal.number === answer.goal);
  const goal = spec.goals.find((one) => one.number === answer.goal);
  const { words, seconds } = pitch(answer.pitch ?? "", spec.words_per_minute);
  const length = !words
    ? "pitch_none"
    : seconds > spec.seconds
      ? "pitch_long"
      : seconds < spec.seconds / 2
        ? "pitch_short"
        : "pitch_fits";
  return (
    <div>
      <Fields ex={ex} locked={readOnly}>
        <fieldset>
          <legend>{t("choose")}</legend>
          <label class="gc-check gc-noprint">
            <input
              type="checkbox"
              checked={!all}
              onChange={(event) => setAll(!event.currentTarget.checked)}
            />
            <span>{t("only_service")}</span>
          </label>
          <p class="gc-note">{spec.note}</p>
          <div class="gc-goals">
            {goals.map((one) => (
              <label style={{ "--goal": one.colour }} key={one.number}>
                <input
                  type="radio"
                  name={`goal-${spec.id}${readOnly ? "-x" : ""}`}
                  checked={answer.goal === one.number}
                  onChange={() => change({ ...answer, goal: one.number })}
                />
                <b>{one.number}</b>
                <span>{one.title}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div aria-live="polite">
          {goal ? <Why goal={goal} t={t} /> : <p class="gc-note">{t("no_goal")}</p>}
        </div>
        <div class="gc-stack">
          <Questions
            asked={spec.questions}
            answers={answer.notes}
            max={2000}
            set={(notes, changed) => change({ ...answer, notes }, changed)}
          />
          <TextField
            long
            max={5000}
            label={t("pitch")}
            hint={t("pitch_hint", { words: spec.words_per_minute })}
            value={answer.pitch}
            onValue={(value) => change({ ...answer, pitch: value }, "pitch")}
          />
          <p role="status">
            <strong>{t("pitch_count", { words, seconds })}</strong> {t(length, { limit: spec.seconds })}
          </p>
        </div>
      </Fields>
      <section class="gc-card gc-noprint" style={{ marginTop: "1.5rem" }}>
        <h4 style={{ marginTop: 0 }}>{t("rehearse")}</h4>
        <Timer
          ex={ex}
          title={t("rehearse")}
          limit={spec.seconds}
          last={answer.seconds}
          onDone={(value) => change({ ...answer, seconds: Math.min(3600, value) })}
        />
      </section>
    </div>
  );
}

function Why({ goal, t }: { goal: Goal; t: Say }) {
  const list = (title: string, entries: Target[]) =>
    entries.length > 0 && (
      <>
        <h5>{title}</h5>
        <dl>
          {entries.map((entry) => (
            <>
              <dt>{entry.number}</dt>
              <dd>{entry.text}</dd>
            </>
          ))}
        </dl>
      </>
    );
  return (
    <section class="gc-why" style={{ "--goal": goal.colour }}>
      <h4 style={{ marginTop: 0 }}>
        {goal.number}. {goal.title}
      </h4>
      <p>{goal.why}</p>
      {list(t("targets"), goal.targets)}
      {list(t("indicators"), goal.indicators)}
    </section>
  );
}
