// One thing more: a field for it and the button beside; the field is empty again once it was added.
import { useState } from "preact/hooks";
import { TextField } from "./fields";

export function Add(props: {
  label: string;
  hint?: string;
  max: number;
  button: string;
  quiet?: boolean; // another button is the main one
  starts?: string | null; // what each begins with
  full: boolean; // there may be no more
  add: (text: string) => void;
}) {
  const { label, hint, max, full } = props;
  const start = props.starts ? `${props.starts} ` : "";
  const [text, setText] = useState(start);
  return (
    <form
      class="gc-row gc-noprint gc-add"
      onSubmit={(event) => {
        event.preventDefault();
        const given = text.trim();
        if (!given || given === start.trim() || full) return;
        const begun = given.toLowerCase().startsWith(start.trim().toLowerCase());
        props.add(begun ? given : start + given);
        setText(start);
      }}
    >
      <div class="gc-grow">
        <TextField {...{ label, hint, max }} value={text} onValue={setText} />
      </div>
      <button type="submit" class={props.quiet ? "" : "gc-main"} disabled={full}>
        {props.button}
      </button>
    </form>
  );
}
