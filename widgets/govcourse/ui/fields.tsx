// What exercises are filled in with: labelled fields that say beside themselves why a value is refused.
import type { ComponentChildren, TextareaHTMLAttributes } from "preact";
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

type Typed = { currentTarget: { value: string } };

// A text field as high as its text, which is never clipped: the text stands once more behind it, unseen, and makes the room.
// A short one takes one paragraph; Enter there sends the form that it is in.
export function Text(
  props: {
    value: string | undefined;
    onValue: (value: string) => void;
    long?: boolean;
  } & Pick<
    TextareaHTMLAttributes,
    "id" | "maxLength" | "placeholder" | "aria-label" | "aria-describedby" | "aria-invalid"
  >,
) {
  const { value = "", onValue, long, ...rest } = props;
  return (
    <span class={`gc-text${long ? " long" : ""}`} data-text={value}>
      <textarea
        {...rest}
        rows={1}
        value={value}
        onInput={({ currentTarget }: Typed) =>
          onValue(long ? currentTarget.value : currentTarget.value.replace(/\s*\n\s*/g, " "))
        }
        onKeyDown={(event) => {
          if (long || event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
    </span>
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
  type?: "date" | "search" | "number";
  max?: number;
  id?: string;
}) {
  const id = useMemo(() => props.id ?? `gc-f-${Math.random().toString(36).slice(2, 9)}`, []);
  const described =
    [props.hint && `${id}-h`, props.error && `${id}-e`].filter(Boolean).join(" ") || undefined;
  const shared = {
    id,
    maxLength: props.max,
    "aria-describedby": described,
    "aria-invalid": props.error ? (true as const) : undefined,
  };
  // A number is typed as text: browsers' own fields for numbers drop what they do not understand.
  const type = (props.type === "number" ? "text" : props.type) as "text"; // JSX has no input that may be one or the other
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
      {type ? (
        <input
          {...shared}
          type={type}
          inputMode={props.type === "number" ? "decimal" : undefined}
          value={props.value ?? ""}
          onInput={({ currentTarget }: Typed) => props.onValue(currentTarget.value)}
        />
      ) : (
        <Text {...shared} long={props.long} value={props.value} onValue={props.onValue} />
      )}
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
      type="number"
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
