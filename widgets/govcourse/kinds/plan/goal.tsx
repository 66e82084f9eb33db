// One goal of a plan: what it serves, and its steps in an order of one's own.
import type { Around } from "../../runtime/exercise";
import { TextField, moved, newId } from "../../ui/fields";
import { Bring, From } from "../feed";
import { Sortable } from "./sortable";
import { StepForm, type Set } from "./step";
import type { GivenGoal, Step, Told } from "./shapes";

interface Props {
  ex: Around<Told>;
  goal: GivenGoal;
  index: number;
  last: number;
  readOnly: boolean;
  set: Set<GivenGoal>;
  remove: () => void;
  move: (to: number) => void;
  setSaid: (text: string) => void;
}

export function GoalForm({ ex, goal, index, last, readOnly, set, remove, move, setSaid }: Props) {
  const { t, spec } = ex;
  const steps = goal.steps ?? [];
  const setStep = (id: string, next: Step, field?: string) =>
    set({ ...goal, steps: steps.map((one) => (one.id === id ? next : one)) }, field);
  return (
    <article class="gc-goal" aria-label={t("goal_label", { n: index + 1 })}>
      <TextField
        label={t("goal_label", { n: index + 1 })}
        hint={t("goal_hint")}
        max={300}
        value={goal.title}
        onValue={(title) => set({ ...goal, title }, `goal-${goal.id}`)}
      />
      <From ex={ex} origin={goal.origin} />
      <details style={{ marginTop: "0.5rem" }}>
        <summary>
          {t("serves", { principles: (goal.principles ?? []).length, sdgs: (goal.sdgs ?? []).length })}
        </summary>
        <Chips
          legend={t("principles")}
          options={spec.principles.map(({ id, title }) => ({ id, title }))}
          chosen={goal.principles}
          choose={(principles) => set({ ...goal, principles })}
        />
        <Chips
          legend={t("sdgs")}
          options={spec.goals.map(({ number, title }) => ({ id: number, title: `${number} ${title}` }))}
          chosen={goal.sdgs}
          choose={(sdgs) => set({ ...goal, sdgs })}
        />
      </details>
      <Sortable
        ids={steps.map((one) => one.id)}
        disabled={readOnly}
        onMove={(from, to) => set({ ...goal, steps: moved(steps, from, to) })}
      >
        {(drag) =>
          steps.map((step, at) => (
            <StepForm
              key={step.id}
              {...{ ex, step, drag: drag(step.id) }}
              number={`${index + 1}.${at + 1}`}
              first={at === 0}
              last={at === steps.length - 1}
              set={(next, field) => setStep(step.id, next, field)}
              remove={() => set({ ...goal, steps: steps.filter((one) => one.id !== step.id) })}
              move={(by) => {
                set({ ...goal, steps: moved(steps, at, at + by) });
                setSaid(t("moved", { name: step.step || t("untitled"), place: at + by + 1 }));
              }}
            />
          ))
        }
      </Sortable>
      <Bring
        ex={ex}
        into="steps"
        taken={steps.map((step) => step.origin)}
        onBring={(fresh) =>
          set({
            ...goal,
            steps: [
              ...steps,
              ...fresh.map((one) => ({ id: newId(), step: one.name.slice(0, 3000), origin: one.origin })),
            ].slice(0, 60),
          })
        }
      />
      <div class="gc-row gc-noprint">
        <button
          type="button"
          disabled={steps.length >= 60}
          onClick={() => set({ ...goal, steps: [...steps, { id: newId() }] })}
        >
          {t("add_step")}
        </button>
        <button type="button" class="gc-plain" disabled={index === 0} onClick={() => move(index - 1)}>
          {t("goal_up")}
        </button>
        <button type="button" class="gc-plain" disabled={index === last} onClick={() => move(index + 1)}>
          {t("goal_down")}
        </button>
        <button type="button" class="gc-plain" onClick={remove}>
          {t("remove_goal")}
        </button>
      </div>
    </article>
  );
}

// Of a list those that are served: any of them, in the order in which they were chosen.
function Chips<Id extends string | number>(props: {
  legend: string;
  options: { id: Id; title: string }[];
  chosen: Id[] | undefined;
  choose: (chosen: Id[]) => void;
}) {
  const { legend, options, chosen = [], choose } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="gc-chips">
        {options.map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                choose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
