// A country beside its groups: which figures are shown, what they say in a sentence, and how a country is found by its name.
import { plain } from "../../runtime/plain";
import type { CountryProfile } from "../../runtime/shapes";
import type { Answer, Land, Mean, Told, Values } from "./shapes";

export type Measure = "egdi" | "osi" | "tii" | "hci";
const PARTS: Measure[] = ["osi", "tii", "hci"];
export const MEASURES: Measure[] = ["egdi", ...PARTS];
const TOLERANCE = 0.001; // between the EGDI and the mean of its parts, as the publisher rounds
const EVEN = 0.005; // what is nearer than this is the same

// Who is compared: the country, and the groups to which it belongs.
export interface Series {
  key: "mine" | "subregion" | "region" | "sids" | "world";
  title: string;
  values: Record<string, Values>; // by edition
}

const words = (text: string): string => plain(text).replace(/[’']/g, " ").trim();

// The countries whose name or code has all words of `asked` in it; in the order of their names.
export function found(countries: Land[], asked: string, language: string): Land[] {
  const sought = words(asked).split(/\s+/);
  const order = new Intl.Collator(language);
  return countries
    .filter((one) => sought.every((word) => words(`${one.title} ${one.id}`).includes(word)))
    .sort((a, b) => order.compare(a.title, b.title));
}

// The figures of the index by edition: those that are loaded, or else those of the answer.
export function own(answer: Answer, loaded: CountryProfile | null): Record<string, Values> {
  const kept = loaded ? ofIndex(loaded) : {};
  return Object.keys(kept).length ? kept : (answer.figures ?? {});
}

// What a profile says of the EGDI, as an answer keeps it.
export function ofIndex({ figures }: CountryProfile): Record<string, Values> {
  const editions = figures.filter((one) => one.index === "egdi");
  return Object.fromEntries(
    editions.map(({ edition, values }) => [
      String(edition),
      Object.fromEntries(MEASURES.map((name) => [name, values[name] ?? null])),
    ]),
  );
}

// The country and its groups, each with its values by edition; groups without any are left out.
export function series(
  spec: Told,
  land: Land | undefined,
  title: string,
  figures: Record<string, Values>,
  loaded: CountryProfile | null,
): Series[] {
  const means: Mean[] = loaded?.means.length ? loaded.means : spec.means;
  const group = (key: Series["key"], of: string): Series => ({
    key,
    title: spec.groups[of],
    values: Object.fromEntries(
      means
        .filter((one) => one.index === "egdi" && one.of === of)
        .map((one) => [String(one.edition), one.values as Values]),
    ),
  });
  const groups = [
    ...(land ? [group("subregion", land.subregion), group("region", land.region)] : []),
    ...(land?.sids ? [group("sids", "sids")] : []),
    group("world", "world"),
  ];
  const mine: Series = { key: "mine", title, values: figures };
  return [mine, ...groups].filter((one) => one.key === "mine" || Object.keys(one.values).length > 0);
}

// The editions of which the country has the index, the newest last.
export const editions = (figures: Record<string, Values>): string[] =>
  Object.keys(figures)
    .filter((edition) => MEASURES.some((name) => figures[edition][name] != null))
    .sort();

// Where the index stands against the world's mean; null where one of them is not known.
export function standing(mine: Values | undefined, world: Values | undefined) {
  if (mine?.egdi == null || world?.egdi == null) return null;
  const gap = mine.egdi - world.egdi;
  const way: "even" | "below" | "above" = Math.abs(gap) < EVEN ? "even" : gap < 0 ? "below" : "above";
  return { gap: Math.abs(gap), way };
}

// The part that lies furthest below the world's mean, or least above it; null where it cannot be told.
export function furthest(mine: Values | undefined, world: Values | undefined) {
  const gaps = PARTS.flatMap((part) =>
    mine?.[part] != null && world?.[part] != null
      ? [{ part, mine: mine[part], world: world[part], gap: mine[part] - world[part] }]
      : [],
  );
  if (gaps.length < PARTS.length) return null;
  return gaps.reduce((least, one) => (one.gap < least.gap ? one : least));
}

// The mean of the three parts, and whether the index that was entered is it; null before all parts are there.
export function meanCheck(values: Values): { mean: number; fits: boolean | null } | null {
  const parts = PARTS.map((part) => values[part]);
  if (parts.some((value) => value == null)) return null;
  const mean = parts.reduce<number>((sum, value) => sum + value!, 0) / parts.length;
  return { mean, fits: values.egdi == null ? null : Math.abs(values.egdi - mean) <= TOLERANCE + 1e-9 };
}

// The group of a value, by the lowest value of each.
export const groupOf = (limits: Record<string, number>, value: number): string =>
  Object.entries(limits).find(([, least]) => value >= least)![0];
