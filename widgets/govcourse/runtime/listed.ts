// Several texts as one, with the marks between them that a language has; content/formats.py does the same.
import type { Say } from "./outline";

type Mark = "two_items" | "two_parts" | "name_and_text"; // a comma; a semicolon, where items may hold commas; a colon

export const listed = (
  say: Say,
  items: (string | number | null | undefined | false)[],
  by: Mark = "two_items",
): string => items.filter((one) => one || one === 0).join(say(by, { one: "", two: "" }));
