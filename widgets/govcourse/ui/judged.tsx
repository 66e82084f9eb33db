// What a good answer is like, below an open exercise: its author says which of three descriptions fits best.
import type { FunctionComponent } from "preact";
import { Choices } from "./choices";
import { Fields } from "./fields";
import type { ViewProps } from "./shell";

interface Given {
  judged?: number;
}

export function judged<Spec, Answer extends Given>(
  View: FunctionComponent<ViewProps<Spec, Answer>>,
): FunctionComponent<ViewProps<Spec, Answer>> {
  return (props) => {
    const { ex, answer, change, readOnly } = props;
    const { good, id } = ex.spec;
    return (
      <>
        <View {...props} />
        {good && (
          <details class="gc-good">
            <summary>{ex.t("good")}</summary>
            <Fields ex={ex} locked={readOnly}>
              <Choices
                legend={ex.t("good_ask")}
                name={`${id}-judged`}
                className="gc-options"
                options={good.map((title, place) => ({ id: String(place + 1), title }))}
                chosen={answer.judged ? [String(answer.judged)] : []}
                onChoose={([level]) => change({ ...answer, judged: Number(level ?? 0) }, "judged")}
              />
            </Fields>
          </details>
        )}
      </>
    );
  };
}
