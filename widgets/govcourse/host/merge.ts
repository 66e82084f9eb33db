// Three-way merge of one participant's own document, changed in two places at once: nobody's text is lost.
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
  return mine === undefined ? theirs : mine;
}
