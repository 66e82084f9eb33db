// The languages of a room: how many speak each, and who needs interpretation into which.
import type { Say } from "../../runtime/outline";
import { listed } from "../../runtime/listed";
import { languageName } from "../../ui/language";
import { Table } from "../../ui/table";
import type { TeamMember } from "./shapes";

const counted = (codes: string[]): [string, number][] =>
  [...new Set(codes)]
    .map((code): [string, number] => [code, codes.filter((one) => one === code).length])
    .sort(([, a], [, b]) => b - a);

const needs = (people: TeamMember[]) => people.map((one) => one.needs).filter(Boolean);

// Into which languages a team needs interpretation; "" for none.
export function needed(t: Say, people: TeamMember[]): string {
  const list = counted(needs(people)).map(([code, n]) => `${languageName(code, t)} (${n})`);
  return list.length ? t("teams_need_in", { list: listed(t, list) }) : "";
}

export function Languages({ t, people }: { t: Say; people: TeamMember[] }) {
  const speak = new Map(counted(people.flatMap((one) => one.speaks)));
  const need = new Map(counted(needs(people)));
  const rows = [...new Set([...speak.keys(), ...need.keys()])].map((code) => [
    languageName(code, t),
    speak.get(code) ?? 0,
    need.get(code) ?? 0,
  ]);
  return (
    <section class="languages" aria-label={t("teams_languages")}>
      <h3>{t("teams_languages")}</h3>
      {rows.length ? (
        <Table
          label={t("teams_languages")}
          head={[t("teams_language"), t("teams_speak"), t("teams_need")]}
          rows={rows}
        />
      ) : (
        <p>{t("teams_languages_none")}</p>
      )}
    </section>
  );
}
