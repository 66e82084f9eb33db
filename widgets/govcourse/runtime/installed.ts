// Views of kinds that an academy installed, on pages without a server: their modules come along as text.
import type { Kind } from "./kind";

// Where `installed.js`, which the book writes, puts the modules' texts.
declare global {
  var govcourseInstalled: Record<string, string> | undefined;
}

// A module from its text, as a page that was opened from a stick can load none from a file.
export async function installed(kind: string): Promise<Kind> {
  const text = globalThis.govcourseInstalled?.[kind];
  if (text === undefined) throw new Error(kind);
  return import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`);
}
