// The words that hosts and views share.
export type Doc = { [key: string]: any };
export type Texts = { [key: string]: string };

export interface Model {
  get(name: string): any;
  set(name: string, value: any): void;
  save_changes(): void;
  on(event: string, handler: () => void): void;
  off(event: string, handler: () => void): void;
}

// `name` is where the view runs; `participant` tells two learners at one computer apart.
export interface Host {
  name: "notebook" | "static" | "room";
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

// A host's answer to one request of a view; `id` is the request's.
export interface Reply {
  id: number;
  ok: boolean;
  code?: "stale" | "invalid" | "closed" | "failed";
  message?: string;
  field?: string;
  answer?: Doc;
  version?: number;
  file?: File_;
  text?: string;
  figures?: Doc;
  certificate?: { code: string; url: string; issued: string };
  imported?: string[];
  refused?: { activity: string; message: string }[];
}

export const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
