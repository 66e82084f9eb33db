// The case explorer: filtered, searched, read, compared two at a time, and saved with a note.
import { useMemo, useState } from "preact/hooks";
import { listed } from "../../runtime/listed";
import { Views } from "../../ui/choices";
import { Fields, TextField } from "../../ui/fields";
import { module, type ViewProps } from "../../ui/shell";
import { Compare, Headline, Whole } from "./case";
import { found, valuesOf } from "./search";
import css from "./view.css";
import { RegionMap } from "./map";
import type { Answer, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export { default as results } from "./results";
export default module(View, css, (answer) => Object.keys(answer.saved ?? {}).length > 0);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec } = ex;
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [view, setView] = useState("list");
  const [pair, setPair] = useState<string[]>([]);
  const [reading, setReading] = useState("");
  const saved: Record<string, string> = answer.saved ?? {};
  const cases = useMemo(() => found(spec.cases, words, chosen), [spec, words, chosen]);
  const set = (facet: string, value: string) => setChosen({ ...chosen, [facet]: value });
  const save = (id: string, note: string | null, field = "") => {
    const { [id]: _, ...rest } = saved;
    change({ ...answer, saved: note === null ? rest : { ...saved, [id]: note } }, field);
  };
  const titles: Record<string, (value: string) => string> = {
    sdgs: (value) => `${value} ${spec.goals[value]}`,
    principles: (value) => spec.principles[value],
    region: t,
    themes: (value) => spec.labels[`theme_${value}`],
    transfer: (value) => spec.labels[`context_${value}`],
    evidence: (value) => spec.labels[`evidence_${value}`],
  };
  const title = (facet: string, value: string): string => titles[facet]?.(value) ?? value;
  const counts = (facet: string) => valuesOf(facet, found(spec.cases, words, { ...chosen, [facet]: "" }));
  const filters = Object.values(chosen).filter(Boolean).length;
  const filtered = !!words.trim() || filters > 0;
  const read = spec.cases.find((one) => one.id === reading);
  return (
    <div class="gc-stack">
      <div class="gc-noprint gc-stack">
        <TextField type="search" label={t("search")} value={words} onValue={setWords} />
        <details>
          <summary>{t("filters", { count: filters })}</summary>
          <div class="gc-grid">
            {spec.facets.map((facet) => (
              <label key={facet.id}>
                <span class="gc-label">{facet.title}</span>
                <select
                  value={chosen[facet.id] ?? ""}
                  onChange={(event) => set(facet.id, event.currentTarget.value)}
                >
                  <option value="">{t("any")}</option>
                  {counts(facet.id).map(({ value, count }) => (
                    <option value={value}>
                      {title(facet.id, value)} ({count})
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
          <RegionMap
            ex={ex}
            regions={counts("region")}
            chosen={chosen.region ?? ""}
            choose={(region) => set("region", region === chosen.region ? "" : region)}
          />
        </details>
        <div class="gc-row">
          <p class="gc-label" role="status" style={{ margin: 0 }}>
            {t("cases_found", { count: cases.length, all: spec.cases.length })}
          </p>
          {filtered && (
            <button
              type="button"
              onClick={() => {
                setWords("");
                setChosen({});
              }}
            >
              {t("show_all")}
            </button>
          )}
        </div>
        <Views
          label={t("views")}
          views={[
            { id: "list", title: t("view_cases") },
            { id: "compare", title: t("view_compare", { count: pair.length }) },
            { id: "saved", title: t("view_saved", { count: Object.keys(saved).length }) },
          ]}
          shown={view}
          show={setView}
        />
      </div>
      {view === "compare" ? (
        <Compare
          ex={ex}
          cases={pair.flatMap((id) => spec.cases.find((one) => one.id === id) ?? [])}
          title={title}
        />
      ) : (
        <ul class="gc-cases">
          {(view === "saved" ? spec.cases.filter((one) => one.id in saved) : cases).map((one) => (
            <li key={one.id} data-case={one.id}>
              <h4>{one.title}</h4>
              <p class="gc-note">
                {one.country} · {one.year} · {t("sdgs_short", { list: listed(t, one.sdgs) })}
              </p>
              <p>{one.summary}</p>
              <Headline ex={ex} one={one} />
              <button type="button" class="gc-noprint" onClick={() => setReading(one.id)}>
                {t("read_whole")} <span class="gc-hidden">{one.title}</span>
              </button>
              <div class="gc-row">
                <label class="gc-check gc-noprint">
                  <input
                    type="checkbox"
                    checked={pair.includes(one.id)}
                    disabled={pair.length >= 2 && !pair.includes(one.id)}
                    onChange={(event) =>
                      setPair(
                        event.currentTarget.checked ? [...pair, one.id] : pair.filter((id) => id !== one.id),
                      )
                    }
                  />
                  <span>
                    {t("compare")}
                    <span class="gc-hidden"> {one.title}</span>
                  </span>
                </label>
                <Fields ex={ex} locked={readOnly}>
                  <label class="gc-check">
                    <input
                      type="checkbox"
                      checked={one.id in saved}
                      onChange={(event) => save(one.id, event.currentTarget.checked ? "" : null)}
                    />
                    <span>
                      {t("save")}
                      <span class="gc-hidden"> {one.title}</span>
                    </span>
                  </label>
                </Fields>
              </div>
              {one.id in saved && (
                <Fields ex={ex} locked={readOnly}>
                  <TextField
                    long
                    max={3000}
                    label={t("note_on", { title: one.title })}
                    hint={t("note_hint")}
                    value={saved[one.id]}
                    onValue={(note) => save(one.id, note, `note-${one.id}`)}
                  />
                </Fields>
              )}
            </li>
          ))}
        </ul>
      )}
      {read && <Whole ex={ex} one={read} title={title} onClose={() => setReading("")} />}
      {view === "list" && !cases.length && <p class="gc-card">{t("none_found")}</p>}
      {view === "saved" && !Object.keys(saved).length && <p class="gc-card">{t("none_saved")}</p>}
    </div>
  );
}
