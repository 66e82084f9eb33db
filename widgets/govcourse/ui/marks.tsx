// Small marks: a chip, a progress, the steps of a way.
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon";

// A fact in few words, with what it means where it means something.
export function Chip(props: {
  icon?: IconName;
  means?: "good" | "warn" | "bad" | "note";
  children: ComponentChildren;
}) {
  return (
    <span class={`gc-chip${props.means ? ` ${props.means}` : ""}`}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}

// How far something has come; `said` is seen, `label` is only read aloud.
export function ProgressBar(props: { value: number; max: number; said?: string; label?: string }) {
  return (
    <label class="gc-progress">
      {props.said && <span>{props.said}</span>}
      <progress aria-label={props.label} max={props.max} value={props.value} />
    </label>
  );
}

// The steps of a way; the present one is marked, and one goes to another by its button.
export function Steps(props: {
  steps: { id: string; title: string; about?: string; label?: string }[];
  at: string;
  locked?: boolean;
  go: (id: string) => void;
}) {
  return (
    <ol class="gc-steps">
      {props.steps.map(({ id, title, about, label }) => (
        <li key={id}>
          <button
            type="button"
            disabled={props.locked}
            aria-current={id === props.at ? "step" : undefined}
            aria-label={label}
            onClick={() => props.go(id)}
          >
            {title}
            {about && <small>{about}</small>}
          </button>
        </li>
      ))}
    </ol>
  );
}
