// The languages of somebody in a room: what they speak, and into which one they need an interpreter.
import type { Audience } from "../runtime/audience";
import { languageName } from "./language";
import { IconButton } from "./icon";

const MOST = 5; // as server/audience.py has it

export function Spoken({ audience }: { audience: Audience }) {
  const { t, spoken } = audience;
  const name = (code: string) => languageName(code, t);
  const choose = (chosen: string[]) =>
    spoken!.all
      .filter((code) => !chosen.includes(code))
      .map((code) => ({ code, name: name(code) }))
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ));
  return (
    <details
      class="gc-spoken"
      onToggle={({ currentTarget }) => currentTarget.open && !spoken && audience.lookAtLanguages()}
    >
      <summary>{t("languages")}</summary>
      <p class="gc-note">{t("languages_lead")}</p>
      {spoken && (
        <>
          <p id="audience-speak">{t("languages_speak")}</p>
          <ul class="gc-row gc-plain-list" aria-labelledby="audience-speak">
            {spoken.speaks.map((code) => (
              <li key={code} class="gc-chip">
                <bdi>{name(code)}</bdi>
                <IconButton
                  icon="close"
                  label={t("languages_remove", { language: name(code) })}
                  onClick={() =>
                    audience.setLanguages({ speaks: spoken.speaks.filter((one) => one !== code) })
                  }
                />
              </li>
            ))}
          </ul>
          {spoken.speaks.length < MOST && (
            <select
              aria-label={t("languages_add")}
              value=""
              onChange={({ currentTarget }) =>
                audience.setLanguages({ speaks: [...spoken.speaks, currentTarget.value] })
              }
            >
              <option value="">{t("languages_add")}</option>
              {choose(spoken.speaks)}
            </select>
          )}
          <label for="audience-needs">{t("languages_need")}</label>
          <select
            id="audience-needs"
            value={spoken.needs}
            onChange={({ currentTarget }) => audience.setLanguages({ needs: currentTarget.value })}
          >
            <option value="">{t("languages_need_none")}</option>
            {choose([])}
          </select>
        </>
      )}
    </details>
  );
}
