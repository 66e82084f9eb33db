// What stands under a result of the book's search: Sphinx looks for the stems as they are, and so finds none where a text has accents.
import { plain } from "../runtime/plain";

const BEFORE = 120; // letters of a text before the word that was found
const LENGTH = 240;
const RTL = /[\u0590-\u08ff]/;

interface Sphinx {
  makeSearchSummary(html: string, words: Iterable<string>, anchor?: string): HTMLElement | null;
}
declare const Search: Sphinx | undefined; // of searchtools.js, on the page of the search

export function excerpts(): void {
  if (typeof Search === "undefined") return;
  Search.makeSearchSummary = (html, words, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const one of page.querySelectorAll(".headerlink, .gc-draft, script, style")) one.remove();
    for (const one of page.querySelectorAll("p, li, h1, h2, h3, summary, th, td, dt, dd, div"))
      one.append(" ");
    const part = anchor ? page.getElementById(anchor.slice(1)) : null;
    const text = (part ?? page.querySelector("article"))?.textContent?.replace(/\s+/g, " ").trim();
    return text ? excerpt(text, [...words]) : null;
  };
}

// The text around the first of the words, however either is written.
export function excerpt(text: string, words: string[]): HTMLElement {
  const letters = [...text];
  const folded = letters.map(plain);
  const found = words.map((word) => folded.join("").indexOf(plain(word))).filter((at) => at >= 0);
  const first = found.length ? Math.min(...found) : 0;
  let at = 0;
  for (let read = 0; at < letters.length && read < first; at++) read += folded[at].length;
  const from = Math.max(at - BEFORE, 0);
  const said = letters
    .slice(from, from + LENGTH)
    .join("")
    .replace(from ? /^\S*\s/ : "", "") // whole words
    .replace(from + LENGTH < letters.length ? /\s\S*$/ : "", "");
  const place = Object.assign(document.createElement("p"), { className: "context" });
  place.dir = RTL.test(said) ? "rtl" : "ltr"; // a name in Latin letters at its beginning turns no Arabic
  place.textContent = `${from ? "… " : ""}${said.trim()}${from + LENGTH < letters.length ? " …" : ""}`;
  return place;
}
