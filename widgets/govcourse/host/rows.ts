// An answer as rows (CSV), as documents/sheets.py writes them; tests compare both on all examples.
import type { Doc, Texts } from "./types";

type Digest = (spec: Doc, answer: Doc, t: (key: string, values?: Doc) => string) => Doc[];

// What a spreadsheet would take for a formula begins with an apostrophe.
const cell = (text: string): string => {
  // eslint-disable-next-line no-control-regex
  const plain = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
  const safe = /^[=+\-@]/.test(plain.trimStart()) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

export const rows =
  (digest: Digest) =>
  (spec: Doc, answer: Doc, texts: Texts): string => {
    const t = (key: string, values: Doc = {}) =>
      (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
    const body = digest(spec, answer, t).flatMap((part) =>
      (part.lines.length ? part.lines : [{}]).map((line: Doc) => [
        part.title ?? "",
        line.label ?? "",
        line.text ?? "",
      ]),
    );
    const head = ["rows_part", "rows_label", "rows_text"].map((key) => t(key));
    return "\ufeff" + [head, ...body].map((row) => row.map(cell).join(",") + "\r\n").join("");
  };
