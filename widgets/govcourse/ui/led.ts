// The phase into which a facilitator has taken the room; null where everybody goes their own way.
import { useEffect, useState } from "preact/hooks";
import type { Around } from "../runtime/exercise";
import type { Told } from "../runtime/types";

export function useLed({ spec }: Around<Told>): string | null {
  const [led, setLed] = useState(spec.led);
  useEffect(() => {
    const told = (event: Event) => {
      const { activity, phase } = (event as CustomEvent).detail;
      if (activity === spec.id) setLed(phase);
    };
    addEventListener("govcourse-phase", told);
    return () => removeEventListener("govcourse-phase", told);
  }, []);
  return led;
}
