// The stems of Arabic words in the book's search, as `book/search.py` makes them for the index, and says why.
import { stemmer } from "@orama/stemmers/arabic";

const BEFORE = /^[وف]?(?:ال|بال|كال|لل)(?=.{3})/u;
const AFTER = /(?<=.{3})(?:ه|ها|هم|هما|هن|كم|نا)$/u;

// Sphinx makes one anew for each search.
class Stemmer {
  stemWord = (word: string) => stemmer(`ال${word.replace(BEFORE, "").replace(AFTER, "")}`);
}
Object.assign(globalThis, { Stemmer });
