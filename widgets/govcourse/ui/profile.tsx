// Bars on a scale with a ring for the target; the table beside it says the same in words.
import { useRef } from "preact/hooks";
import { useNarrow } from "./shell";

export interface ProfileRow {
  title: string;
  value: number | null;
  target: number | null;
  shown: string; // the value in words
}

export function Profile({
  rows,
  label,
  ticks,
}: {
  rows: ProfileRow[];
  label: string;
  ticks: { value: number; title: string }[];
}) {
  const place = useRef<SVGSVGElement>(null);
  const narrow = useNarrow(place);
  const [width, left, step] = [narrow ? 340 : 720, 4, 58];
  const end = narrow ? 96 : 170; // room for the words at the right
  const [low, high] = [ticks[0].value, ticks.at(-1)!.value];
  const x = (value: number) => left + ((value - low) / (high - low || 1)) * (width - 2 * left - end);
  const zero = low < 0 ? x(0) : left;
  const numbers = ticks.every((tick) => tick.title === String(tick.value));
  return (
    <svg
      ref={place}
      class="gc-profile"
      viewBox={`0 0 ${width} ${rows.length * step + 34}`}
      role="img"
      aria-label={label}
      dir="ltr"
    >
      {rows.map((row, index) => {
        const y = index * step + 18;
        return (
          <g>
            <text x={left} y={y}>
              {row.title}
            </text>
            <rect class="track" x={left} y={y + 8} width={x(high) - left} height={16} rx={3} />
            {row.value !== null && (
              <rect
                class={row.value < 0 ? "bar below" : "bar"}
                x={Math.min(zero, x(row.value))}
                y={y + 8}
                width={Math.max(3, Math.abs(x(row.value) - zero))}
                height={16}
                rx={3}
              />
            )}
            {row.target !== null && <circle class="target" cx={x(row.target)} cy={y + 16} r={9} />}
            <text x={x(high) + 16} y={y + 21}>
              {row.shown}
            </text>
          </g>
        );
      })}
      {numbers &&
        ticks.map((tick) => (
          <text
            x={x(tick.value)}
            y={rows.length * step + 24}
            text-anchor={tick.value === low ? "start" : "middle"}
          >
            {tick.title}
          </text>
        ))}
    </svg>
  );
}
