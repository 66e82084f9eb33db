// A country's profile: chosen, seen beside its groups, with what an index does not say, and read in one's own words.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { CountryProfile } from "../../runtime/shapes";
import { Fields, TextField, newId } from "../../ui/fields";
import { Questions } from "../../ui/questions";
import { judged } from "../../ui/judged";
import { module, type ViewProps } from "../../ui/shell";
import { editions, found, ofIndex, own, series } from "./compare";
import { Editions, Parts } from "./charts";
import { Others, Places, Sources } from "./mirrors";
import { OwnFigures } from "./own";
import css from "./view.css";
import type { Answer, Land, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export { default as results } from "./results";
export default module(judged(View), css);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec, host } = ex;
  const [looked, setLooked] = useState<{ code: string; profile: CountryProfile | null }>({
    code: "",
    profile: null,
  });
  const [said, setSaid] = useState("");
  const code = answer.country ?? "";
  const land = spec.countries.find((one) => one.id === code);
  const title = land?.title ?? t("mine");
  const loaded = looked.code === code ? looked.profile : null;
  // The figures of one country come when it is chosen; a static page has nobody to ask.
  const look = async (code: string): Promise<CountryProfile | null> => {
    if (!code || host.name === "static") return null;
    setSaid(t("looking"));
    const reply = await ex.request({ op: "country", country: code });
    setSaid(reply.ok ? "" : (reply.message ?? t("failed")));
    const profile = reply.country?.figures.length ? reply.country : null;
    setLooked({ code, profile });
    return profile;
  };
  useEffect(() => {
    if (looked.code !== code) void look(code);
  }, [code]);
  // What is loaded is kept in the answer as well, so that it can be taken home and read where there is no server; what was
  // typed goes with the country for which it was typed.
  const choose = async (next: string) => {
    const profile = await look(next);
    const typed = code ? {} : answer.figures;
    change({ ...answer, country: next, figures: profile ? ofIndex(profile) : typed });
  };
  const figures = own(answer, loaded);
  const known = editions(figures);
  const compared = series(spec, land, title, figures, loaded);
  const open = !(loaded && Object.keys(ofIndex(loaded)).length) && (!!land || known.length > 0);
  return (
    <div class="gc-stack gc-country">
      <Fields ex={ex} locked={readOnly}>
        <div class="gc-stack">
          <Choose ex={ex} chosen={code} choose={choose} />
          <p role="status" class="gc-note">
            {said || (loaded && !open && t("loaded", { country: title, count: known.length }))}
          </p>
          {open && <OwnFigures {...{ ex, answer, change, title }} asked={!!land && !said} />}
        </div>
      </Fields>
      {known.length > 0 && (
        <>
          <Editions {...{ ex, compared, known, title }} />
          <Parts {...{ ex, compared, known, title }} />
        </>
      )}
      {land && <Others {...{ ex, land, loaded, figures, known }} />}
      <section>
        <h4>{t("cautions")}</h4>
        <dl class="gc-cautions">
          {spec.cautions.map((one) => (
            <div key={one.id}>
              <dt>{one.title}</dt>
              <dd>{one.about}</dd>
            </div>
          ))}
        </dl>
      </section>
      {loaded && <Places {...{ ex, loaded }} />}
      <Fields ex={ex} locked={readOnly}>
        <h4>{t("reading")}</h4>
        <div class="gc-stack">
          <Questions
            asked={spec.questions}
            answers={answer.readings}
            max={3000}
            set={(readings, changed) => change({ ...answer, readings }, changed)}
          />
        </div>
      </Fields>
      <Sources ex={ex} />
    </div>
  );
}

// One of all countries: the list is narrowed by what one types, whatever its accents.
function Choose(props: { ex: Props["ex"]; chosen: string; choose: (code: string) => void }) {
  const { ex, chosen, choose } = props;
  const { t, spec, host } = ex;
  const [asked, setAsked] = useState("");
  const id = useMemo(() => `gc-c-${newId()}`, []);
  const listed: Land[] = found(spec.countries, asked, host.language);
  const mine = spec.countries.find((one) => one.id === chosen);
  const options = mine && !listed.includes(mine) ? [mine, ...listed] : listed;
  return (
    <div class="gc-grid">
      <div>
        <label for={id} class="gc-label">
          {t("choose")}
        </label>
        <select id={id} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("choose_none")}</option>
          {options.map((one) => (
            <option value={one.id}>{one.title}</option>
          ))}
        </select>
      </div>
      <div class="gc-noprint">
        <TextField
          type="search"
          label={t("search")}
          hint={t("search_hint")}
          error={listed.length ? undefined : t("search_none")}
          value={asked}
          onValue={setAsked}
        />
      </div>
    </div>
  );
}
