// The plan's steps on a time line, whose bars are moved by pointer or arrow keys; the plan's own table says the same in words.
import { useRef } from "preact/hooks";
import { day } from "../../runtime/days";
import type { ViewProps } from "../../ui/shell";
import { Scroll } from "../../ui/table";
import type { Answer, GivenGoal, Step, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

const DAY = 86_400_000;
const days = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;
const [WIDTH, LEFT, ROW, TOP] = [960, 300, 30, 34];

export function Gantt(props: {
  ex: Props["ex"];
  goals: GivenGoal[];
  shift: (step: Step, days: number, how: string) => void;
}) {
  const { ex, goals, shift } = props;
  const { t, host } = ex;
  const svg = useRef<SVGSVGElement>(null);
  const held = useRef<{ step: Step; from: number; perDay: number; way: string } | null>(null);
  const dated = goals.flatMap((goal, g) =>
    (goal.steps ?? [])
      .map((step, s) => ({ step, goal, number: `${g + 1}.${s + 1}` }))
      .filter(({ step }) => step.end && !(step.start && step.end < step.start)),
  );
  if (!dated.length) return <p class="gc-card">{t("gantt_empty")}</p>;
  const spans = dated.map(({ step }) => [days(step.start || step.end!), days(step.end!)]);
  const from = Math.min(...spans.map((one) => one[0]));
  const to = Math.max(...spans.map((one) => one[1])) + 1;
  // A time line is read as a table is: names first, and time goes on in the direction of reading.
  const rtl = host.direction === "rtl";
  const at = (place: number) => (rtl ? WIDTH - place : place);
  const along = (day: number) => LEFT + ((day - from) / (to - from)) * (WIDTH - LEFT - 20);
  const x = (day: number) => at(along(day));
  const later = rtl ? "ArrowLeft" : "ArrowRight";
  const say = (day: number, how: Intl.DateTimeFormatOptions) =>
    new Date(day * DAY).toLocaleDateString(host.language, { timeZone: "UTC", ...how });
  const label = t("gantt_title", { count: dated.length, date: say(to - 1, { dateStyle: "medium" }) });
  const cut = (text: string) => ([...text].length > 30 ? [...text].slice(0, 29).join("") + "…" : text);
  return (
    <>
      <h4>{label}</h4>
      <Scroll label={t("tab_gantt")}>
        <svg
          ref={svg}
          class="gc-gantt"
          viewBox={`0 0 ${WIDTH} ${TOP + dated.length * ROW}`}
          role="group"
          onPointerMove={({ clientX }) => {
            const now = held.current;
            if (now) shift(now.step, Math.round((clientX - now.from) / now.perDay), now.way);
          }}
          onLostPointerCapture={() => (held.current = null)}
          aria-label={label}
          dir="ltr"
          text-anchor={rtl ? "end" : "start"}
        >
          {months(from, to)
            .filter((day) => along(day) < WIDTH - 70) // a name needs room before the edge
            .map((day) => (
              <g>
                <line stroke="var(--line-2)" x1={x(day)} x2={x(day)} y1={20} y2={TOP + dated.length * ROW} />
                <text x={at(along(day) + 3)} y={16}>
                  {say(day, { month: "short", year: "2-digit" })}
                </text>
              </g>
            ))}
          {dated.map(({ step, number }, index) => {
            const y = TOP + index * ROW;
            return (
              <g>
                <text x={at(0)} y={y + 18}>
                  {cut(`${number} ${step.step || t("untitled")}`)}
                </text>
                <rect
                  class="bar"
                  fill="var(--accent)"
                  role="button"
                  tabIndex={0}
                  aria-label={t("bar", { n: number, end: day(step.end, host.language) })}
                  onPointerDown={(event) => {
                    svg.current!.setPointerCapture(event.pointerId);
                    const perDay = (svg.current!.clientWidth / WIDTH) * (x(1) - x(0));
                    held.current = { step, from: event.clientX, perDay, way: "at" + event.timeStamp };
                  }}
                  onKeyDown={(event) => {
                    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
                    event.preventDefault();
                    shift(step, (event.key === later ? 1 : -1) * (event.shiftKey ? 7 : 1), "keys");
                  }}
                  x={Math.min(x(spans[index][0]), x(spans[index][1] + 1))}
                  y={y + 6}
                  width={along(spans[index][1] + 1) - along(spans[index][0])}
                  height={16}
                />
                {step.milestones
                  ?.filter((one) => one.date && days(one.date) >= from && days(one.date) <= to)
                  .map((one) => (
                    <circle
                      class="dot"
                      fill="var(--paper)"
                      stroke="var(--ink)"
                      cx={x(days(one.date!))}
                      cy={y + 14}
                      r={5}
                    />
                  ))}
              </g>
            );
          })}
        </svg>
      </Scroll>
      <p class="gc-note">{t("gantt_help")}</p>
    </>
  );
}

// First days of months between two days, thinned so that their names do not touch.
function months(from: number, to: number): number[] {
  const every = [1, 2, 3, 6, 12, 24, 60].find((one) => (to - from) / 30 / one <= 9) ?? 120;
  const starts: number[] = [];
  const date = new Date(from * DAY);
  for (let month = 0; ; month += 1) {
    const day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + month, 1) / DAY;
    if (day > to) return starts;
    const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + month;
    if (day >= from && index % every === 0) starts.push(day);
  }
}
