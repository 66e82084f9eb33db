// A session's page for one who learns alone: its exercises at once, by HTTP; what computes has a kernel when it is seen.
import { startComputing, type Show } from "./compute";
import type { Opened } from "./http";
import type { Start } from "./page";
import type { LearnerPage } from "./shapes";
import { followWay } from "./way";

// The exercises come one after the other, in the order in which they are read.
export async function startLearner(
  payload: LearnerPage,
  start: Start,
  charts: Pick<Show, "chart" | "prepare">,
): Promise<void> {
  followWay(payload.api, payload.texts);
  startComputing(payload, { mount: (place) => mount(payload, place, start), ...charts });
  for (const place of document.querySelectorAll<HTMLElement>("[data-govcourse-mount]"))
    await mount(payload, place, start);
}

async function mount(payload: LearnerPage, place: HTMLElement, start: Start): Promise<void> {
  const activity = place.dataset.govcourseMount!;
  const { first } = payload;
  const known = first as Opened | null;
  const opened = known?.spec.id === activity ? known : await ask(payload, activity);
  if (opened) await start(place, opened);
}

async function ask(payload: LearnerPage, activity: string): Promise<Opened | null> {
  const path = `${payload.api}/exercises/${activity}`;
  const response = await fetch(path, { credentials: "same-origin" }).catch(() => null);
  return response?.ok ? response.json() : null;
}
