// A setting of the room as a check box: it shows at once what was asked, and from then on what the room tells.
import { useState } from "preact/hooks";

interface Props {
  label: string;
  on: boolean; // as the room tells it
  set: (on: boolean) => Promise<boolean>; // whether it was taken
}

export function Switch({ label, on, set }: Props) {
  // What the room told when it was asked for the contrary. A count that comes in before the answer takes nothing back.
  const [asked, setAsked] = useState<boolean | null>(null);
  if (asked === !on) setAsked(null);
  const shown = asked === on ? !on : on;
  const change = async () => {
    setAsked(shown === on ? on : null);
    if (!(await set(!shown))) setAsked(null);
  };
  return (
    <label class="check">
      <input type="checkbox" checked={shown} onChange={change} />
      <span>{label}</span>
    </label>
  );
}
