// What people call a field of an answer, as the answer's outline knows it: "Goal 1 › Principles"; else nothing.
import type { Json } from "./json";
import { Reader, type Outline, type Say } from "./outline";

export const place = (outline: Outline, answer: object, field = "", say: Say): string[] =>
  new Reader(outline, answer as Json, {}, say).place(field);

// Where it is, and why it is so, in one line.
export const where = (say: Say, names: string[] = [], why = ""): string =>
  [names.join(" › "), why].filter(Boolean).join(say("name_and_text", { one: "", two: "" }));
