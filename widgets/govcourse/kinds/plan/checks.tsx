// What a plan lacks, and why it matters.
import type { Around } from "../../runtime/exercise";
import type { Finding, GivenGoal } from "./shapes";

export function Checks({ ex, goals, found }: { ex: Around; goals: GivenGoal[]; found: Finding[] }) {
  const { t } = ex;
  if (!goals.length) return <p class="gc-card">{t("checks_empty")}</p>;
  if (!found.length) return <p class="gc-card">{t("checks_fine")}</p>;
  return (
    <ul>
      {found.map((one) => (
        <li>
          {t(`check_${one.code}`, {
            ...one,
            goal: one.goal || t("untitled"),
            step: one.step || t("untitled"),
            kpi: one.kpi || t("untitled"),
          })}
          <br />
          <small>{t(`why_${one.code}`)}</small>
        </li>
      ))}
    </ul>
  );
}
