// Icons of Lucide, those that are used; beside each stands a text that is seen or read aloud.
import Bad from "lucide/dist/esm/icons/circle-alert.mjs";
import BringIn from "lucide/dist/esm/icons/between-horizontal-start.mjs";
import Clock from "lucide/dist/esm/icons/clock.mjs";
import Close from "lucide/dist/esm/icons/x.mjs";
import Done from "lucide/dist/esm/icons/check.mjs";
import Down from "lucide/dist/esm/icons/thumbs-down.mjs";
import Example from "lucide/dist/esm/icons/lightbulb.mjs";
import Menu from "lucide/dist/esm/icons/ellipsis.mjs";
import People from "lucide/dist/esm/icons/users.mjs";
import Private from "lucide/dist/esm/icons/lock.mjs";
import Redo from "lucide/dist/esm/icons/redo-2.mjs";
import Undo from "lucide/dist/esm/icons/undo-2.mjs";
import Up from "lucide/dist/esm/icons/thumbs-up.mjs";
import { h } from "preact";

export const ICONS = {
  bad: Bad,
  bring: BringIn,
  clock: Clock,
  close: Close,
  done: Done,
  down: Down,
  example: Example,
  menu: Menu,
  people: People,
  private: Private,
  redo: Redo,
  undo: Undo,
  up: Up,
};
export type IconName = keyof typeof ICONS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`gc-icon gc-icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {ICONS[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

// A button that shows an icon alone: its name is read aloud, and shown by a pointer that rests on it.
export function IconButton(props: {
  icon: IconName;
  label: string;
  keys?: string; // as `aria-keyshortcuts` has them
  disabled?: boolean;
  onClick: () => void;
}) {
  const { icon, label, keys } = props;
  return (
    <button
      type="button"
      class="gc-plain gc-round"
      title={label}
      aria-label={label}
      aria-keyshortcuts={keys}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
