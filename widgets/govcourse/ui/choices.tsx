// Choosing: options in a named group, and ways of looking at an exercise.
import { Fragment, type ComponentChildren } from "preact";

interface Option {
  id: string;
  title: string;
  about?: string | null;
  mark?: string;
  said?: ComponentChildren; // of this option, below it
}

// One of several, or several of them, as native radio buttons or check boxes in a named group.
export function Choices(props: {
  legend: string;
  hint?: string;
  name: string;
  options: Option[];
  chosen: string[];
  several?: boolean;
  full?: boolean; // no more may be ticked
  onChoose: (chosen: string[]) => void;
  className?: string;
}) {
  const { chosen, several } = props;
  return (
    <fieldset class="gc-choices">
      <legend>{props.legend}</legend>
      {props.hint && <small>{props.hint}</small>}
      <div class={props.className ?? ""}>
        {props.options.map((option) => (
          <Fragment key={option.id}>
            <label data-mark={option.mark}>
              <input
                type={several ? "checkbox" : "radio"}
                name={props.name}
                value={option.id}
                checked={chosen.includes(option.id)}
                disabled={several && props.full && !chosen.includes(option.id)}
                onChange={(event) =>
                  props.onChoose(
                    !several
                      ? [option.id]
                      : event.currentTarget.checked
                        ? [...chosen, option.id]
                        : chosen.filter((one) => one !== option.id),
                  )
                }
              />
              <span>
                {option.title}
                {option.about && <small>{option.about}</small>}
              </span>
            </label>
            {option.said}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}

// Different ways of looking at one exercise; the chosen one is pressed.
export function Views(props: {
  label: string;
  views: { id: string; title: string }[];
  shown: string;
  show: (id: string) => void;
}) {
  return (
    <div class="gc-tabs gc-noprint" role="group" aria-label={props.label}>
      {props.views.map((view) => (
        <button type="button" aria-pressed={props.shown === view.id} onClick={() => props.show(view.id)}>
          {view.title}
        </button>
      ))}
    </div>
  );
}
