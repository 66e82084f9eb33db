// The action-plan builder: goals with steps, each with the seven components; timeline, people and advice beside.
import type { Say } from "../../runtime/outline";
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Views } from "../../ui/choices";
import { Fields, TextField, moved, newId } from "../../ui/fields";
import { module, type ViewProps } from "../../ui/shell";
import { Bring, From } from "../feed";
import { advice, byPerson } from "./rules";
import { Gantt } from "./gantt";
import { StepForm, type Drag, type Set } from "./step";
import css from "./view.css";
import type { Answer, Finding, GivenGoal, Step, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export default module(View, css, (answer) => (answer.goals ?? []).length > 0);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const goals = answer.goals ?? [];
  const [tab, setTab] = useState("build");
  const [said, setSaid] = useState("");
  const found = advice(answer);
  const set = (next: GivenGoal[], field = "") => change({ ...answer, goals: next }, field);
  const tabs = ["build", "gantt", "people", "checks"];
  const frame = framed(spec, t);
  return (
    <div>
      <Views
        label={t("views")}
        views={tabs.map((id) => ({ id, title: t(`tab_${id}`, { count: found.length }) }))}
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
                      {...{ ex, goal, index, readOnly, setSaid }}
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
                        setSaid(t("moved", { name: goal.title || t("untitled"), place: to + 1 }));
                      }}
                    />
                  ),
              )}
              {part.title && part.empty && !goals.some(part.holds) && <p class="gc-note">{part.empty}</p>}
              {part.adds && (
                <button
                  type="button"
                  class="gc-main gc-noprint"
                  disabled={goals.length >= 20}
                  onClick={() =>
                    set([...goals, { id: newId(), title: "", ...part.adds, steps: [{ id: newId() }] }])
                  }
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
            onBring={(fresh) =>
              set(
                [
                  ...goals,
                  ...fresh.map((one) => ({
                    id: newId(),
                    title: one.name.slice(0, 300),
                    origin: one.origin,
                    steps: [{ id: newId(), step: one.note.slice(0, 3000) }],
                  })),
                ].slice(0, 20),
              )
            }
          />
        </Fields>
      </section>
      <section class="gc-panel" hidden={tab !== "gantt"} aria-label={t("tab_gantt")}>
        <Gantt ex={ex} goals={goals} />
      </section>
      <section class="gc-panel" hidden={tab !== "people"} aria-label={t("tab_people")}>
        <People ex={ex} answer={answer} />
      </section>
      <section
        class="gc-panel"
        hidden={tab !== "checks"}
        aria-label={t("tab_checks", { count: found.length })}
      >
        <Checks ex={ex} goals={goals} found={found} />
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

interface GoalProps {
  ex: Props["ex"];
  goal: GivenGoal;
  index: number;
  last: number;
  readOnly: boolean;
  set: Set<GivenGoal>;
  remove: () => void;
  move: (to: number) => void;
  setSaid: (text: string) => void;
}

function GoalForm({ ex, goal, index, last, readOnly, set, remove, move, setSaid }: GoalProps) {
  const { t, spec } = ex;
  const steps = goal.steps ?? [];
  const toggled = <One,>(present: One[] = [], value: One, on: boolean): One[] =>
    on ? [...present, value] : present.filter((one) => one !== value);
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
        <fieldset>
          <legend>{t("principles")}</legend>
          <div class="gc-chips">
            {spec.principles.map((one) => (
              <label>
                <input
                  type="checkbox"
                  checked={(goal.principles ?? []).includes(one.id)}
                  onChange={(event) =>
                    set({
                      ...goal,
                      principles: toggled(goal.principles, one.id, event.currentTarget.checked),
                    })
                  }
                />
                <span>{one.title}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset style={{ marginTop: "1rem" }}>
          <legend>{t("sdgs")}</legend>
          <div class="gc-chips">
            {spec.goals.map((one) => (
              <label>
                <input
                  type="checkbox"
                  checked={(goal.sdgs ?? []).includes(one.number)}
                  onChange={(event) =>
                    set({ ...goal, sdgs: toggled(goal.sdgs, one.number, event.currentTarget.checked) })
                  }
                />
                <span>
                  {one.number} {one.title}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
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

// Order by dragging a grip; the buttons beside each step do the same by keyboard.
function Sortable(props: {
  ids: string[];
  disabled: boolean;
  onMove: (from: number, to: number) => void;
  children: (drag: (id: string) => Drag) => ComponentChildren;
}) {
  const dragged = useRef<string | null>(null);
  const drag = (id: string): Drag => ({
    grip: {
      draggable: !props.disabled,
      onDragStart: (event: DragEvent) => {
        dragged.current = id;
        event.dataTransfer!.setData("text/plain", id);
      },
      onDragEnd: () => void (dragged.current = null),
    },
    place: {
      onDragOver: (event: DragEvent) => dragged.current && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        if (!dragged.current) return;
        event.preventDefault();
        const [from, to] = [props.ids.indexOf(dragged.current), props.ids.indexOf(id)];
        if (from !== to) props.onMove(from, to);
      },
    },
  });
  return <>{props.children(drag)}</>;
}

function People({ ex, answer }: { ex: Props["ex"]; answer: Answer }) {
  const { t } = ex;
  const people = byPerson(answer);
  if (!people.length) return <p class="gc-card">{t("people_empty")}</p>;
  return (
    <div class="gc-scroll" tabIndex={0} role="region" aria-label={t("tab_people")}>
      <table>
        <caption>{t("people_caption", { name: people[0].name })}</caption>
        <thead>
          <tr>
            {["person", "owns", "does", "supports"].map((key) => (
              <th scope="col">{t(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr>
              <th scope="row">{person.name}</th>
              {(["owns", "does", "supports"] as const).map((role) => (
                <td>
                  {person[role].length > 0 && (
                    <ul>
                      {person[role].map((step) => (
                        <li>{step || t("untitled")}</li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Checks({ ex, goals, found }: { ex: Props["ex"]; goals: GivenGoal[]; found: Finding[] }) {
  const { t } = ex;
  if (!goals.length) return <p class="gc-card">{t("checks_empty")}</p>;
  if (!found.length) return <p class="gc-card">{t("checks_fine")}</p>;
  return (
    <ul>
      {found.map((one) => (
        <li>
          {t(`check_${one.code}`, {
            ...one,
            goal: one.goal || t("untitled"),
            step: one.step || t("untitled"),
            kpi: one.kpi || t("untitled"),
          })}
          <br />
          <small>{t(`why_${one.code}`)}</small>
        </li>
      ))}
    </ul>
  );
}
