// Three-way merge of one document, changed in two places at once: nobody's text is lost.
import { equal } from "./types";

type Mapping = { [key: string]: unknown };
type Entry = Mapping & { id: unknown };

const isMapping = (value: unknown): value is Mapping =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isList = (value: unknown): value is Entry[] =>
  Array.isArray(value) && value.every((item) => isMapping(item) && "id" in item);

const MOST = 4_000_000; // pairs of words that are compared; in what is longer, one place holds all that was changed

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
    const lists = moved(base, theirs) && !moved(base, mine) ? [theirs, mine] : [mine, theirs];
    const ids = new Set(lists.flat().map((item) => item.id));
    return [...ids]
      .map((id) => merged(at(base, id), at(mine, id), at(theirs, id)))
      .filter((item) => item !== undefined);
  }
  if (typeof mine === "string" && typeof theirs === "string")
    return mergeText(typeof base === "string" ? base : "", mine, theirs);
  return mine === undefined ? theirs : mine;
}

// Whether what was there stands in another order now.
function moved(base: unknown, now: Entry[]): boolean {
  const order = new Map(isList(base) ? base.map(({ id }, n) => [id, n]) : []);
  const places = now.flatMap(({ id }) => order.get(id) ?? []);
  return places.some((place, n) => n > 0 && place < places[n - 1]);
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

// Words with what follows each: a gap alone says nothing of where one is.
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+[^\p{L}\p{N}]*|[^\p{L}\p{N}]+/gu) ?? [];

// The longest sequence of words that both have: the place of each in the first, with its place in the second.
function common(old: string[], now: string[]): Map<number, number> {
  const least = Math.min(old.length, now.length);
  let [first, end] = [0, 0];
  while (first < least && old[first] === now[first]) first += 1;
  while (end < least - first && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const found = new Map<number, number>();
  for (let n = 0; n < first; n++) found.set(n, n);
  const [rows, columns] = [old.length - end - first, now.length - end - first];
  if (rows * columns <= MOST) {
    const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
    const same = (i: number, j: number) => old[first + i] === now[first + j];
    for (let i = rows - 1; i >= 0; i--)
      for (let j = columns - 1; j >= 0; j--)
        longest[i][j] = same(i, j)
          ? longest[i + 1][j + 1] + 1
          : Math.max(longest[i + 1][j], longest[i][j + 1]);
    for (let i = 0, j = 0; i < rows && j < columns;) {
      if (same(i, j)) found.set(first + i++, first + j++);
      else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
      else j++;
    }
  }
  for (let n = end; n > 0; n--) found.set(old.length - n, now.length - n);
  return found;
}

// What stands between words that all three have is merged place by place.
function mergeText(base: string, mine: string, theirs: string): string {
  const [old, own, other] = [base, mine, theirs].map(words);
  const [here, there] = [common(old, own), common(old, other)];
  const made: string[] = [];
  let [a, b, c] = [0, 0, 0];
  const between = (i: number, j: number, k: number) => {
    const parts = [old.slice(a, i), own.slice(b, j), other.slice(c, k)].map((part) => part.join(""));
    made.push(mergePlace(parts[0], parts[1], parts[2]));
    [a, b, c] = [i + 1, j + 1, k + 1];
  };
  for (const [i, j] of here) {
    const k = there.get(i);
    if (k === undefined) continue;
    between(i, j, k);
    made.push(old[i]);
  }
  between(old.length, own.length, other.length);
  return made.join("");
}

// Whether these words are there, and not only within others.
function has(text: string, also: string): boolean {
  const at = text.indexOf(also);
  const cut = (one?: string, other?: string) => inWord(one) && inWord(other);
  return at >= 0 && !cut(text[at - 1], also[0]) && !cut(also.at(-1), text[at + also.length]);
}

// Both changes where they do not touch; where they do, both texts, one after the other.
function mergePlace(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
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
  const gap = /\s$/.test(kept) || /^\s/.test(also) ? "" : " ";
  return join(old.slice(0, from), [has(kept, also) ? kept : kept + gap + also], old.slice(to));
}
