// The action-plan builder: goals with steps, in tables; a step's seven components in a drawer; timeline and people beside.
import type { Say } from "../../runtime/outline";
import { useState } from "preact/hooks";
import { Views } from "../../ui/choices";
import { Fields, moved, newId } from "../../ui/fields";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { Bring } from "../feed";
import { goalOf, kept } from "./carried";
import { Checks } from "./checks";
import { Gantt } from "./gantt";
import { GoalForm, focus } from "./goal";
import { People } from "./people";
import { advice, shifted } from "./rules";
import css from "./view.css";
import type { Answer, GivenGoal, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(judged(View), css, (answer) => (answer.goals ?? []).length > 0);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const goals = answer.goals ?? [];
  const [tab, setTab] = useState("build");
  const [said, setSaid] = useState("");
  const found = advice(answer);
  const set = (next: GivenGoal[], field = "") => change({ ...answer, goals: next }, field);
  const [opened, open] = useState("");
  const tabs = ["build", "gantt", "people"];
  const frame = framed(spec, t).filter((part) => part.adds || goals.some(part.holds));
  return (
    <div>
      <Views
        label={t("views")}
        views={tabs.map((id) => ({ id, title: t(`tab_${id}`) }))}
        shown={tab}
        show={setTab}
      />
      <p class="gc-hidden" role="status">
        {said}
      </p>
      <section class="gc-panel" hidden={tab !== "build"} aria-label={t("tab_build")}>
        <Fields ex={ex} locked={readOnly}>
          {frame.map((part) => (
            <section key={part.id} aria-label={part.title || undefined}>
              {part.title && <h4>{part.title}</h4>}
              {goals.map(
                (goal, index) =>
                  part.holds(goal) && (
                    <GoalForm
                      key={goal.id}
                      {...{ ex, goal, index, readOnly, setSaid, opened, open }}
                      last={goals.length - 1}
                      set={(next, field) =>
                        set(
                          goals.map((one) => (one.id === goal.id ? next : one)),
                          field,
                        )
                      }
                      remove={() => set(goals.filter((one) => one.id !== goal.id))}
                      move={(to) => {
                        set(moved(goals, index, to));
                        setSaid(t("moved", { name: goal.title ?? "", place: to + 1 }));
                      }}
                    />
                  ),
              )}
              {part.title && part.empty && !goals.some(part.holds) && <p class="gc-note">{part.empty}</p>}
              {part.adds && (
                <button
                  type="button"
                  class={part.title ? "gc-plain gc-noprint" : "gc-main gc-noprint"}
                  disabled={goals.length >= 20}
                  onClick={() => {
                    const id = newId();
                    set([...goals, { id, title: "", ...part.adds, steps: [{ id: newId() }] }]);
                    focus(`[data-id="${id}"] textarea`);
                  }}
                >
                  {t(part.title ? "add_goal_under" : "add_goal", { title: part.title })}
                </button>
              )}
            </section>
          ))}
          <Bring
            ex={ex}
            into="goals"
            taken={goals.map((goal) => goal.origin)}
            kept={kept}
            onBring={(fresh) => set([...goals, ...fresh.map(goalOf)].slice(0, 20))}
          />
        </Fields>
        {goals.length > 0 && <Checks ex={ex} found={found} />}
      </section>
      <section class="gc-panel" hidden={tab !== "gantt"} aria-label={t("tab_gantt")}>
        <Gantt
          {...{ ex, goals }}
          shift={(step, days, how) => {
            const next = shifted(step, days);
            set(
              goals.map((goal) => ({
                ...goal,
                steps: goal.steps?.map((one) => (one.id === step.id ? next : one)),
              })),
              `${how}-${step.id}`,
            );
            setSaid(t("bar_moved", { name: step.step ?? "", end: next.end! }));
          }}
        />
      </section>
      <section class="gc-panel" hidden={tab !== "people"} aria-label={t("tab_people")}>
        <People ex={ex} answer={answer} />
      </section>
    </div>
  );
}

interface Part {
  id: string;
  title: string;
  empty?: string;
  adds?: Partial<GivenGoal>; // what a new goal has there
  holds: (goal: GivenGoal) => boolean;
}

// Goals in one list; or, where the activity asks for it, under the first principle that they serve.
function framed(spec: Told, t: Say): Part[] {
  if (!spec.frame) return [{ id: "all", title: "", adds: {}, holds: () => true }];
  return [
    ...spec.principles.map((one) => ({
      id: one.id,
      title: one.title,
      empty: t("principle_open"),
      adds: { principles: [one.id] },
      holds: (goal: GivenGoal) => goal.principles?.[0] === one.id,
    })),
    { id: "none", title: t("principle_none"), holds: (goal: GivenGoal) => !goal.principles?.length },
  ];
}
