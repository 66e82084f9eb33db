// A session's page for one who learns alone: its exercises at once, by HTTP; what computes has a kernel when it is seen.
import { startComputing, type Computing } from "./compute";
import type { Doc, Texts } from "./types";

// What an exercise needs; its answer comes along where whoever gives it knows whose it is.
export interface Opened {
  spec: Doc;
  texts: Texts;
  answer?: Doc;
  version?: number;
}

// What the server tells the page.
export interface SessionPayload extends Computing {
  api: string;
  first: Opened | null;
}

type Start = (place: HTMLElement, opened: Opened) => Promise<unknown>;

// The exercises come one after the other, in the order in which they are read.
export async function startLearner(payload: SessionPayload, start: Start): Promise<void> {
  startComputing(payload, (place) => mount(payload, place, start));
  for (const place of document.querySelectorAll<HTMLElement>("[data-govcourse-mount]"))
    await mount(payload, place, start);
}

async function mount(payload: SessionPayload, place: HTMLElement, start: Start): Promise<void> {
  const activity = place.dataset.govcourseMount!;
  const { first } = payload;
  const opened = first?.spec.id === activity ? first : await ask(payload, activity);
  if (opened) await start(place, opened);
}

async function ask(payload: SessionPayload, activity: string): Promise<Opened | null> {
  const path = `${payload.api}/exercises/${activity}`;
  const response = await fetch(path, { credentials: "same-origin" }).catch(() => null);
  return response?.ok ? response.json() : null;
}
