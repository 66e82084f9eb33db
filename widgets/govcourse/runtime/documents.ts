// Documents that the server makes while one goes on: which lists of them are to be looked at, on whichever page comes next.
const KEY = "govcourse-making";
export const BEGUN = "govcourse-making"; // the event that something was begun on this page

export interface Begun {
  list: string; // the address where all of one's own are told
  file: string; // which one of them, as it is told there
}

// One was begun: the page's tray looks after it, and those of pages to come.
export function began(list: string, file: string): void {
  keep([...new Set([...lists(), list])]);
  dispatchEvent(new CustomEvent<Begun>(BEGUN, { detail: { list, file } }));
}

export function lists(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return []; // a browser without storage: what is begun is looked after on its page alone
  }
}

// Nothing is to be looked for there any more.
export const over = (list: string): void => keep(lists().filter((one) => one !== list));

function keep(all: string[]): void {
  try {
    if (all.length) localStorage.setItem(KEY, JSON.stringify(all));
    else localStorage.removeItem(KEY);
  } catch {
    // as above
  }
}
