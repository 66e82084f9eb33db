// Three-way merge of one document, changed in two places at once: nobody's text is lost.
import { equal } from "./types";

type Mapping = { [key: string]: unknown };
type Entry = Mapping & { id: unknown };

const isMapping = (value: unknown): value is Mapping =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isList = (value: unknown): value is Entry[] =>
  Array.isArray(value) && value.every((item) => isMapping(item) && "id" in item);

// `base` is what both began with; what only one of them changed is taken from there.
export const merge = merged as <Document>(
  base: Document | undefined,
  mine: Document,
  theirs: Document,
) => Document;

function merged(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (equal(mine, theirs) || equal(theirs, base)) return mine;
  if (equal(mine, base)) return theirs;
  if (isMapping(mine) && isMapping(theirs)) {
    const own = (document: unknown, key: string) =>
      isMapping(document) && Object.hasOwn(document, key) ? document[key] : undefined;
    const made: [string, unknown][] = [];
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      const value = merged(own(base, key), own(mine, key), own(theirs, key));
      if (value !== undefined) made.push([key, value]);
    }
    return Object.fromEntries(made); // no key of a document, `__proto__` neither, is more than a key
  }
  if (isList(mine) && isList(theirs)) {
    const at = (list: unknown, id: unknown) =>
      isList(list) ? list.find((item) => item.id === id) : undefined;
    const ids = new Set([...mine, ...theirs].map((item) => item.id));
    return [...ids]
      .map((id) => merged(at(base, id), at(mine, id), at(theirs, id)))
      .filter((item) => item !== undefined);
  }
  if (typeof mine === "string" && typeof theirs === "string")
    return mergeText(typeof base === "string" ? base : "", mine, theirs);
  return mine === undefined ? theirs : mine;
}

interface Edit {
  from: number;
  to: number;
  text: string[];
}

// Where a text was changed: what stands before and after it is as it was.
function changed(base: string[], now: string[]): Edit {
  let from = 0;
  while (from < base.length && from < now.length && base[from] === now[from]) from += 1;
  let end = 0;
  while (end < base.length - from && end < now.length - from && base.at(-1 - end) === now.at(-1 - end))
    end += 1;
  return { from, to: base.length - end, text: now.slice(from, now.length - end) };
}

const inWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

// The same with the whole of the words that it begins and ends in: letters that it shares with what was there belong to it.
function whole(base: string[], { from, to, text }: Edit): Edit {
  let [first, last] = [from, to];
  if (inWord(text[0] ?? base[from])) while (inWord(base[first - 1])) first -= 1;
  if (inWord(text.at(-1) ?? base[to - 1])) while (inWord(base[last])) last += 1;
  return { from: first, to: last, text: [...base.slice(first, from), ...text, ...base.slice(to, last)] };
}

// Both changes where they do not touch; where they do, both texts, one after the other.
function mergeText(base: string, mine: string, theirs: string): string {
  const old = [...base];
  const edits = [changed(old, [...mine]), changed(old, [...theirs])];
  const [first, last] = edits[0].from <= edits[1].from ? edits : [edits[1], edits[0]];
  const join = (...parts: string[][]) => parts.flat().join("");
  const apart = first.to <= last.from && first.from < last.to;
  if (apart)
    return join(
      old.slice(0, first.from),
      first.text,
      old.slice(first.to, last.from),
      last.text,
      old.slice(last.to),
    );
  const [own, other] = edits.map((edit) => whole(old, edit));
  const [from, to] = [Math.min(own.from, other.from), Math.max(own.to, other.to)];
  const kept = join(old.slice(from, own.from), own.text, old.slice(own.to, to));
  const also = join(other.text);
  return join(old.slice(0, from), [kept.includes(also) ? kept : `${kept} ${also}`], old.slice(to));
}
