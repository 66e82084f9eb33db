// What an entry is worth in money: what is known of it, and what two formulas make of that.
import type { Around } from "../../runtime/exercise";
import { percent } from "../../runtime/numbers";
import { NumberField } from "../../ui/fields";
import { byWorkshop, expected } from "./rules";
import type { Money, Told } from "./shapes";

const SHARES = { min: 0, max: 1 };
const ASKED: [keyof Money, object][] = [
  ["benefits", {}],
  ["costs", {}],
  ["probability", SHARES],
  ["pilot", {}],
  ["go_on", SHARES],
];

export function Worth(props: {
  ex: Around<Told>;
  money: Money;
  set: (name: keyof Money, value: number | null) => void;
}) {
  const { ex, money, set } = props;
  const { t, host } = ex;
  const worth = expected(money);
  const number = (value: number | null | undefined) => (value ?? 0).toLocaleString(host.language);
  const said = Object.fromEntries(ASKED.map(([name]) => [name, number(money[name])]));
  const staged = money.pilot != null && money.go_on != null;
  const { benefits, costs } = money;
  return (
    <fieldset>
      <legend>{t("money")}</legend>
      <small>{t("money_hint")}</small>
      <div class="gc-grid">
        {ASKED.map(([name, bounds]) => (
          <NumberField
            key={name}
            t={t}
            label={t(name)}
            {...bounds}
            value={money[name]}
            onValue={(value) => set(name, value)}
          />
        ))}
      </div>
      {worth !== null && (
        <div role="status">
          <p>
            <strong>{t(staged ? "staged_is" : "expected_is", { ...said, worth: number(worth) })}</strong>
          </p>
          <p class="gc-note">{t("workshop_is", { ...said, worth: number(byWorkshop(money)) })}</p>
          {costs! > 0 && costs! < benefits! && (
            <p class="gc-note">{t("break_even", { share: percent(costs! / benefits!, host.language) })}</p>
          )}
        </div>
      )}
    </fieldset>
  );
}
