// What a language is called, in the language of the page: browsers know it.
import type { Say } from "../runtime/outline";

export function languageName(code: string, t: Say): string {
  if (code === "sgn") return t("language_sgn");
  const names = new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" });
  const name = names.of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
