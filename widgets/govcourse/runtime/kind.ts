// The contract of a kind in the browser, the twin of kinds/base.py. kinds/<name>/view.tsx is its module, built as
// static/<name>.js; rules.ts, where there is one, has its arithmetic.
import type { Model } from "./types";
import type { Json } from "./json";
import type { Say } from "./outline";
import type { Moderation } from "./shapes";

export interface Kind {
  // The exercise, as anywidget asks for it.
  default: { render(given: { model: Model; el: HTMLElement }): () => void };
  // What a room answered, on console and projector; without it they say how many answered.
  results?: Mount<ResultsGiven>;
}

// Draws into `el`, again for what is new; what it gives takes the drawing away.
export type Mount<Given> = (el: HTMLElement, given: Given) => () => void;

export interface ResultsGiven {
  say: Say;
  about: Json; // what the kind's `results` says in Python
  figures: Json; // what its `figures` says
  moderation?: Moderation;
  moderate?: (change: Partial<Moderation>) => void; // on the console
  order: "question" | "size"; // of bars
  texts: "cloud" | "list"; // how what was written is shown
  projected: boolean; // page by page: a section of the class room-page begins one
}

// What is worked out from an answer, for the outline's "@" paths: as `derived` in Python, from the outline's facts.
export type Derive = (facts: Json, answer: Json) => Json;
