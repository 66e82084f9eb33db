// A setting of the room as a check box: it shows at once what was asked, and from then on what the room tells.
import { useEffect, useState } from "preact/hooks";

interface Props {
  label: string;
  on: boolean; // as the room tells it
  set: (on: boolean) => Promise<boolean>; // whether it was taken
}

export function Switch({ label, on, set }: Props) {
  // A count that comes in before the answer must not take back what was just asked.
  const [asked, setAsked] = useState<boolean | null>(null);
  useEffect(() => setAsked(null), [on]);
  const change = async (wanted: boolean) => {
    setAsked(wanted);
    if (!(await set(wanted))) setAsked(null);
  };
  return (
    <label class="row">
      <input
        type="checkbox"
        checked={asked ?? on}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
