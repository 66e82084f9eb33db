// What each step of the debrief shows: figures first in words, then as a chart with its table.
import type { FunctionComponent } from "preact";
import type { Around } from "../../runtime/exercise";
import { listed } from "../../runtime/listed";
import { Fields } from "../../ui/fields";
import type { ViewProps } from "../../ui/shell";
import { Chart } from "../../ui/chart";
import { Scroll } from "../../ui/table";
import type { Debrief, DimensionFigures, Distribution } from "../../assessment/shapes";
import type { Answer, Told } from "./shapes";
import { number, percent, Vignettes } from "./vignettes";

type Props = ViewProps<Told, Answer>;

export interface Shown {
  ex: Around<Told>;
  figures: Debrief; // the room's, or one's own
  own: Debrief | null;
  room: Debrief | null;
  answer: Answer;
  change: Props["change"];
  readOnly: boolean;
}

const statement = (ex: Around<Told>, id: string): string =>
  ex.spec.instrument.dimensions.flatMap((dimension) => dimension.statements).find((one) => one.id === id)!
    .text;

// The dimensions below their target, the widest gap first.
export const gapsOf = (figures: Debrief): DimensionFigures[] =>
  figures.gaps.flatMap((id) => figures.dimensions.find((row) => row.id === id) ?? []);
const scored = (figures: Debrief): DimensionFigures[] => figures.dimensions.filter((row) => row.n > 0);

function Who({ ex, figures, room }: Shown) {
  const { t } = ex;
  return (
    <>
      <dl class="gc-figures">
        {[
          [t("who_n"), room ? String(figures.n) : t("who_you")],
          [t("who_missing"), percent(ex, figures.missing)],
          [t("who_unknown"), percent(ex, figures.dont_know)],
          [t("who_evidence"), percent(ex, figures.evidence)],
        ].map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {room && figures.retired > 0 && <p>{t("retired", { n: figures.retired })}</p>}
    </>
  );
}

function Dimensions({ ex, figures, room }: Shown) {
  const { t } = ex;
  const rows = scored(figures);
  if (!rows.length) return null;
  const widest = [...rows].sort((a, b) => b.iqr! - a.iqr!)[0];
  return (
    <>
      <Chart
        ex={ex}
        title={
          widest.iqr! > 0
            ? t("dimensions_title", { title: widest.title, iqr: number(ex, widest.iqr) })
            : t("dimensions_even")
        }
        says={t(room ? "dimensions_says" : "dimensions_says_own")}
        chart="dimensions"
        rows={rows}
        head={["dimension", "n", "unknown_share", "median", "quartiles", "mean", "consensus", "target"].map(
          (key) => t(key),
        )}
        table={rows.map((row) => [
          row.title,
          row.n,
          percent(ex, row.dont_know),
          number(ex, row.median),
          `${number(ex, row.q1)}–${number(ex, row.q3)}`,
          number(ex, row.score),
          number(ex, row.consensus, 2),
          number(ex, row.target),
        ])}
      />
      {room && <Vignettes ex={ex} figures={figures} />}
    </>
  );
}

function Disagreement({ ex, figures, room }: Shown) {
  const { t, spec } = ex;
  // Alone there is nobody to disagree with: then the responses within a dimension are looked at.
  const disputed: [string, Distribution][] = room
    ? figures.disagreement.map((id) => [statement(ex, id), figures.statements[id]])
    : scored(figures)
        .filter((row) => row.n > 1 && row.consensus! < 1)
        .sort((a, b) => a.consensus! - b.consensus!)
        .map((row) => [row.title, row]);
  if (!disputed.length) return <p class="gc-card">{t(room ? "agree_all" : "agree_own")}</p>;
  const labels = [1, 2, 3, 4, 5].map(
    (value) => spec.instrument.scale.find((step) => step.value === value)!.label,
  );
  return (
    <>
      <ul class="gc-legend">
        {labels.map((label, index) => (
          <li>
            <span style={{ background: `var(--step-${index + 1})` }} aria-hidden="true" /> {label}
          </li>
        ))}
      </ul>
      <Chart
        ex={ex}
        title={t(room ? "disagree_title" : "disagree_title_own", { title: disputed[0][0] })}
        says={t("disagree_says", { consensus: number(ex, disputed[0][1].consensus, 2) })}
        chart="distributions"
        rows={disputed.flatMap(([title, one]) =>
          labels.map((label, index) => ({ title, label, step: index + 1, share: one.counts[index] / one.n })),
        )}
        head={[t(room ? "statement" : "dimension"), t("consensus"), ...labels, t("with_evidence")]}
        table={disputed.map(([title, one]) => [
          title,
          number(ex, one.consensus, 2),
          ...one.counts,
          one.evidence,
        ])}
      />
      {spec.instrument.dimensions.flatMap(({ statements: [{ id, absent }] }) =>
        absent && figures.statements[id].absent > 0 ? (
          <p>{t("absent", { label: absent, n: figures.statements[id].absent })}</p>
        ) : (
          []
        ),
      )}
    </>
  );
}

const FAR = 3; // of the strongest and of the weakest on one page of the projector

function Extremes({ ex, figures }: Shown) {
  const { t } = ex;
  if (figures.strongest.length < 2) return null;
  const most = ex.host.name === "projector" ? FAR : figures.strongest.length;
  const strong = figures.strongest.slice(0, most);
  const weak = figures.weakest.filter((id) => !figures.strongest.includes(id)).slice(0, most);
  const rows = [
    ...strong.map((id) => ({ id, group: "strong" })),
    ...[...weak].reverse().map((id) => ({ id, group: "weak" })),
  ].map((row) => ({ ...row, title: statement(ex, row.id), ...figures.statements[row.id] }));
  return (
    <Chart
      ex={ex}
      title={t("extremes_title", {
        strong: statement(ex, figures.strongest[0]),
        weak: statement(ex, figures.weakest[0]),
      })}
      says={t("extremes_says")}
      chart="extremes"
      rows={rows}
      head={["statement", "group", "mean", "median", "consensus"].map((key) => t(key))}
      table={rows.map((row) => [
        row.title,
        t(`group_${row.group}`),
        number(ex, row.mean),
        number(ex, row.median),
        number(ex, row.consensus, 2),
      ])}
    />
  );
}

function Gaps({ ex, figures }: Shown) {
  const { t, spec } = ex;
  const rows = gapsOf(figures);
  if (!rows.length) return <p class="gc-card">{t("gaps_none")}</p>;
  return (
    <>
      <Chart
        ex={ex}
        title={t("gaps_title", { title: rows[0].title, gap: number(ex, rows[0].gap) })}
        says={t("gaps_says")}
        chart="gaps"
        rows={rows}
        head={["dimension", "today", "target", "gap"].map((key) => t(key))}
        table={rows.map((row) => [
          row.title,
          number(ex, row.score),
          number(ex, row.target),
          number(ex, row.gap),
        ])}
      />
      {ex.host.name !== "projector" && (
        <>
          <h5>{t("gaps_help")}</h5>
          <ul>
            {rows.map((row) => (
              <li>
                <strong>{listed(t, [row.title, " "], "name_and_text")}</strong>
                {t("help_pillars", {
                  list: listed(t, spec.helps[row.id].pillars, "two_parts"),
                })}{" "}
                {t("help_cases", {
                  list: listed(
                    t,
                    spec.helps[row.id].cases.map((one) => one.title),
                    "two_parts",
                  ),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Own({ ex, own, room }: Shown) {
  const { t } = ex;
  if (!room) return <p class="gc-card">{t("own_alone")}</p>;
  const rows = room.dimensions
    .map((row, index) => ({
      title: row.title,
      room: row.score,
      mine: own?.dimensions[index].score ?? null,
    }))
    .filter((row) => row.room !== null && row.mine !== null);
  if (!rows.length) return <p class="gc-card">{t("own_missing")}</p>;
  const apart = [...rows].sort((a, b) => Math.abs(b.mine! - b.room!) - Math.abs(a.mine! - a.room!))[0];
  return (
    <Chart
      ex={ex}
      title={t("own_title", {
        title: apart.title,
        mine: number(ex, apart.mine),
        room: number(ex, apart.room),
      })}
      says={t("own_says")}
      chart="own"
      rows={rows}
      head={[t("dimension"), t("own_mine"), t("own_room")]}
      table={rows.map((row) => [row.title, number(ex, row.mine), number(ex, row.room)])}
    />
  );
}

function Forward({ ex, figures, answer, change, readOnly }: Shown) {
  const { t } = ex;
  const rows = gapsOf(figures);
  const carried = answer.carried ?? [];
  if (!rows.length) return <p class="gc-card">{t("gaps_none")}</p>;
  return (
    <Fields ex={ex} locked={readOnly}>
      <p>{t("forward_how")}</p>
      {rows.map((row) => (
        <label class="gc-check">
          <input
            type="checkbox"
            checked={carried.some((one) => one.id === row.id)}
            onChange={(event) =>
              change({
                ...answer,
                carried: event.currentTarget.checked
                  ? [
                      ...carried,
                      {
                        id: row.id,
                        name: t("bring_gap", { dimension: row.title }),
                        note: t("bring_gap_note", { today: number(ex, row.score), target: row.target! }),
                      },
                    ]
                  : carried.filter((one) => one.id !== row.id),
              })
            }
          />
          <span>{t("forward_take", { title: row.title, gap: number(ex, row.gap) })}</span>
        </label>
      ))}
    </Fields>
  );
}

export const STEPS: Record<string, FunctionComponent<Shown>> = {
  who: Who,
  dimensions: Dimensions,
  disagreement: Disagreement,
  extremes: Extremes,
  gaps: Gaps,
  own: Own,
  forward: Forward,
};
