// The room's dimensions beside those of an earlier room, with what a change can mean; of fewer than five nothing is said.
import type { Around } from "../../runtime/exercise";
import type { Debrief, Kept } from "../../assessment/shapes";
import { signed, towards } from "../../runtime/numbers";
import { Table } from "../../ui/table";
import { number } from "./vignettes";
import type { Told } from "./shapes";
import { day } from "../../runtime/days";

const FEW = 5;

export function Before({ ex, figures, before }: { ex: Around<Told>; figures: Debrief; before: Kept }) {
  const { t } = ex;
  const rows = figures.dimensions.map((row) => ({
    row,
    then: before.dimensions[row.id] ?? null,
    now: row.respondents >= FEW && row.score !== null ? row : null,
  }));
  const changes = rows.flatMap(({ row, then, now }) =>
    then && now ? [{ title: row.title, by: now.score! - then.score }] : [],
  );
  const most = [...changes].sort((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
  const by = (value: number) => signed(value, ex.host.language);
  return (
    <>
      <p>
        <strong>{most ? t("before_title", { title: most.title, by: by(most.by) }) : t("before_none")}</strong>
      </p>
      <Table
        label={t("before_label", {
          title: before.title,
          date: day(before.on, ex.host.language),
          n: before.n,
          now: figures.n,
        })}
        head={[t("dimension"), t("before_then"), t("before_now"), t("before_change"), t("before_consensus")]}
        rows={rows.map(({ row, then, now }) => [
          row.title,
          then ? `${number(ex, then.score)} (${then.respondents})` : t("before_few"),
          now ? `${number(ex, now.score)} (${now.respondents})` : t("before_few"),
          then && now ? by(now.score! - then.score) : "–",
          then && now
            ? `${number(ex, then.consensus, 2)} ${towards(ex.host)} ${number(ex, now.consensus, 2)}`
            : "–",
        ])}
      />
      <ul class="gc-note">
        <li>{t("before_can")}</li>
        <li>{t("before_cannot")}</li>
      </ul>
    </>
  );
}
