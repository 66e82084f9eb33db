// Texts of the catalogue, filled in. A text by number is an ICU message with a form for each plural category, as content/plurals.py writes it.
import type { Say } from "./outline";
import type { Texts } from "./types";

const BY_NUMBER = /^\{(\w+), plural, (.*)\}$/s;
const FORM = /(=?\w+) \{((?:[^{}]|\{\w*\})*)\}/g;

// What a text lacks of its values is left out. Without a language it is the page's.
export function fill(text: string, values: object, language?: string): string {
  const given = values as Record<string, unknown>;
  const [, number, listed] = BY_NUMBER.exec(text) ?? [];
  const chosen = number ? form(listed, Number(given[number]), language || page()) : text;
  return chosen.replace(/\{(\w+)\}/g, (_, name) => String(given[name] ?? ""));
}

// The texts by key; one that is missing shows its key, so that it is noticed.
export const say =
  (texts: Texts, language?: string): Say =>
  (key, values = {}) =>
    fill(texts[key] ?? key, values, language);

function form(listed: string, n: number, language: string): string {
  const forms = new Map([...listed.matchAll(FORM)].map(([, name, text]) => [name, text]));
  const category = new Intl.PluralRules(language).select(n);
  return forms.get(`=${n}`) ?? forms.get(category) ?? forms.get("other") ?? listed;
}

const page = () => globalThis.document?.documentElement.lang || "en";
