// A session's page for one who learns alone: its exercises when they are opened, by HTTP; what computes has a kernel when it is seen.
import { startComputing, type Show } from "./compute";
import { draftKey } from "./draft";
import { folding } from "./folds";
import type { Opened } from "./http";
import type { Start } from "./page";
import type { LearnerPage } from "./shapes";
import { followWay } from "./way";

export function startLearner(
  payload: LearnerPage,
  start: Start,
  charts: Pick<Show, "chart" | "prepare">,
): void {
  followWay(payload.api, payload.texts);
  startComputing(payload, { mount: (place) => mount(payload, place, start), ...charts });
  let late = false;
  folding(
    (place) => mount(payload, place, start, late),
    (id) => unsent(payload, id),
  );
  late = true;
}

// What could not be sent when the page was left is sent now.
function unsent({ participant }: LearnerPage, id: string): boolean {
  try {
    return localStorage.getItem(draftKey(participant, id)) !== null;
  } catch {
    return false; // a browser without storage keeps no drafts
  }
}

// One exercise came with the page; its answer is asked for where it may have become another one since.
async function mount(payload: LearnerPage, place: HTMLElement, start: Start, late = true): Promise<void> {
  const activity = place.dataset.govcourseMount!;
  const first = payload.first as Opened | null;
  const known = first && late ? { spec: first.spec, texts: first.texts } : first;
  const opened = known?.spec.id === activity ? known : await ask(payload, activity);
  if (!opened) throw new Error(payload.texts.card_failed);
  await start(place, opened);
}

async function ask(payload: LearnerPage, activity: string): Promise<Opened | null> {
  const path = `${payload.api}/exercises/${activity}`;
  const response = await fetch(path, { credentials: "same-origin" }).catch(() => null);
  return response?.ok ? response.json() : null;
}
