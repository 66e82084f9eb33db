// Reads an answer by its kind's outline: what it says, how far it has come, what it offers. kinds/outline.py says what an
// outline is, and kinds/reader.py reads the same; tests compare both on every example.
import type { Json } from "./json";
import { rounded } from "./numbers";
import type { Kept, Line, Read, ShownOutline } from "./shapes";

type Node = Pick<Line, "each" | "when">;
type Value = Line["text"];
export type Outline = ShownOutline;

export interface LineRead {
  label: string;
  text: string;
  image?: string;
}
export interface PartRead {
  title: string;
  lines: LineRead[];
}
export interface Offer {
  id: string;
  name: string;
  note: string;
  keeps: Record<string, Json>; // what goes along as it is, where it says something
}
export type Progress = [done: number, all: number];
export type Say = (key: string, values?: Record<string, string | number>) => string;

// The entry that is looked at comes last, those around it before.
type Scope = Json[];

export class Reader {
  readonly #outline: Outline;
  readonly #say: Say;
  readonly #roots: Record<string, Json>;
  readonly #top: Scope;

  constructor(outline: Outline, answer: Json, derived: Json, say: Say) {
    this.#outline = outline;
    this.#say = say;
    this.#roots = { "/": answer, "@": derived };
    this.#top = [answer];
  }

  // The parts that say something.
  parts(): PartRead[] {
    const found: PartRead[] = [];
    for (const part of this.#outline.parts) {
      const own = !(part.each ?? "$").startsWith("$"); // what somebody made is named, even where it says no more
      for (const scope of this.#scopes(part, this.#top)) {
        const title = this.#text(part.title ?? "", scope);
        const lines = part.lines.flatMap((line) => this.#lines(line, scope));
        if (lines.length || (own && title.trim())) found.push({ title, lines });
      }
    }
    return found;
  }

  // The same as rows of a table: part, label, text.
  rows(): [part: string, label: string, text: string][] {
    return this.parts().flatMap(({ title, lines }) =>
      (lines.length ? lines : [{ label: "", text: "" }]).map((line): [string, string, string] => [
        title,
        line.label,
        line.text,
      ]),
    );
  }

  progress(): Progress {
    let done = 0;
    let all = 0;
    for (const count of this.#outline.done) {
      const checked = this.#scopes(count, this.#top).map((scope) => says(this.#value(count.check, scope)));
      const passed = checked.filter(Boolean).length;
      done += Math.min(passed, count.enough ?? Infinity);
      all += count.enough ?? checked.length;
    }
    return [done, Math.max(1, all)];
  }

  // The entries that have a name.
  offers(): Offer[] {
    return (this.#outline.feeds ?? []).flatMap((feed) => {
      const ranked = this.#scopes(feed, this.#top)
        .map((scope) => ({
          by: Number((feed.by !== undefined && this.#value(feed.by, scope)) || 0),
          offer: {
            id: this.#text(feed.id, scope).trim(),
            name: this.#text(feed.name, scope).trim(),
            note: this.#text(feed.note ?? "", scope).trim(),
            keeps: this.#kept(feed.keeps ?? {}, scope),
          },
        }))
        .filter(({ offer }) => offer.name);
      const best = ranked.filter(({ by }) => by);
      return (best.length ? best : ranked).sort((a, b) => b.by - a.by).map(({ offer }) => offer);
    });
  }

  #kept(keeps: Kept, scope: Scope): Record<string, Json> {
    const found = Object.entries(keeps).map(([name, one]) => [name, this.#value(one, scope)] as const);
    return Object.fromEntries(found.filter(([, one]) => says(one)));
  }

  #lines(line: Line, around: Scope): LineRead[] {
    return this.#scopes(line, around).flatMap((scope) => {
      const made: LineRead = {
        label: this.#text(line.label ?? "", scope),
        text: this.#text(line.text, scope),
      };
      const image = this.#text(line.image ?? "", scope);
      if (image) made.image = image;
      return made.text.trim() || image ? [made] : [];
    });
  }

  #scopes(node: Node, around: Scope): Scope[] {
    const entries =
      node.each === undefined ? [around] : this.#entries(node.each, around).map((one) => [...around, one]);
    return entries.filter((scope) => node.when === undefined || says(this.#value(node.when, scope)));
  }

  #entries(path: string, scope: Scope): Json[] {
    if (path.startsWith("$"))
      return [...((this.#outline.tables?.[path.slice(1)] ?? []) as unknown as Json[])];
    const found = this.#at(path, scope);
    const lists = path.includes("*") && Array.isArray(found) ? found : [found];
    return lists.flatMap(each).map((one, index) => (isObject(one) ? { ...one, "#": index + 1 } : one));
  }

  #at(path: string, scope: Scope): Json {
    let start: Json = scope.at(-1)!;
    let up = 0;
    if (path[0] in this.#roots) {
      start = this.#roots[path[0]];
      path = path.slice(1);
    }
    while (path.startsWith("^")) {
      up += 1;
      path = path.slice(1);
      start = scope.at(-1 - up)!;
    }
    const last = scope.at(-1)!;
    const entry = isObject(last) ? last : {};
    const steps = path.split("/").filter(Boolean);
    return follow(
      start,
      steps.map((step) => (step.startsWith("{") ? String(entry[step.slice(1, -1)] ?? "") : step)),
    );
  }

  #value(value: Value, scope: Scope): Json {
    if (typeof value === "string") return value;
    if ("at" in value) return this.#read(value, scope);
    if ("say" in value) {
      const filled = Object.entries(value.values ?? {}).map(([name, one]) => [name, this.#text(one, scope)]);
      return this.#say(value.say, Object.fromEntries(filled));
    }
    if ("join" in value)
      return value.join
        .flatMap((one) => this.#value(one, scope))
        .map((one) => text(one).trim())
        .filter(Boolean)
        .join(value.by);
    if ("when" in value)
      return this.#value(says(this.#value(value.when, scope)) ? value.then : value.otherwise, scope);
    if ("every" in value) return value.every.every((one) => says(this.#value(one, scope)));
    return value.some.some((one) => says(this.#value(one, scope)));
  }

  #read(value: Read, scope: Scope): Json {
    const found = this.#at(value.at, scope) ?? value.default ?? null;
    if (value.of) {
      const entries = this.#outline.tables?.[value.of] ?? [];
      const named = (id: Json): Json => entries.find((one) => one.id === id)?.title ?? id;
      return Array.isArray(found) ? found.map(named) : named(found);
    }
    if (value.places !== undefined && typeof found === "number") return rounded(found, value.places);
    if (value.repeat) return value.repeat.repeat(Math.trunc(Number(found) || 0));
    return found;
  }

  #text(value: Value, scope: Scope): string {
    return text(this.#value(value, scope));
  }
}

type JsonObject = { [key: string]: Json };
const isObject = (value: Json): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

// Whether a value says something: not blank, not zero, not no, and any of a list's.
export function says(value: Json | undefined): boolean {
  if (typeof value === "string") return !!value.trim();
  if (Array.isArray(value)) return value.some(says);
  return isObject(value ?? null) ? Object.keys(value as JsonObject).length > 0 : !!value;
}

function text(value: Json): string {
  if (value === null || value === false) return "";
  if (Array.isArray(value))
    return value
      .map((one) => text(one).trim())
      .filter(Boolean)
      .join("; ");
  return value === true ? "✓" : String(value);
}

// The entries of a list; of a mapping too, each with its key as id, and as `value` what is no mapping itself.
function each(found: Json): Json[] {
  if (Array.isArray(found)) return found;
  if (!isObject(found)) return [];
  return Object.entries(found).map(([id, one]): Json =>
    isObject(one) ? { ...one, id } : { id, value: one },
  );
}

function follow(start: Json, steps: string[]): Json {
  for (const [place, step] of steps.entries()) {
    if (step === "*") {
      const inner = Array.isArray(start) ? start : isObject(start) ? Object.values(start) : [];
      return inner.map((one) => follow(one, steps.slice(place + 1)));
    }
    if (Array.isArray(start)) start = start.find((one) => isObject(one) && one.id === step) ?? null;
    else start = isObject(start) && Object.hasOwn(start, step) ? start[step] : null;
  }
  return start;
}
