// Whether two short answers say nearly the same: as a suggestion, which a facilitator looks at.
import { plain } from "../../runtime/plain";

const STEM = 5; // letters by which a word is known, whatever its ending
const SHORT = 3; // letters of words that say little

const stems = (text: string): Set<string> => {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => word.length >= SHORT);
  return new Set((telling.length ? telling : words).map((word) => word.slice(0, STEM)));
};

// One has all the words of the other, but for endings, accents, signs, and words of one or two letters.
export function alike(one: string, other: string): boolean {
  const [few, many] = [stems(one), stems(other)].sort((a, b) => a.size - b.size);
  return few.size > 0 && [...few].every((word) => many.has(word));
}
