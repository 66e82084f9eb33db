// A response of an assessment: a step of its scale, or one of the other answers.
import type { ComponentChildren } from "preact";
import type { Instrument } from "../assessment/shapes";
import type { Around } from "../runtime/exercise";

export const SCALE = [1, 2, 3, 4, 5];

// What a step is called.
export const labelOf = (instrument: Instrument, value: number | null | undefined): string =>
  instrument.scale.find((step) => step.value === value)?.label ?? "";

// `given` and `onChoice` are a step, or the key of one of the `others`, which are by key.
export function Scale(props: {
  ex: Around<{ instrument: Instrument }>;
  name: string;
  legend: string;
  about?: ComponentChildren;
  given: number | string | null | undefined;
  others?: Record<string, string>;
  onChoice: (value: number | string) => void;
}) {
  const { ex, name, legend, about, given, others = {}, onChoice } = props;
  const { scale } = ex.spec.instrument;
  const choices = [
    ...scale.map(({ value, label }) => ({ key: value, label })),
    ...Object.entries(others).map(([key, label]) => ({ key, label })),
  ];
  return (
    <fieldset>
      <legend>{legend}</legend>
      {about}
      <div class="gc-scale">
        {choices.map(({ key, label }) => (
          <label
            class={typeof key === "string" ? "gc-dk" : ""}
            data-key={typeof key === "number" ? key : undefined}
          >
            <input
              type="radio"
              name={`${ex.spec.id}-${name}`}
              value={key}
              checked={given === key}
              onChange={() => onChoice(key)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
