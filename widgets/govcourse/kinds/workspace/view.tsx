// The design-thinking workspace: five stages, each first wide, then narrow, and the trail of all of them.
import { useState } from "preact/hooks";
import { Views } from "../../ui/choices";
import { Fields } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { useLed } from "../../ui/led";
import { module, type ViewProps } from "../../ui/shell";
import { Moves, current } from "../stage_history";
import { StageView } from "./stage";
import { Trail } from "./trail";
import css from "./view.css";
import type { Answer, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(judged(View), css);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const [view, setView] = useState("work");
  const led = useLed(ex);
  const at = current(answer.moves ?? [], spec.stages, led);
  const stage = spec.stages[at];
  const stages = answer.stages ?? {};
  const carried = spec.stages
    .slice(0, at)
    .flatMap((one) =>
      (stages[one.id]?.notes ?? [])
        .filter((note) => note.chosen)
        .map((note) => ({ stage: one.title, text: note.text })),
    );
  return (
    <div class="gc-stack">
      <Views
        label={t("views")}
        views={["work", "trail"].map((id) => ({ id, title: t(`view_${id}`) }))}
        shown={view}
        show={setView}
      />
      {view === "trail" ? (
        <Trail {...{ ex, answer }} />
      ) : (
        <>
          <Moves
            {...{ ex, led, stages: spec.stages, moves: answer.moves ?? [], locked: readOnly }}
            setMoves={(moves) => change({ ...answer, moves })}
          />
          {carried.length > 0 && (
            <aside class="gc-card" aria-label={t("carried_on")}>
              <h4>{t("carried_on")}</h4>
              <ul>
                {carried.map((one) => (
                  <li>
                    {one.text} <small>{one.stage}</small>
                  </li>
                ))}
              </ul>
            </aside>
          )}
          <Fields ex={ex} locked={readOnly}>
            <StageView
              key={stage.id}
              {...{ ex, stage }}
              held={stages[stage.id] ?? {}}
              set={(values, field) =>
                change(
                  { ...answer, stages: { ...stages, [stage.id]: { ...stages[stage.id], ...values } } },
                  field,
                )
              }
            />
          </Fields>
        </>
      )}
    </div>
  );
}
