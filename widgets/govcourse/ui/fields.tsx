// What exercises are filled in with: labelled fields that say beside themselves why a value is refused.
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Around } from "../runtime/exercise";
import type { Say } from "../runtime/outline";

// What is filled in: locked while the example is shown. Ways of looking at it stay outside.
export function Fields({
  ex,
  locked,
  children,
}: {
  ex: Around;
  locked: boolean;
  children: ComponentChildren;
}) {
  return (
    <fieldset disabled={locked}>
      <legend class="gc-hidden">{ex.t(locked ? "example_legend" : "answer_legend")}</legend>
      {children}
    </fieldset>
  );
}

// A labelled text field that shows beside itself why a value is refused.
export function TextField(props: {
  label: string;
  value: string | undefined;
  onValue: (value: string) => void;
  hint?: string;
  error?: string;
  long?: boolean;
  type?: "date" | "search";
  max?: number;
  readOnly?: boolean;
  id?: string;
}) {
  const id = useMemo(() => props.id ?? `gc-f-${Math.random().toString(36).slice(2, 9)}`, []);
  const described =
    [props.hint && `${id}-h`, props.error && `${id}-e`].filter(Boolean).join(" ") || undefined;
  const type = (props.type ?? "text") as "text"; // JSX has no input that may be one or the other
  const shared = {
    id,
    value: props.value ?? "",
    maxLength: props.max,
    "aria-describedby": described,
    "aria-invalid": props.error ? true : undefined,
    onInput: (event: { currentTarget: { value: string } }) => props.onValue(event.currentTarget.value),
  };
  return (
    <div>
      <label for={id} class="gc-label">
        {props.label}
      </label>
      {props.hint && (
        <small id={`${id}-h`} style={{ display: "block" }}>
          {props.hint}
        </small>
      )}
      {props.long ? <textarea {...shared} /> : <input type={type} {...shared} />}
      {props.error && (
        <p class="gc-error" id={`${id}-e`}>
          {props.error}
        </p>
      )}
    </div>
  );
}

// One of several, or none, without a label that is seen.
export function Pick(props: {
  label: string;
  none: string;
  value: string | undefined;
  options: { id: string; title?: string }[];
  onPick: (id: string) => void;
}) {
  return (
    <select
      aria-label={props.label}
      value={props.value ?? ""}
      onChange={(event) => props.onPick(event.currentTarget.value)}
    >
      <option value="">{props.none}</option>
      {props.options.map((option) => (
        <option value={option.id}>{option.title}</option>
      ))}
    </select>
  );
}

// A number as it is typed: "1,5" and "1.5" both count; what is no number stays visible, with the reason.
export function NumberField(props: {
  label: string;
  value: number | null | undefined;
  onValue: (value: number | null) => void;
  t: Say;
  min?: number;
  max?: number;
  hint?: string;
}) {
  const shown = (value: number | null | undefined) => (value == null ? "" : String(value));
  const [typed, setTyped] = useState(shown(props.value));
  const number = parse(typed);
  const wrong =
    (typed.trim() !== "" && number === null) ||
    (number !== null && (number < (props.min ?? -1e15) || number > (props.max ?? 1e15)));
  useEffect(() => {
    if ((wrong ? null : number) !== (props.value ?? null)) setTyped(shown(props.value));
  }, [props.value]);
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      value={typed}
      error={
        wrong
          ? props.max !== undefined
            ? props.t("number_between", { min: props.min ?? "", max: props.max })
            : props.t("number_wrong")
          : undefined
      }
      onValue={(text) => {
        setTyped(text);
        const value = parse(text);
        const fits = value !== null && value >= (props.min ?? -1e15) && value <= (props.max ?? 1e15);
        if (fits || text.trim() === "") props.onValue(fits ? value : null);
      }}
    />
  );
}

function parse(text: string): number | null {
  const clean = text
    .trim()
    .replace(/[\s’']/g, "")
    .replace(/,(\d{3})(?=\D|$)/g, "$1")
    .replace(",", ".");
  return clean === "" || !Number.isFinite(Number(clean)) ? null : Number(clean);
}

export const newId = (): string => Math.random().toString(36).slice(2, 10);

// A list in which one entry stands at another place.
export function moved<T>(list: T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

// What a list has at `id`, changed: the rest stays as it was.
export const changed = <T extends { id: string }>(list: T[], id: string, values: Partial<T>): T[] =>
  list.map((one) => (one.id === id ? { ...one, ...values } : one));

export const today = (): string => {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
