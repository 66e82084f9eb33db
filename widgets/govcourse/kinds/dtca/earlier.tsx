// One's own answers of an earlier time beside those of today: brought in by that day's resume code or answers file, and what a change can mean.
import { useState } from "preact/hooks";
import { changes } from "../../assessment/again";
import { FORMAT_VERSION, parsed } from "../../runtime/answers_file";
import { number as written, signed } from "../../runtime/numbers";
import { Fields, TextField } from "../../ui/fields";
import { FileButton } from "../../ui/file_button";
import type { ViewProps } from "../../ui/shell";
import { Scroll } from "../../ui/table";
import { SCALE } from "../scale";
import type { Answer, Earlier as Then, Item, Told } from "./shapes";
import { day } from "../../runtime/days";

type Props = ViewProps<Told, Answer>;

// What a file holds of this assessment; a text says why it is refused.
function taken(ex: Props["ex"], text: string): Then | string {
  const file = parsed(text);
  if (!file) return ex.t("file_unreadable");
  if (!(file.version <= FORMAT_VERSION)) return ex.t("file_newer");
  return fitting(ex, file.answers[ex.spec.id], String(file.saved));
}

function fitting({ t, spec }: Props["ex"], answer: unknown, saved: string): Then | string {
  const { items, targets = {} } = (answer ?? {}) as { items?: object; targets?: object };
  if (!items || !Object.keys(items).length) return t("earlier_none", { title: spec.title });
  const wrong = misfit(items, targets, spec.instrument);
  if (wrong) return t("earlier_wrong", { field: wrong });
  const day = /^\d{4}-\d\d-\d\d/.exec(saved)?.[0] ?? "";
  return { on: day, items: items as Then["items"], targets: targets as Then["targets"] };
}

// The first place that no answer of ours can have; the server looks at all of it once more.
function misfit(items: object, targets: object, instrument: Told["instrument"]): string {
  const ids = [...instrument.dimensions.flatMap((one) => one.statements), ...instrument.retired].map(
    (one) => one.id,
  );
  const yes = (value: unknown) => typeof value === "boolean";
  const words = (most: number) => (value: unknown) => typeof value === "string" && value.length <= most;
  const step = (value: unknown) => (SCALE as unknown[]).includes(value);
  const allowed: Record<string, (value: unknown) => boolean> = {
    value: (value) => value === null || step(value),
    dont_know: yes,
    absent: yes,
    evidence: words(300),
    comment: words(2000),
  };
  const offered = instrument.dimensions.flatMap(({ statements: [{ id, absent }] }) => (absent ? [id] : []));
  for (const [id, item] of Object.entries(items)) {
    if (!ids.includes(id) || Object.prototype.toString.call(item) !== "[object Object]") return id;
    for (const [name, value] of Object.entries(item as object))
      if (!Object.hasOwn(allowed, name) || !allowed[name](value)) return `${id}.${name}`;
    const { value, dont_know, absent } = item as Item;
    if (absent && !offered.includes(id)) return `${id}.absent`;
    if ([value, dont_know, absent].filter(Boolean).length > 1) return id;
  }
  const known = instrument.dimensions.map(({ id }) => id);
  return Object.entries(targets).find(([id, value]) => !known.includes(id) || !step(value))?.[0] ?? "";
}

export function Earlier({ ex, answer, change, readOnly }: Props) {
  const { t, spec, host } = ex;
  const [said, tell] = useState("");
  const [code, setCode] = useState("");
  const { earlier } = answer;
  const rows = changes(answer, spec.instrument);
  const number = (value: number | null) => written(value, host.language);
  const bring = (found: Then | string) => {
    if (typeof found === "string") return tell(found);
    tell(t("earlier_taken"));
    setCode("");
    change({ ...answer, earlier: found });
  };
  const byCode = async () => {
    const reply = await ex.request({ op: "earlier", code });
    bring(reply.ok ? fitting(ex, reply.answer, reply.saved ?? "") : (reply.message ?? t("failed")));
  };
  const retired = spec.instrument.retired.filter(({ id }) => earlier?.items?.[id]).length;
  return (
    <details class="gc-earlier" open={!!earlier}>
      <summary>{t("earlier")}</summary>
      <div class="gc-stack">
        {!earlier && <p>{t("earlier_about")}</p>}
        <Fields ex={ex} locked={readOnly}>
          <div class="gc-stack">
            {" "}
            {/* A book has nobody to ask. */}
            {!earlier && host.name !== "static" && (
              <div class="gc-row gc-noprint">
                <TextField
                  label={t("earlier_code")}
                  hint={t("earlier_code_hint")}
                  max={40}
                  value={code}
                  onValue={setCode}
                />
                <button type="button" onClick={byCode} disabled={!code.trim()}>
                  {t("earlier_by_code")}
                </button>
              </div>
            )}
            <div class="gc-row gc-noprint">
              <FileButton
                t={t}
                label={t(earlier ? "earlier_other" : "earlier_open")}
                accept=".json,application/json"
                tell={tell}
                open={async (file) => bring(taken(ex, await file.text()))}
              />
              {earlier && (
                <button
                  type="button"
                  class="gc-plain"
                  onClick={() => {
                    const { earlier: _, ...rest } = answer;
                    tell("");
                    change(rest);
                  }}
                >
                  {t("earlier_remove")}
                </button>
              )}
            </div>
          </div>{" "}
        </Fields>
        <p role="status">{said}</p>
        {earlier && (
          <>
            <Scroll label={t("earlier_table")}>
              <table>
                <caption>{t("earlier_table")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("dimension")}</th>
                    <th scope="col">{day(earlier.on, ex.host.language) || t("earlier_then")}</th>
                    <th scope="col">{t("today")}</th>
                    <th scope="col">{t("earlier_change")}</th>
                    <th scope="col">{t("earlier_both")}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">{row.title}</th>
                      <td>{number(row.before)}</td>
                      <td>{number(row.now)}</td>
                      <td>{signed(row.change, host.language)}</td>
                      <td>
                        {row.both ? t("earlier_moved", { up: row.up, down: row.down, of: row.both }) : "–"}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
            {retired > 0 && <p>{t("earlier_retired", { n: retired })}</p>}
            <ul class="gc-note">
              {["earlier_can", "earlier_cannot", "earlier_step"].map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}
