// Reads an answer by its kind's outline: what it says, how far it has come, what it offers. kinds/outline.py says what an
// outline is, and kinds/reader.py reads the same; tests compare both on every example.
import type { Json } from "./json";
import { rounded } from "./numbers";
import type { Kept, Line, Read, ShownOutline } from "./shapes";
import { common, each, follow, into, isObject, says, text, type Path } from "./values";

type Node = Pick<Line, "each" | "when">;
type Value = Line["text"];
export type Outline = ShownOutline;
const LONGEST = 80; // characters of an entry's name

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
// Marks as outlines write them, and their texts.
const MARKS: Record<string, string> = { "; ": "two_parts", ", ": "two_items", ": ": "name_and_text" };

export type Say = (key: string, values?: Record<string, string | number>) => string;

// The entry that is looked at comes last, those around it before.
type Scope = Json[];

export class Reader {
  readonly outline: Outline;
  readonly #say: Say;
  readonly #roots: Record<string, Json>;
  readonly #top: Scope;
  readonly #where = new Map<Json, Path>(); // of entries, in the answer

  constructor(outline: Outline, answer: Json, derived: Json, say: Say) {
    this.outline = outline;
    this.#say = say;
    this.#roots = { "/": answer, "@": derived };
    this.#top = [answer];
    this.#where.set(answer, []);
  }

  // The parts that say something.
  parts(): PartRead[] {
    const found: PartRead[] = [];
    for (const part of this.outline.parts) {
      const own = !(part.each ?? "$").startsWith("$"); // what somebody made is named, even where it says no more
      for (const scope of this.scopes(part, this.#top)) {
        const title = this.#text(part.title ?? "", scope);
        const lines = part.lines.flatMap((line) => this.#lines(line, scope));
        if (lines.length || (own && title.trim())) found.push({ title, lines });
      }
    }
    return found;
  }

  // The entries that have a name.
  offers(): Offer[] {
    return (this.outline.feeds ?? []).flatMap((feed) => {
      const ranked = this.scopes(feed, this.#top)
        .map((scope) => ({
          by: Number((feed.by !== undefined && this.value(feed.by, scope)) || 0),
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

  // What people call the field at a path of data ("goals.0.title"): what its outline names along it, else the part and the line
  // that read what is nearest to it. Nothing, where the outline does not know.
  place(field: string): string[] {
    const path = field.split(".");
    const named = Object.entries(this.outline.names ?? {}).map(([one, name]) => {
      const steps = one.split("/");
      if (common(steps, path) < steps.length) return "";
      const around = steps.flatMap((step, at) => {
        const there = path.slice(0, at + 1).reduce(into, this.#top[0]);
        return step === "*" ? { id: path[at], ...(there as object), "#": Number(path[at]) + 1 } : [];
      });
      return this.#text(name, [...this.#top, ...around]);
    });
    return (named.some(Boolean) ? named : this.#nearest(path)).filter((one) => one.trim());
  }

  #nearest(path: Path): Path {
    const all: [near: number, names: Path][] = [];
    const look = (names: Path, scope: Scope, paths: Path[]) => {
      const around = scope.map((one) => this.#where.get(one) ?? []);
      const near = Math.max(...[...around, ...paths].map((one) => common(one, path)));
      if (around.every((one) => common(one, path) === one.length)) all.push([near, names]);
    };
    for (const part of this.outline.parts)
      for (const around of this.scopes(part, this.#top)) {
        const title = this.#text(part.title ?? "", around);
        const lists = part.lines.map(({ each }) => (each ? this.#path(each, around) : []));
        look([title], around, lists);
        for (const line of part.lines)
          for (const scope of this.scopes(line, around)) {
            const name = this.#text(line.label ?? "", scope) || this.#text(line.text, scope);
            look([title, name.slice(0, LONGEST)], scope, this.#reads(line.text, scope));
          }
      }
    const best = Math.max(1, ...all.map(([near]) => near));
    const [first = [], ...others] = all.filter(([near]) => near === best).map(([, names]) => names);
    return first.filter((name, at) => others.every((one) => one[at] === name));
  }

  // The paths of the answer that a value is made of.
  #reads(value: unknown, scope: Scope): Path[] {
    if (!value || typeof value !== "object") return [];
    const { at } = value as { at?: unknown }; // a list has one that is no path
    if (typeof at === "string") return [this.#path(at, scope)];
    return Object.values(value).flatMap((one) => this.#reads(one, scope));
  }

  // Where in the answer a path leads; nowhere for what was worked out, or stands in a table.
  #path(path: string, scope: Scope): Path {
    const { start, steps } = this.#aim(path, scope);
    const from = this.#where.get(start);
    return from ? [...from, ...steps] : [];
  }

  #kept(keeps: Kept, scope: Scope): Record<string, Json> {
    const found = Object.entries(keeps).map(([name, one]) => [name, this.value(one, scope)] as const);
    return Object.fromEntries(found.filter(([, one]) => says(one)));
  }

  #lines(line: Line, around: Scope): LineRead[] {
    return this.scopes(line, around).flatMap((scope) => {
      const made: LineRead = {
        label: this.#text(line.label ?? "", scope),
        text: this.#text(line.text, scope),
      };
      const image = this.#text(line.image ?? "", scope);
      if (image) made.image = image;
      return made.text.trim() || image ? [made] : [];
    });
  }

  // The entries that a part, a line or a count is of, each with those around it.
  scopes(node: Node, around: Scope = this.#top): Scope[] {
    const entries =
      node.each === undefined ? [around] : this.#entries(node.each, around).map((one) => [...around, one]);
    return entries.filter((scope) => node.when === undefined || says(this.value(node.when, scope)));
  }

  #entries(path: string, scope: Scope): Json[] {
    if (path.startsWith("$")) return [...((this.outline.tables?.[path.slice(1)] ?? []) as unknown as Json[])];
    const found = this.#at(path, scope);
    const many = path.includes("*") && Array.isArray(found);
    const from = many ? [] : this.#path(path, scope);
    return (many ? found : [found]).flatMap(each).map((one, index) => {
      if (!isObject(one)) return one;
      const entry = { ...one, "#": index + 1 };
      if (from.length) this.#where.set(entry, [...from, String(Array.isArray(found) ? index : one.id)]);
      return entry;
    });
  }

  #at(path: string, scope: Scope): Json {
    const { start, steps } = this.#aim(path, scope);
    return follow(start, steps);
  }

  // Where a path begins, and the steps from there.
  #aim(path: string, scope: Scope): { start: Json; steps: Path } {
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
    const named = (step: string) => (step.startsWith("{") ? String(entry[step.slice(1, -1)] ?? "") : step);
    return { start, steps: steps.map(named) };
  }

  value(value: Value, scope: Scope): Json {
    if (typeof value === "string") return value;
    if ("at" in value) return this.#read(value, scope);
    if ("say" in value) {
      const filled = Object.entries(value.values ?? {}).map(([name, one]) => [name, this.#text(one, scope)]);
      return this.#say(value.say, Object.fromEntries(filled));
    }
    if ("join" in value)
      return this.#listed(
        value.join.flatMap((one) => this.value(one, scope)),
        value.by,
      );
    if ("when" in value)
      return this.value(says(this.value(value.when, scope)) ? value.then : value.otherwise, scope);
    if ("every" in value) return value.every.every((one) => says(this.value(one, scope)));
    return value.some.some((one) => says(this.value(one, scope)));
  }

  #read(value: Read, scope: Scope): Json {
    const found = this.#at(value.at, scope) ?? value.default ?? null;
    if (value.of) {
      const entries = this.outline.tables?.[value.of] ?? [];
      const named = (id: Json): Json => entries.find((one) => one.id === id)?.title ?? id;
      return Array.isArray(found) ? found.map(named) : named(found);
    }
    if (value.places !== undefined && typeof found === "number") {
      const [one, two] = rounded(found, value.places).split(".");
      return two ? this.#say("with_decimals", { one, two }) : one;
    }
    if (value.repeat) return value.repeat.repeat(Math.trunc(Number(found) || 0));
    return found;
  }

  #text(value: Value, scope: Scope): string {
    const found = this.value(value, scope);
    return Array.isArray(found) ? this.#listed(found, "; ") : text(found);
  }

  // What is said, with what stands between two: a mark as the language has it.
  #listed(values: Json[], by: string): string {
    const said = values.map((one) => (Array.isArray(one) ? this.#listed(one, "; ") : text(one).trim()));
    return said.filter(Boolean).join(by in MARKS ? this.#say(MARKS[by], { one: "", two: "" }) : by);
  }
}
