// What the whole plan lacks and why it matters: the first thing, and the others behind it.
import type { Around } from "../../runtime/exercise";
import { Icon } from "../../ui/icon";
import { ranked } from "./rules";
import type { Finding } from "./shapes";

export function Checks({ ex, found }: { ex: Around; found: Finding[] }) {
  const { t } = ex;
  const named = (name?: string) => name || t("untitled");
  const [first, ...others] = ranked(found).map((one) => (
    <>
      <strong>
        {t(`check_${one.code}`, {
          ...one,
          goal: named(one.goal),
          step: named(one.step),
          kpi: named(one.kpi),
        })}
      </strong>{" "}
      {t(`why_${one.code}`)}
    </>
  ));
  return (
    <section class="gc-card" aria-label={t("checks")}>
      <p class="gc-advice">
        <Icon name={first ? "example" : "done"} />
        <span>{first ?? t("checks_fine")}</span>
      </p>
      {others.length > 0 && (
        <details>
          <summary>{t("checks_more", { count: others.length })}</summary>
          <ul>
            {others.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
