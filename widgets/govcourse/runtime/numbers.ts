// Figures as people read them: one rule for halves, which content/formats.py has too, so that screens and documents agree.

// A number with so many decimals; halves go up, which neither toFixed nor Intl does with what cannot be halved exactly.
export function rounded(value: number, places: number): string {
  const scaled = Math.floor(Number((Math.abs(value) * 10 ** places).toFixed(9)) + 0.5);
  return `${value < 0 && scaled ? "-" : ""}${(scaled / 10 ** places).toFixed(places)}`;
}

// The same as the reader's language writes it; "–" where there is none.
export function number(value: number | null | undefined, language: string, places = 1): string {
  if (value == null) return "–";
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  return Number(rounded(value, places)).toLocaleString(language, digits);
}

// A change, with its sign; one that rounds to nothing has none.
export const signed = (value: number | null, language: string, places = 1): string =>
  `${value !== null && Number(rounded(value, places)) > 0 ? "+" : ""}${number(value, language, places)}`;

// A share, 0–1, in whole per cent as the reader's language writes it.
export const percent = (share: number, language: string): string =>
  (Number(rounded(share * 100, 0)) / 100).toLocaleString(language, { style: "percent" });

// A figure with its unit, which no line break parts from it; a sign of per cent stands as in `percent`.
export function withUnit(figure: string, unit: string, language: string): string {
  if (unit.startsWith("%")) return percent(0, language).replace("0", figure) + unit.slice(1);
  return unit ? `${figure}\u00a0${unit}` : figure;
}

// Stands between a figure and the one that follows it, and points to that.
export const towards = (host: { direction: "ltr" | "rtl" }): string => (host.direction === "rtl" ? "←" : "→");

// How a language writes figures, as d3 asks for it; layout/chart_language.py says the same where Python draws.
export function numberNames(language: string) {
  const parts = new Intl.NumberFormat(language || undefined).formatToParts(12345.6);
  const said = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    decimal: said("decimal"),
    thousands: said("group"),
    grouping: [3],
    currency: ["", ""],
    percent: percent(0, language || "en").slice(1),
  };
}
