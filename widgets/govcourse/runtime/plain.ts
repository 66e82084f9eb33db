// A text as it is searched: "medellin" finds Medellín, and "اداره" finds الإدارة. `book/search.py` folds in the same way.

export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}ـ]/gu, "")
    .replace(/[ىیةٱک]/g, (letter) => "ييهاك"["ىیةٱک".indexOf(letter)]) // as people type them
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) % 16}`)
    .toLowerCase();
