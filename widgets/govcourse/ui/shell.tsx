// The frame around every exercise: title, what to do, the example, and the kind's own view.
import { render, type FunctionComponent } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { Exercise, type Around } from "../runtime/exercise";
import { Example } from "./example";
import { Header } from "./header";
import { Icon } from "./icon";
import { useRefused } from "./refused";
import { see, seen } from "./seen";
import { style } from "./style";
import { Toast, type Said } from "./toast";
import type { Kind } from "../runtime/kind";
import type { Model } from "../runtime/types";

export interface ViewProps<Spec = object, Answer extends object = object> {
  ex: Exercise<Spec, Answer>;
  answer: Answer; // the learner's, or the example while it is shown
  change: (next: Answer, field?: string) => void;
  readOnly: boolean;
}

// The module of a kind, as its contract asks. `filled` says whether an answer holds anything.
export function module<Spec, Answer extends object>(
  View: FunctionComponent<ViewProps<Spec, Answer>>,
  css = "",
  filled: (answer: Answer) => boolean = hasContent,
): Kind["default"] {
  return {
    render(given: { model: Model; el: HTMLElement }) {
      const el = given.el;
      const model = given.model as Model<Spec, Answer>; // the host gives what the kind says of itself in Python
      style(css);
      const ex = new Exercise(model);
      const cancel = inTurn(() => render(<Frame ex={ex} View={View} filled={filled} />, el));
      return () => {
        cancel();
        ex.stop();
        render(null, el);
      };
    },
  };
}

// Exercises are drawn in the order of the page, as many at once as a reader does not notice; the others when the
// browser has time. The queue is the page's, as each kind is a module of its own.
const LONGEST = 100; // ms that drawing may hold the page
declare global {
  var govcourseDue: Set<() => void> | undefined;
}
function inTurn(draw: () => void): () => void {
  const queue = (globalThis.govcourseDue ??= new Set());
  const next = (): unknown => {
    const end = performance.now() + LONGEST;
    for (const one of queue) {
      if (performance.now() > end) return (globalThis.requestIdleCallback ?? setTimeout)(next);
      queue.delete(one);
      (async () => one())(); // one that fails keeps no other
    }
  };
  queue.add(draw);
  if (queue.size === 1) queueMicrotask(next);
  return () => queue.delete(draw);
}

export const hasContent = (value: unknown): boolean =>
  value !== null && typeof value === "object"
    ? Object.values(value).some(hasContent)
    : value !== "" && value != null && value !== false;

function useExercise(ex: Around): void {
  const [, tick] = useReducer<number, void>((n) => n + 1, 0);
  useLayoutEffect(() => ex.subscribe(tick), [ex]);
}

// Whether the exercise is on a phone-wide column: drawings then take another shape, not a smaller one.
// Measured before the first paint: a phone never sees the wide shape flash by.
export function useNarrow(place: { current: Element | null }, below = 560): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = place.current!;
    const measure = () => setNarrow(element.clientWidth > 0 && element.clientWidth < below);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return narrow;
}

// In a room: looks when the facilitator shows, or hides, the results of `activity`, its own unless another is named.
export function useResults(ex: Around, look: () => void, activity: string = ex.spec.id): void {
  useEffect(() => {
    const shown = (event: Event) => (event as CustomEvent).detail === activity && look();
    addEventListener("govcourse-results", shown);
    return () => removeEventListener("govcourse-results", shown);
  });
}

function Frame<Spec, Answer extends object>({
  ex,
  View,
  filled,
}: {
  ex: Exercise<Spec, Answer>;
  View: FunctionComponent<ViewProps<Spec, Answer>>;
  filled: (answer: Answer) => boolean;
}) {
  useExercise(ex);
  const [example, setExample] = useState(false);
  const [said, say] = useState<Said>({ text: "" });
  const { spec, t, host } = ex;
  const titleId = useMemo(() => `gc-${spec.id}-${Math.random().toString(36).slice(2, 8)}`, []);
  const worked = spec.example as Answer | null; // Python holds that it is a valid answer
  const empty = !filled(ex.answer);
  const quiet = () => said.text && say({ text: "" }); // what was said is old once one goes on
  const work = useRef<HTMLDivElement>(null);
  const { refused, change, use } = useRefused(ex, work, `${titleId}-status`);
  // In a room the input comes first: what to do was said, and stands on the projector.
  const first = useMemo(() => empty && host.name !== "room" && !seen(spec.id), []);
  if (host.name === "projector")
    return (
      <section class="gc" data-exercise={spec.id} lang={host.language} dir={host.direction}>
        <View ex={ex} answer={ex.answer} change={() => {}} readOnly />
      </section>
    );
  return (
    <section
      class="gc"
      id={`exercise-${spec.id}`}
      data-exercise={spec.id}
      data-state="ready"
      data-lm-suppress-shortcuts="true"
      aria-labelledby={titleId}
      lang={host.language}
      dir={host.direction}
      onFocusIn={() => see(spec.id)}
      onKeyDown={(event: KeyboardEvent) => {
        event.stopPropagation();
        travel(event, ex);
      }}
    >
      <Header
        {...{ ex, empty, say, refused }}
        id={titleId}
        showExample={() => setExample(true)}
        clear={() => ex.change({} as Answer)}
      />
      <div class="gc-begin">
        <details class="gc-todo" open={first}>
          <summary>{t("instructions")}</summary>
          {spec.owner === "private" && (
            <p class="gc-private">
              <Icon name="private" />
              {t("private")}
            </p>
          )}
          <p>{spec.lead}</p>
          <ol>
            {spec.instructions.map((line) => (
              <li>{line}</li>
            ))}
          </ol>
        </details>
        {empty && (
          <div class="gc-empty">
            <p>{spec.empty}</p>
            {worked && (
              <button type="button" class="gc-plain gc-noprint" onClick={() => setExample(true)}>
                <Icon name="example" />
                {t("example_see")}
              </button>
            )}
          </div>
        )}
      </div>
      <div
        class="gc-work"
        ref={work}
        onInput={quiet}
        onClick={quiet}
        onInputCapture={use}
        onClickCapture={use}
        onKeyDownCapture={use}
      >
        <View ex={ex} answer={ex.answer} change={change} readOnly={false} />
      </div>
      {example && worked && (
        <Example
          ex={ex}
          onClose={() => setExample(false)}
          copy={() => {
            setExample(false);
            ex.change(worked);
          }}
        >
          <View ex={ex} answer={worked} change={() => {}} readOnly />
        </Example>
      )}
      <Toast said={said} close={t("close")} onClose={() => say({ text: "" })} />
    </section>
  );
}

// Undo and redo by keys, but in a text field, which has its own.
function travel(event: KeyboardEvent, ex: Pick<Exercise, "undo" | "redo">): void {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
  if ((event.target as Element).closest("textarea, input:not([type=radio], [type=checkbox])")) return;
  event.preventDefault();
  key === "y" || event.shiftKey ? ex.redo() : ex.undo();
}
