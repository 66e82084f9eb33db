// The words that hosts and views share.
import { dequal } from "dequal/lite";
import type { ActivityBase as Activity, CountryProfile, Told as Shown } from "./shapes";

export type Texts = { [key: string]: string };

// What every view is told of its activity; each kind adds its own.
export interface Told extends Activity, Shown {}

// `name` is where the view runs: on console and projector a room looks at it, and nobody writes; `participant` tells two learners at one computer apart.
export interface Host {
  name: "notebook" | "static" | "room" | "projector";
  participant: string;
  documents: string[];
  language: string;
  direction: "ltr" | "rtl";
  session?: number | null; // whose page it stands on
  scripts?: string; // where a page without kernel finds our scripts
}

export interface File_ {
  name: string;
  mime: string;
  text?: string;
  base64?: string;
}

// What a view asks of its host.
export type Request =
  | { op: "save"; answer: object; version: number }
  | { op: "read"; activity: string }
  | { op: "summary"; activity: string; of?: "team" | "before" } // of all in the room, of one's own team's people, or of an earlier room
  | { op: "import"; text: string }
  | { op: "document"; format: string }
  | { op: "certificate"; name: string }
  | { op: "country"; country: string }
  | { op: "earlier"; code: string } // what whoever has this resume code last answered to the same exercise
  | { op: "export" | "charts" };

// Why something was not done. `key` is a text of the catalogue, which a page says in its own language; `message` are a server's
// words; `field` is where, as data calls it.
export interface Reason {
  field?: string;
  key?: string;
  values?: Record<string, string | number>;
  message?: string;
}

// A host's answer to one request of a view.
export interface Reply extends Reason {
  ok: boolean;
  code?: "stale" | "invalid" | "closed" | "failed";
  answer?: object;
  version?: number;
  saved?: string; // the day of an earlier answer, in ISO 8601
  file?: File_;
  text?: string;
  figures?: object;
  country?: CountryProfile;
  certificate?: { code: string; url?: string; name: string; issued: string };
  imported?: string[];
  refused?: (Reason & { activity: string })[];
}

// What a model carries between a view and its host; the `id` of a reply is that of its request.
export interface Traits<Spec = object, Answer = object> {
  spec: Told & Spec;
  texts: Texts;
  host: Host;
  answer: Answer;
  version: number;
  request: Request & { id: number };
  reply: Reply & { id: number };
}

export interface Model<Spec = object, Answer = object> {
  get<Name extends keyof Traits>(name: Name): Traits<Spec, Answer>[Name];
  set<Name extends keyof Traits>(name: Name, value: Traits<Spec, Answer>[Name]): void;
  save_changes(): void;
  on(event: string, handler: () => void): void;
  off(event: string, handler: () => void): void;
}

export const equal: (a: unknown, b: unknown) => boolean = dequal;
