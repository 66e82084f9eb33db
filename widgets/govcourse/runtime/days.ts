// A day as people read it, in their language; English is British, as the course is written.

// This day, as `2026-11-30`.
export const today = (): string => {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

// "" where there is none; what is no day stays as it is.
export function day(
  iso: string | undefined,
  language: string,
  dateStyle: "medium" | "long" = "medium",
): string {
  const date = new Date(`${iso}T12:00`); // at noon it is that day everywhere
  if (!iso || Number.isNaN(date.valueOf())) return iso ?? "";
  return date.toLocaleDateString(locale(language), { dateStyle });
}

// When it was, by the reader's clock, as `2026-11-30T14:01:27` of the server's, which goes by UTC.
export const moment = (iso: string, language: string): string =>
  new Date(`${iso.slice(0, 19)}Z`).toLocaleString(locale(language), {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
  });

const locale = (language: string) => (language === "en" ? "en-GB" : language || undefined); // the reader's own where a page says none

// How a language names months and days, and writes them in short, as d3 asks for it.
export function timeNames(language: string) {
  const named = (day: number, how: Intl.DateTimeFormatOptions) =>
    new Date(day).toLocaleDateString(language || undefined, { timeZone: "UTC", ...how });
  const months = (month: "long" | "short") =>
    Array.from({ length: 12 }, (_, n) => named(Date.UTC(2026, n), { month }));
  const days = (weekday: "long" | "short") =>
    Array.from({ length: 7 }, (_, n) => named(Date.UTC(2026, 1, 1 + n), { weekday })); // it begins with a Sunday
  return {
    dateTime: "%x, %X",
    date: "%d/%m/%Y",
    time: "%H:%M:%S",
    periods: ["AM", "PM"],
    days: days("long"),
    shortDays: days("short"),
    months: months("long"),
    shortMonths: months("short"),
  };
}
