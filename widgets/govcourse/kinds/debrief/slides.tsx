// The debrief on the projector: a slide for each step, with its question; what only one may see stays on one's own screen.
import type { Debrief, Kept } from "../../assessment/shapes";
import type { ViewProps } from "../../ui/shell";
import { Before } from "./before";
import { gapsOf, STEPS } from "./steps";
import type { Answer, Told } from "./shapes";
import { number } from "./vignettes";

const OWN = ["own", "forward"]; // steps that each takes by themselves

export function Slides(
  props: ViewProps<Told, Answer> & { figures: Debrief | null; before: Kept | null; message: string },
) {
  const { ex, answer, change, readOnly, figures, before, message } = props;
  const { t, spec } = ex;
  if (!figures) return <p role="status">{message || t("nothing_yet", { title: spec.sources[0].title })}</p>;
  return (
    <>
      {spec.steps.map((step, index) => {
        const Step = STEPS[step.id];
        return (
          <section class="room-page" data-step={step.id}>
            <h4>{t("slide_title", { n: index + 1, of: spec.steps.length, title: step.title })}</h4>
            {OWN.includes(step.id) ? (
              <>
                <p class="room-lead">{step.about}</p>
                {step.id === "forward" && (
                  <ul>
                    {gapsOf(figures).map(({ title, gap }) => (
                      <li>{t("forward_take", { title, gap: number(ex, gap) })}</li>
                    ))}
                  </ul>
                )}
              </>
            ) : (
              <Step {...{ ex, figures, own: null, room: figures, answer, change, readOnly }} />
            )}
            <p class="room-ask">{step.prompt}</p>
          </section>
        );
      })}
      {before && (
        <section class="room-page" data-step="before">
          <h4>{t("before")}</h4>
          <Before {...{ ex, figures, before }} />
        </section>
      )}
    </>
  );
}
