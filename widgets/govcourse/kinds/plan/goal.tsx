// One goal of a plan: what it serves, and its steps in an order of one's own.
import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import { Drawer } from "../../ui/drawer";
import { TextField, moved, newId } from "../../ui/fields";
import { Menu } from "../../ui/menu";
import { Bring, From } from "../feed";
import { kept, stepOf } from "./carried";
import { COLUMNS, Rest, StepRow } from "./row";
import { StepForm, type Drag, type Set } from "./step";
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
  opened: string; // the step whose drawer is open, of all goals
  open: (step: string) => void;
}

// Once it is drawn, the focus goes to what was added or moved.
export const focus = (selector: string) =>
  void setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus());

export function GoalForm(props: Props) {
  const { ex, goal, index, last, readOnly, set, move, setSaid, opened, open } = props;
  const { t, spec } = ex;
  const steps = goal.steps ?? [];
  const key = (step: Step) => `${goal.id}-${step.id}`;
  const dragged = useRef(-1); // a step's place
  const at = steps.findIndex((step) => key(step) === opened);
  const number = (place: number) => `${index + 1}.${place + 1}`;
  const put = (place: number) => (next: Step, field?: string) =>
    set({ ...goal, steps: steps.map((one, n) => (n === place ? next : one)) }, field);
  const shift = (from: number) => (by: number) => {
    if (!by || !steps[from + by]) return;
    set({ ...goal, steps: moved(steps, from, from + by) });
    setSaid(t("moved", { name: steps[from].step ?? "", place: from + by + 1 }));
  };
  const drag = (place: number): Drag => ({
    grip: {
      draggable: !readOnly,
      onDragStart: (event: DragEvent) => {
        dragged.current = place;
        event.dataTransfer!.setData("text/plain", "");
      },
      onDragEnd: () => void (dragged.current = -1),
    },
    place: {
      onDragOver: (event: DragEvent) => dragged.current >= 0 && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        if (dragged.current < 0) return;
        event.preventDefault();
        shift(dragged.current)(place - dragged.current);
      },
    },
  });
  return (
    <article class="gc-goal" aria-label={t("goal_label", { n: index + 1 })} data-id={goal.id}>
      <div class="gc-goal-head gc-inplace">
        <TextField
          label={t("goal_label", { n: index + 1 })}
          hint={goal.title ? undefined : t("goal_hint")}
          max={300}
          value={goal.title}
          onValue={(title) => set({ ...goal, title }, `goal-${goal.id}`)}
        />
        {!readOnly && (
          <Menu label={t("goal_menu", { n: index + 1 })}>
            {["goal_up", "goal_down"].map((way, down) => (
              <button
                type="button"
                disabled={index === (down ? last : 0)}
                onClick={() => move(index + (down || -1))}
              >
                {t(way)}
              </button>
            ))}
            <button type="button" onClick={props.remove}>
              {t("remove_goal")}
            </button>
          </Menu>
        )}
      </div>
      <From ex={ex} origin={goal.origin} />
      {goal.evidence && (
        <p class="gc-evidence">
          <strong>{t("evidence")}:</strong> {goal.evidence}
        </p>
      )}
      <details class="gc-stack">
        <summary>
          {t("serves", { principles: (goal.principles ?? []).length, sdgs: (goal.sdgs ?? []).length })}
        </summary>
        <TextField
          long
          label={t("evidence")}
          hint={t("evidence_hint")}
          max={3000}
          value={goal.evidence}
          onValue={(evidence) => set({ ...goal, evidence }, `evidence-${goal.id}`)}
        />
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
      {steps.length > 0 && (
        <table class="gc-sheet gc-plan gc-inplace">
          <thead>
            <tr>
              <td />
              {COLUMNS.map((column) => (
                <th scope="col" key={column}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step, place) => (
              <Fragment key={step.id}>
                <StepRow
                  {...{ ex, step, readOnly, drag: drag(place) }}
                  number={number(place)}
                  set={put(place)}
                  move={(by) => {
                    shift(place)(by);
                    focus(`[data-id="${step.id}"] .gc-grip`);
                  }}
                  open={() => open(key(step))}
                />
                <Rest {...{ ex, step }} hidden={!readOnly} />
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <div class="gc-row gc-noprint">
        <button
          type="button"
          disabled={steps.length >= 60}
          onClick={() => {
            const id = newId();
            set({ ...goal, steps: [...steps, { id }] });
            focus(`[data-id="${id}"] textarea`);
          }}
        >
          {t("add_step")}
        </button>
        <Bring
          ex={ex}
          into="steps"
          taken={steps.map((step) => step.origin)}
          kept={kept}
          onBring={(fresh) => set({ ...goal, steps: [...steps, ...fresh.map(stepOf)].slice(0, 60) })}
        />
      </div>
      {at >= 0 && (
        <Drawer
          key={opened}
          beside
          title={t("step_n", { n: number(at) })}
          close={t("close")}
          onClose={() => open("")}
        >
          <StepForm
            {...{ ex, step: steps[at] }}
            number={number(at)}
            at={at}
            last={steps.length - 1}
            set={put(at)}
            remove={() => {
              open("");
              set({ ...goal, steps: steps.filter((_, n) => n !== at) });
            }}
            move={shift(at)}
          />
        </Drawer>
      )}
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
      <div class="gc-row">
        {options.map(({ id, title }) => (
          <label key={id} class="gc-check">
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
