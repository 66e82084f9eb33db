// The dimensions as what one chooses from, and at once as the profile that fills while one answers.
import type { ComponentChildren } from "preact";
import { asked, type Profile } from "../../assessment/scoring";
import type { ViewProps } from "../../ui/shell";
import type { Answer, Told } from "./shapes";

export function Dimensions(props: {
  ex: ViewProps<Told, Answer>["ex"];
  answer: Answer;
  result: Profile;
  shown: number;
  progress: string;
  go: (index: number) => void;
  children: ComponentChildren;
}) {
  const { ex, answer, result, shown, go } = props;
  const { t, spec } = ex;
  const per = (value: number) => `${((value - 1) / 4) * 100}%`;
  return (
    <nav aria-label={t("dimensions")} class="gc-dimensions gc-noprint">
      <ol>
        {result.rows.map((row, index) => {
          const values = asked(spec.instrument.dimensions[index], answer).flatMap(({ value }) => value ?? []);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          return (
            <li key={row.id}>
              <button
                type="button"
                aria-current={index === shown ? "step" : undefined}
                onClick={() => go(index)}
              >
                <span>{row.title}</span>
                <small>
                  {row.answered + row.dont_know}/{row.of}
                </small>
                {/* What was answered so far; less than enough is drawn lighter, and the score waits for the rest. */}
                <i class={row.mean === null ? "few" : ""}>
                  {values.length > 0 && <b style={{ inlineSize: `max(4%, ${per(mean)})` }} />}
                  {row.target && <s style={{ insetInlineStart: per(row.target) }} />}
                </i>
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            aria-current={shown === result.rows.length ? "step" : undefined}
            onClick={() => go(result.rows.length)}
          >
            <span>{t("profile")}</span>
          </button>
        </li>
      </ol>
      <p class="gc-note" role="status">
        {props.progress}
      </p>
      {props.children}
    </nav>
  );
}
