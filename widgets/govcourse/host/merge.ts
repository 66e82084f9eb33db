// Three-way merge of one document, changed in two places at once: nobody's text is lost.
import { equal } from "./types";

const isObject = (value: any) => value !== null && typeof value === "object" && !Array.isArray(value);
const isList = (value: any) => Array.isArray(value) && value.every((item) => isObject(item) && "id" in item);

export function merge(base: any, mine: any, theirs: any): any {
  if (equal(mine, theirs) || equal(theirs, base)) return mine;
  if (equal(mine, base)) return theirs;
  if (isObject(mine) && isObject(theirs)) {
    const merged: any = {};
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      const value = merge(isObject(base) ? base[key] : undefined, mine[key], theirs[key]);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  }
  if (isList(mine) && isList(theirs)) {
    const at = (list: any, id: string) =>
      isList(list) ? list.find((item: any) => item.id === id) : undefined;
    const ids = new Set([...mine, ...theirs].map((item: any) => item.id));
    return [...ids]
      .map((id) => merge(at(base, id), at(mine, id), at(theirs, id)))
      .filter((item) => item !== undefined);
  }
  if (typeof mine === "string" && typeof theirs === "string")
    return mergeText(typeof base === "string" ? base : "", mine, theirs);
  return mine === undefined ? theirs : mine;
}

// Where a text was changed: what stands before and after it is as it was.
function changed(base: string[], now: string[]): { from: number; to: number; text: string[] } {
  let from = 0;
  while (from < base.length && from < now.length && base[from] === now[from]) from += 1;
  let end = 0;
  while (end < base.length - from && end < now.length - from && base.at(-1 - end) === now.at(-1 - end))
    end += 1;
  return { from, to: base.length - end, text: now.slice(from, now.length - end) };
}

// Both changes where they do not touch; where they do, both texts, one after the other.
function mergeText(base: string, mine: string, theirs: string): string {
  const [old, a, b] = [[...base], changed([...base], [...mine]), changed([...base], [...theirs])];
  if (a.to <= b.from && !(a.from === b.from && a.to === b.to))
    return [
      ...old.slice(0, a.from),
      ...a.text,
      ...old.slice(a.to, b.from),
      ...b.text,
      ...old.slice(b.to),
    ].join("");
  if (b.to <= a.from && !(a.from === b.from && a.to === b.to))
    return [
      ...old.slice(0, b.from),
      ...b.text,
      ...old.slice(b.to, a.from),
      ...a.text,
      ...old.slice(a.to),
    ].join("");
  const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)];
  const kept = [...old.slice(from, a.from), ...a.text, ...old.slice(a.to, to)].join("");
  const also = b.text.join("");
  return (
    old.slice(0, from).join("") + (kept.includes(also) ? kept : `${kept} ${also}`) + old.slice(to).join("")
  );
}
