// Where an answer was refused: the control that made the change, or is called as the field; marked until the answer changes again.
import { useLayoutEffect, useMemo } from "preact/hooks";
import type { Exercise } from "../runtime/exercise";
import { place } from "../runtime/place";

const FILLED = "input:not([type=radio]), select, textarea";
const CONTROLS = "input, select, textarea, button, summary, [role=button]";

// Where it is, for people; `go` moves the focus there.
export interface Refusal {
  names: string[];
  go?: () => void;
}

// The fields in which two answers differ, each as ".goals.0".
function apart(one: unknown, other: unknown, at = ""): string[] {
  if (one === other) return [];
  if (!holds(one) || !holds(other)) return [at];
  return Object.keys({ ...one, ...other }).flatMap((key) => apart(one[key], other[key], `${at}.${key}`));
}

const holds = (value: unknown): value is Record<string, unknown> => !!value && typeof value === "object";

// Moves the focus to a control; where it is not seen, the browser lets it not have it, and what stands before it opens it.
function go(control: Element, work: Element): void {
  const all = [...work.querySelectorAll<HTMLElement>(CONTROLS)];
  const given = (one?: HTMLElement) => !one || (one.focus(), one.matches(":focus"));
  for (let at = all.indexOf(control as HTMLElement); !given(all[at]);) at--;
}

// Marks where the answer was refused; `said` is the id of what says why. Changes go through `change`, and what is used on the way
// through `use`, so that the control is known that made one: the last one first.
export function useRefused<Spec, Answer extends object>(
  ex: Exercise<Spec, Answer>,
  work: { current: Element | null },
  said: string,
) {
  const [use, change, changer] = useMemo(() => {
    let by: [field: string, control: Element | null][] = [];
    let used: Element | null = null;
    let made: Answer; // what else changes the answer leaves no trace: then nobody is known
    return [
      (event: Event): void => void (used = (event.target as Element).closest(CONTROLS)),
      (next: Answer, field?: string): void => {
        const before = ex.answer;
        ex.change(next, field);
        by = [
          ...apart(before, ex.answer).map((one): (typeof by)[0] => [one, used]),
          ...(before === made ? by : []),
        ].slice(0, 99);
        made = ex.answer;
      },
      // Who last changed a field, or something in it or around it.
      (field: string): Element | null => {
        const at = field && `.${field}`;
        const within = (one: string, other: string) => `${one}.`.startsWith(`${other}.`);
        const found = by.find(([one]) => within(one, at) || within(at, one))?.[1];
        return ex.answer === made && found?.isConnected ? found : null;
      },
    ] as const;
  }, [ex]);
  const { status } = ex;
  const field = status.kind === "problem" && status.code === "invalid" ? (status.field ?? "") : null;
  const names = useMemo(() => (field ? place(ex.spec.outline, ex.answer, field, ex.t) : []), [status]);
  const find = () => changer(field!);
  const found = useMemo(() => (field === null ? null : find()), [status]);
  useLayoutEffect(() => {
    if (!found) return;
    const described = found.getAttribute("aria-describedby");
    found.toggleAttribute("data-refused", true);
    found.setAttribute("aria-describedby", described ? `${described} ${said}` : said);
    if (found.matches(FILLED)) found.setAttribute("aria-invalid", "true");
    return () => {
      for (const one of ["data-refused", "aria-describedby", "aria-invalid"]) found.removeAttribute(one);
      if (described) found.setAttribute("aria-describedby", described);
    };
  }, [status]);
  const refused: Refusal | undefined =
    field === null ? undefined : { names, go: found ? () => go(find() ?? found, work.current!) : undefined };
  return { refused, change, use };
}
