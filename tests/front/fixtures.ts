// What Python says, as fixtures.py writes it.
import { inject } from "vitest";
import type { Instrument } from "govcourse/assessment/shapes";
import type { Texts } from "govcourse/runtime/types";

// JSON as tests handle it: whatever an activity consists of.
export type Doc = { [key: string]: any };

interface Answered {
  answer: Doc;
  parts: Doc[];
  rows: string[][];
  progress: [number, number];
  offers: Doc[];
  csv: string;
}

interface Told {
  spec: Doc;
  texts: Texts;
  answers: Answered[]; // the first is empty, the second the example
  room: { about: Doc; figures: Doc };
}

interface Fixtures {
  activities: Record<string, Told>;
  texts: Record<string, Texts>;
  french: Record<string, Texts>; // of some activities
  checks: { activity: string; answer: any; refused: Doc | null }[];
  certificate: { rule: any; cases: { shares: any; outcome: Doc }[] };
  assessment: {
    instrument: Instrument;
    example: Doc;
    gaps: string[];
    overall: number;
    rooms: { answers: Doc[]; debrief: Doc }[];
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    fixtures: Fixtures;
  }
}

export const fixtures = inject("fixtures");
export const activities = Object.entries(fixtures.activities);

export { say } from "govcourse/runtime/fill";
