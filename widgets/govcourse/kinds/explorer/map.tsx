// The regions as a map: drawn at build time from Natural Earth's public-domain shapes, with buttons that say the same.
import type { Around } from "../../runtime/exercise";
import { HEIGHT, SHAPES, WIDTH } from "virtual:regions";

export function RegionMap(props: {
  ex: Around;
  regions: { value: string; count: number }[];
  chosen: string;
  choose: (region: string) => void;
}) {
  const { ex, regions, chosen, choose } = props;
  const { t } = ex;
  const count = (region: string) => regions.find((one) => one.value === region)?.count ?? 0;
  return (
    <figure class="gc-map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {Object.entries(SHAPES).map(([region, path]) => (
          <path
            d={path}
            class={region === chosen ? "chosen" : count(region) ? "has" : ""}
            onClick={() => count(region) && choose(region)}
          />
        ))}
      </svg>
      <figcaption class="gc-row" role="group" aria-label={t("regions")}>
        {regions.map((one) => (
          <button type="button" aria-pressed={one.value === chosen} onClick={() => choose(one.value)}>
            {t(one.value)} ({one.count})
          </button>
        ))}
      </figcaption>
    </figure>
  );
}
