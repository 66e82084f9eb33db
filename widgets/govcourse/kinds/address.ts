// Where another exercise of the course stands, from wherever this page is.
import type { Around } from "../runtime/exercise";
import type { Source } from "../runtime/shapes";

// On the same page a place in it, else the page of its first session; a participant's page leads nowhere else.
export function address(ex: Around, one: Pick<Source, "id" | "sessions">): string {
  const place = `#exercise-${one.id}`;
  if (document.getElementById(place.slice(1))) return place;
  const session = Math.min(...one.sessions);
  if (ex.host.name === "room") return "";
  if (location.pathname.includes(".ipynb")) return `session-${session}.ipynb${place}`;
  return ex.host.name === "static" ? `session-${session}.html${place}` : `../sessions/${session}${place}`;
}
