// A countdown that is seen by all and spoken at a few moments; it says at its end how long it took.
import { useEffect, useRef, useState } from "preact/hooks";
import { clock } from "../runtime/clock";
import type { Around } from "../runtime/exercise";

const SPOKEN = [300, 60, 30, 10]; // seconds left at which a screen reader is told

export function Timer(props: {
  ex: Around;
  title: string;
  limit: number; // seconds
  last?: number | null;
  onDone?: (seconds: number) => void;
}) {
  const { limit, last } = props;
  const { t } = props.ex;
  const [started, setStarted] = useState<number | null>(null);
  const [passed, setPassed] = useState(0);
  const tick = useRef(0);
  useEffect(() => () => clearInterval(tick.current), []);
  const start = () => {
    const from = Date.now();
    setStarted(from);
    setPassed(0);
    tick.current = window.setInterval(() => setPassed(Math.floor((Date.now() - from) / 1000)), 250);
  };
  const stop = () => {
    clearInterval(tick.current);
    props.onDone?.(Math.min(36000, Math.round((Date.now() - started!) / 1000)));
    setStarted(null);
  };
  const left = limit - passed;
  const words =
    started === null
      ? ""
      : left <= 0
        ? t("time_over")
        : SPOKEN.includes(left)
          ? t("time_left", { time: clock(left) })
          : "";
  return (
    <div class="gc-row gc-timer gc-noprint" role="group" aria-label={props.title}>
      <p
        class={`gc-clock${started !== null && left < 0 ? " gc-late" : ""}`}
        role="timer"
        aria-live="off"
        aria-label={props.title}
      >
        {clock(started === null ? limit : left)}
      </p>
      <button type="button" onClick={started === null ? start : stop}>
        {started === null ? t("timer_start") : t("timer_stop")}
      </button>
      {last != null && started === null && <span>{t("timer_last", { time: clock(last) })}</span>}
      <p class="gc-hidden" role="status">
        {words}
      </p>
    </div>
  );
}
