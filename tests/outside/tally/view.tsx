// The tally: a number for each window, and what one makes of it; on the projector the numbers of all.
import { results, type Shown } from "govcourse/kinds/results";
import { Fields, TextField } from "govcourse/ui/fields";
import { module, type ViewProps } from "govcourse/ui/shell";
import css from "./view.css";

interface Window {
  id: string;
  title: string;
}
interface Told {
  windows: Window[];
  question: string;
}
interface Answer {
  counts?: Record<string, number>;
  why?: string;
}

function View({ ex, answer, change, readOnly }: ViewProps<Told, Answer>) {
  const { t, spec } = ex;
  return (
    <Fields ex={ex} locked={readOnly}>
      <div class="gc-tally">
        {spec.windows.map(({ id, title }) => (
          <label key={id}>
            {t("visits", { window: title })}{" "}
            <input
              type="number"
              min={0}
              max={999}
              value={answer.counts?.[id] ?? ""}
              onInput={({ currentTarget }) =>
                change(
                  { ...answer, counts: { ...answer.counts, [id]: currentTarget.valueAsNumber || 0 } },
                  id,
                )
              }
            />
          </label>
        ))}
        <TextField
          label={spec.question}
          value={answer.why}
          onValue={(why) => change({ ...answer, why }, "why")}
        />
      </div>
    </Fields>
  );
}

function Results({ say, about, figures }: Shown<{ windows: Window[] }, { counts: Record<string, number> }>) {
  return (
    <ul>
      {about.windows.map(({ id, title }) => (
        <li key={id}>{say("total", { window: title, count: figures.counts[id] })}</li>
      ))}
    </ul>
  );
}

const shown = results(Results);
export { shown as results };
export default module(View, css);
