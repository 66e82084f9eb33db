// Bars on a scale with a ring for the target; the table beside it says the same in words.
import { useRef } from "preact/hooks";
import type { Host } from "../runtime/types";
import { useNarrow } from "./shell";

export interface ProfileRow {
  title: string;
  value: number | null;
  target: number | null;
  shown: string; // the value in words
}

export function Profile({
  host,
  rows,
  label,
  ticks,
}: {
  host: Pick<Host, "direction">;
  rows: ProfileRow[];
  label: string;
  ticks: { value: number; title: string }[];
}) {
  const place = useRef<SVGSVGElement>(null);
  const narrow = useNarrow(place);
  const [width, left, step] = [narrow ? 340 : 720, 4, 58];
  const end = narrow ? 96 : 170; // room for the words at the end
  const [low, high] = [ticks[0].value, ticks.at(-1)!.value];
  // It begins where its language does: `along` is counted from there, and `at` from the left.
  const rtl = host.direction === "rtl";
  const at = (along: number) => (rtl ? width - along : along);
  const along = (value: number) => left + ((value - low) / (high - low || 1)) * (width - 2 * left - end);
  const zero = low < 0 ? along(0) : left;
  const bar = (from: number, long: number) => ({ x: Math.min(at(from), at(from + long)), width: long });
  const numbers = ticks.every((tick) => tick.title === String(tick.value));
  return (
    <svg
      ref={place}
      class="gc-profile"
      viewBox={`0 0 ${width} ${rows.length * step + 34}`}
      role="img"
      aria-label={label}
      dir="ltr"
      text-anchor={rtl ? "end" : "start"}
    >
      {rows.map((row, index) => {
        const y = index * step + 18;
        return (
          <g>
            <text x={at(left)} y={y}>
              {row.title}
            </text>
            <rect class="track" {...bar(left, along(high) - left)} y={y + 8} height={16} rx={3} />
            {row.value !== null && (
              <rect
                class={row.value < 0 ? "bar below" : "bar"}
                {...bar(Math.min(zero, along(row.value)), Math.max(3, Math.abs(along(row.value) - zero)))}
                y={y + 8}
                height={16}
                rx={3}
              />
            )}
            {row.target !== null && <circle class="target" cx={at(along(row.target))} cy={y + 16} r={9} />}
            <text x={at(along(high) + 16)} y={y + 21}>
              {row.shown}
            </text>
          </g>
        );
      })}
      {numbers &&
        ticks.map((tick) => (
          <text
            x={at(along(tick.value))}
            y={rows.length * step + 24}
            text-anchor={tick.value === low ? undefined : "middle"}
          >
            {tick.title}
          </text>
        ))}
    </svg>
  );
}
