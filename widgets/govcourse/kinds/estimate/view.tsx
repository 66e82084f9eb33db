// The estimate: a number, what it rests on, and the number again after the talk; led by a facilitator, one after the other.
import { useState } from "preact/hooks";
import { Fields, NumberField, TextField } from "../../ui/fields";
import { useLed } from "../../ui/led";
import { module, type ViewProps } from "../../ui/shell";
import css from "./view.css";
import type { Answer, Told } from "./shapes";

export { default as results } from "./results";
export default module(View, css);

function View({ ex, answer, change, readOnly }: ViewProps<Told, Answer>) {
  const { t, spec } = ex;
  const led = useLed(ex);
  // Who comes back finds what can still be changed first. It does not move while one types.
  const [came] = useState(answer.second != null);
  const { unit, low, high } = spec;
  const { first, second, reason } = answer;
  const given = first != null;
  // Who estimates again has seen the others': the first one stays as it was.
  const settled = second != null || led === "talk" || led === "second";
  const second_round = led === "second" || (led === null && given) || second != null;
  const said = { first: first ?? "", second: second ?? "" };
  const begun =
    settled && given ? (
      <p class="gc-card">
        {t("first_was", { n: first, unit })}
        {reason && (
          <>
            <br />
            <bdi class="gc-note">{reason}</bdi>
          </>
        )}
      </p>
    ) : (
      (led === null || led === "first") && (
        <>
          <NumberField
            label={t("first", { unit })}
            min={low}
            max={high}
            value={first}
            t={t}
            onValue={(value) => change({ ...answer, first: value }, "first")}
          />
          <TextField
            long
            label={t("reason")}
            max={2000}
            value={reason}
            onValue={(text) => change({ ...answer, reason: text }, "reason")}
          />
        </>
      )
    );
  const think = (led === null ? given : led !== "first") && (
    <section>
      <h4>{t("consider")}</h4>
      <ul>
        {spec.consider.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
  const anew = second_round && led !== "talk" && led !== "first" && (
    <NumberField
      label={t("again", { unit })}
      hint={came ? undefined : t("again_hint")}
      min={low}
      max={high}
      value={second}
      t={t}
      onValue={(value) => change({ ...answer, second: value }, "second")}
    />
  );
  return (
    <Fields ex={ex} locked={readOnly}>
      <div class="gc-stack gc-estimate">
        <h4>{spec.question}</h4>
        {!came && [begun, think]}
        {led === "talk" && <p class="gc-note">{t("wait")}</p>}
        {anew}
        {given && second != null && <p role="status">{t(first === second ? "stayed" : "moved", said)}</p>}
        {came && [begun, think]}
      </div>
    </Fields>
  );
}
