// What people wrote as a cloud of words: the more often, the larger; what is no word but a sentence stands below as a list.
import type { ComponentChildren } from "preact";

export interface Word {
  id: string;
  text: string;
  count: number;
}

const WORD = 32; // letters of what can still be read as a word
const SIZES = 5;

export function Cloud(props: { words: Word[]; list?: boolean; tools?: (word: Word) => ComponentChildren }) {
  const { words, list, tools } = props;
  const some = list ? [] : words.filter(({ text }) => text.length <= WORD);
  const rest = words.filter((word) => !some.includes(word));
  const most = Math.max(1, ...some.map(({ count }) => count));
  const size = (count: number) => (most === 1 ? 2 : 1 + Math.round(((count - 1) / (most - 1)) * (SIZES - 1)));
  return (
    <>
      {some.length > 0 && (
        <ul class="cloud">
          {outward(some).map((word) => (
            <li key={word.id} class={`size-${size(word.count)}`}>
              <bdi>{word.text}</bdi> {word.count > 1 && <small>{word.count}</small>} {tools?.(word)}
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <ul class="texts">
          {rest.map((word) => (
            <li key={word.id}>
              <bdi>{word.text}</bdi> {word.count > 1 && <small>× {word.count}</small>} {tools?.(word)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

// The largest in the middle, the others around it.
function outward<T>(words: T[]): T[] {
  const placed: T[] = [];
  words.forEach((word, index) => (index % 2 ? placed.push(word) : placed.unshift(word)));
  return placed;
}
