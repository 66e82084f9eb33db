// What console and projector know of a room: its state and counts as they come, figures when asked, acts by HTTP.
import { useEffect, useState } from "preact/hooks";
import type { Doc, Texts } from "../../runtime/types";

export interface ConsolePayload {
  api: string;
  base: string;
  join: string;
  short: string; // the address without its protocol, as one reads it out
  texts: Texts;
  sessions: Doc[];
  activities: Record<string, Doc>;
  kinds: Record<string, Texts>; // the texts of each kind
}

export const payload = (): ConsolePayload => JSON.parse(document.getElementById("payload")!.textContent!);

export const texts =
  (all: Texts) =>
  (key: string, values: Record<string, string | number> = {}): string =>
    (all[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

export type T = ReturnType<typeof texts>;

export async function call(path: string, method = "GET", body?: Doc): Promise<Doc> {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: { "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error?.message ?? response.statusText);
  return answer;
}

// The room as the server tells it; `lost` while there is no connection.
export function useRoom(api: string): { room: Doc | null; counts: Doc; lost: boolean } {
  const [room, setRoom] = useState<Doc | null>(null);
  const [counts, setCounts] = useState<Doc>({ participants: 0, answered: {} });
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const events = new EventSource(`${api}/events`);
    const read = (event: Event) => JSON.parse((event as MessageEvent).data);
    events.addEventListener("room", (event) => setRoom(read(event)));
    events.addEventListener("counts", (event) => setCounts(read(event)));
    events.addEventListener("open", () => setLost(false));
    events.addEventListener("error", () => setLost(true));
    return () => events.close();
  }, [api]);
  return { room, counts, lost };
}

// The figures of one activity, new whenever somebody answered or something was hidden.
export function useFigures(api: string, activity: string | null, stamp: unknown): Doc | null {
  const [found, setFound] = useState<{ activity: string; figures: Doc } | null>(null);
  useEffect(() => {
    if (!activity) return;
    call(`${api}/activities/${activity}/summary`)
      .then((figures) => setFound({ activity, figures }))
      .catch(() => setFound(null));
  }, [api, activity, JSON.stringify(stamp)]);
  return found?.activity === activity ? found.figures : null;
}

export function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(tick);
  }, []);
  return now;
}
