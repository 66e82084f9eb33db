// An answer as rows (CSV), as documents/sheets.py writes them; tests compare both on all examples.
import { say } from "./fill";
import type { Outline, PartRead } from "./outline";
import { reader } from "./reader";
import type { Texts } from "./types";

// What a spreadsheet would take for a formula begins with an apostrophe, also where it reads with another separator.
const BEGINS = /^\s*[=+\-@＝＋－＠﹦﹢﹣﹫−]/;
const GOES_ON = /([;\t|\r\n][\s"]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫−])/g;
const cell = (text: string): string => {
  // eslint-disable-next-line no-control-regex
  const plain = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
  const safe = (BEGINS.test(plain) ? `'${plain}` : plain).replace(GOES_ON, "$1'");
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

// Parts as rows of a table: part, label, text.
export const rowsOf = (parts: PartRead[]): string[][] =>
  parts.flatMap(({ title, lines }) =>
    (lines.length ? lines : [{ label: "", text: "" }]).map((line) => [title, line.label, line.text]),
  );

export function rows(spec: { kind: string; outline: Outline }, answer: object, texts: Texts): string {
  const words = say(texts);
  const head = ["rows_part", "rows_label", "rows_text"].map((key) => words(key));
  const body = rowsOf(reader(spec, answer, words).parts());
  return "\ufeff" + [head, ...body].map((row) => row.map(cell).join(",") + "\r\n").join("");
}
