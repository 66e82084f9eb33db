// Which exercises this browser has been used for: where to begin is said in full the first time.
const KEY = "govcourse-seen";

function all(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}

export const seen = (id: string): boolean => all().includes(id);

export function see(id: string): void {
  if (seen(id)) return;
  try {
    localStorage.setItem(KEY, JSON.stringify([...all(), id]));
  } catch {
    // Without storage it is said in full each time.
  }
}
