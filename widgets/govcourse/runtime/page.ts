// The page host: runs the same views without a kernel, in the static book and in live rooms; who includes it loads them.
import { startLearner, type Opened, type SessionPayload } from "./learner";
import { RoomPage } from "./room";
import { check } from "./schema";
import { equal, type Doc, type Model, type Reply, type Texts } from "./types";

export const SCRIPTS = (document.currentScript as HTMLScriptElement | null)?.src.replace(/[^/]*$/, "") ?? "";
const KEY = "govcourse-answers";
const FORMAT = "govcourse-answers";
const FORMAT_VERSION = 1;

type Traits = Record<string, any>;
export type Transport = (request: Doc, page: PageModel) => Promise<Omit<Reply, "id">>;

export class PageModel implements Model {
  private handlers = new Map<string, Set<() => void>>();
  constructor(
    private traits: Traits,
    public transport: Transport,
  ) {}
  get(name: string) {
    return this.traits[name];
  }
  set(name: string, value: any) {
    this.traits[name] = value;
  }
  on(event: string, handler: () => void) {
    if (!this.handlers.has(event)) this.handlers.set(event, new Set());
    this.handlers.get(event)!.add(handler);
  }
  off(event: string, handler: () => void) {
    this.handlers.get(event)?.delete(handler);
  }
  receive(changes: Traits) {
    Object.assign(this.traits, changes);
    for (const name of Object.keys(changes))
      this.handlers.get(`change:${name}`)?.forEach((handler) => handler());
  }
  save_changes() {
    const request = this.traits.request;
    this.transport(request, this).then((reply) => this.receive({ reply: { id: request.id, ...reply } }));
  }
}

// ---- the static page: answers live in this browser, one answers file for the whole course

interface AnswersFile {
  format: string;
  version: number;
  saved: string;
  answers: Record<string, Doc>;
}

const emptyFile = (): AnswersFile => ({ format: FORMAT, version: FORMAT_VERSION, saved: "", answers: {} });

function readStore(): AnswersFile {
  const text = localStorage.getItem(KEY);
  if (text === null) return emptyFile();
  try {
    const file = JSON.parse(text);
    if (file?.format === FORMAT && typeof file.answers === "object") return file;
  } catch {
    // falls through: kept aside below
  }
  localStorage.setItem(`${KEY}-unreadable`, text);
  return emptyFile();
}

const specs = new Map<string, Doc>();

function localTransport(texts: Texts): Transport {
  return async (request, page) => {
    const failed = (message: string): Omit<Reply, "id"> => ({ ok: false, code: "failed", message });
    const activity = page.get("spec").id;
    try {
      const store = readStore();
      if (request.op === "save") {
        const present = usable(store.answers[activity], page.get("spec"), texts);
        if (!equal(present, page.get("answer")) && !equal(present, request.answer)) {
          page.set("answer", present);
          return { ok: false, code: "stale", answer: present, version: request.version + 1 };
        }
        store.answers[activity] = request.answer;
        write(store);
        page.set("answer", request.answer);
        return { ok: true, version: request.version + 1 };
      }
      if (request.op === "export")
        return {
          ok: true,
          file: {
            name: "govcourse-answers.json",
            mime: "application/json",
            text: JSON.stringify(store, null, 1),
          },
        };
      if (request.op === "document" && rowsOf)
        return {
          ok: true,
          file: {
            name: fileName(activity, "csv"),
            mime: "text/csv",
            text: rowsOf(page.get("spec"), store.answers[activity] ?? {}, page.get("texts")),
          },
        };
      if (request.op === "read") return { ok: true, answer: store.answers[request.activity] ?? {} };
      if (request.op === "import") return importFile(request.text, store, texts);
      if (request.op === "summary") return failed(texts.room_only);
      return failed(texts.not_here);
    } catch (error) {
      return failed(
        (error as Error).name === "QuotaExceededError" ? texts.storage_full : texts.storage_blocked,
      );
    }
  };
}

function write(store: AnswersFile): void {
  store.saved = new Date().toISOString();
  localStorage.setItem(KEY, JSON.stringify(store));
  dispatchEvent(new Event("govcourse-saved"));
}

function importFile(text: string, store: AnswersFile, texts: Texts): Omit<Reply, "id"> {
  let file: any;
  try {
    file = JSON.parse(text);
  } catch {
    file = null;
  }
  const refuse = (message: string): Omit<Reply, "id"> => ({ ok: false, code: "invalid", message });
  if (file?.format !== FORMAT || file.answers === null || typeof file.answers !== "object")
    return refuse(texts.file_unreadable);
  if (file.version > FORMAT_VERSION) return refuse(texts.file_newer);
  const imported: string[] = [];
  const refused: { activity: string; message: string }[] = [];
  for (const [id, answer] of Object.entries<Doc>(file.answers)) {
    const spec = specs.get(id);
    const problems = spec ? check(answer, spec.schema, texts) : [];
    if (problems.length)
      refused.push({ activity: id, message: `${problems[0].field}: ${problems[0].message}` });
    else {
      // An exercise of another page is kept as it is and checked when that page shows it.
      store.answers[id] = answer;
      imported.push(id);
    }
  }
  write(store);
  announce();
  return { ok: true, imported, refused };
}

const localPages = new Map<string, PageModel>();

function announce(): void {
  const { answers } = readStore();
  for (const [id, page] of localPages) {
    const answer = usable(answers[id], page.get("spec"), page.get("texts"));
    if (!equal(answer, page.get("answer"))) page.receive({ version: page.get("version") + 1, answer });
  }
}

// What this page can show; an answer of another shape is put aside, not overwritten.
function usable(answer: Doc | undefined, spec: Doc, texts: Texts): Doc {
  if (!answer || !check(answer, spec.schema, texts).length) return answer ?? {};
  localStorage.setItem(`${KEY}-unreadable:${spec.id}`, JSON.stringify(answer));
  return {};
}

function localModel(spec: Doc, texts: Texts, language: Doc): PageModel {
  let answer: Doc = {};
  try {
    answer = usable(readStore().answers[spec.id], spec, texts);
  } catch {
    // No storage: the first save says so.
  }
  const host = { name: "static", participant: "", documents: rowsOf ? ["csv"] : [], ...language };
  const page = new PageModel({ spec, texts, host, answer, version: 0 }, localTransport(texts));
  specs.set(spec.id, spec);
  localPages.set(spec.id, page);
  return page;
}

// ---- the live room: answers go by HTTP to the room

function httpTransport(room: string, texts: Texts): Transport {
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${room}${path}`, {
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      ...init,
    });
  return async (request, page) => {
    const id = page.get("spec").id;
    try {
      if (request.op === "document") {
        const response = await call(`/documents/${id}.${request.format}`);
        if (!response.ok) return await refusal(response);
        const base64 = btoa(
          new Uint8Array(await response.arrayBuffer()).reduce((s, b) => s + String.fromCharCode(b), ""),
        );
        return {
          ok: true,
          file: { name: fileName(id, request.format), mime: response.headers.get("Content-Type")!, base64 },
        };
      }
      if (request.op === "read") {
        const response = await call(`/answers/${request.activity}`);
        return response.ok ? { ok: true, answer: (await response.json()).answer } : await refusal(response);
      }
      if (request.op === "summary") {
        const response = await call(`/activities/${request.activity}/summary`);
        return response.ok ? { ok: true, figures: await response.json() } : await refusal(response);
      }
      if (request.op === "certificate") {
        const response = await call("/certificate", {
          method: "POST",
          body: JSON.stringify({ name: request.name }),
        });
        return response.ok ? { ok: true, certificate: await response.json() } : await refusal(response);
      }
      if (request.op === "export") {
        const response = await call("/answers");
        if (!response.ok) return await refusal(response);
        return {
          ok: true,
          file: { name: "govcourse-answers.json", mime: "application/json", text: await response.text() },
        };
      }
      if (request.op === "import") {
        const response = await call("/answers", { method: "POST", body: request.text });
        if (!response.ok) return await refusal(response);
        const outcome = await response.json();
        const present = await (await call(`/answers/${id}`)).json();
        page.receive({ version: present.version, answer: present.answer });
        return { ok: true, ...outcome };
      }
      const body = JSON.stringify({ answer: request.answer, version: request.version });
      const response = await call(`/answers/${id}`, { method: "PUT", body });
      if (!response.ok) return await refusal(response);
      const { version } = await response.json();
      return { ok: true, version };
    } catch {
      return { ok: false, code: "failed", message: texts.no_network };
    }
  };
}

const fileName = (activity: string, format: string): string =>
  format === "certificate" ? "certificate.pdf" : `${activity}.${format}`;

async function refusal(response: Response): Promise<Omit<Reply, "id">> {
  const body = await response.json().catch(() => ({}));
  const codes: Record<number, Reply["code"]> = { 409: "stale", 422: "invalid", 423: "closed" };
  return {
    ok: false,
    code: codes[response.status] ?? "failed",
    message: body.error?.message,
    field: body.error?.field,
    answer: body.answer,
    version: body.version,
  };
}

async function roomModel({ spec, texts, ...given }: Opened, language: Doc, room: Doc): Promise<PageModel> {
  const path = `${room.api}/answers/${spec.id}`;
  const present: Doc = given.answer
    ? given
    : await (await fetch(path, { credentials: "same-origin" })).json();
  const host = { name: room.host ?? "room", participant: room.participant, ...language };
  const traits = { spec, texts, host, answer: present.answer ?? {}, version: present.version ?? 0 };
  return new PageModel(
    { ...traits, host: { ...host, documents: spec.documents ?? [] } },
    httpTransport(room.api, texts),
  );
}

// ---- every mount point of the page becomes an exercise

async function start(place: HTMLElement, opened: Opened): Promise<PageModel> {
  const { spec, texts } = opened;
  const { session } = place.dataset;
  const language = {
    session: session ? Number(session) : null,
    scripts: SCRIPTS,
    language: document.documentElement.lang || "en",
    direction: document.documentElement.dir || "ltr",
  };
  const model = room ? await roomModel(opened, language, room) : localModel(spec, texts, language);
  const el = document.createElement("div");
  (await load(spec.kind)).default.render({ model, el });
  place.replaceChildren(el);
  return model;
}

let load: (kind: string) => any;
let room: Doc | null = null; // on a participant's page: where the room is

function startAll(): void {
  const learner = document.getElementById("learner");
  if (learner) {
    room = JSON.parse(learner.textContent!);
    startLearner(room as unknown as SessionPayload, start);
    return;
  }
  document.querySelectorAll<HTMLElement>("[data-govcourse-mount]").forEach((place) => {
    const exercise = JSON.parse(place.querySelector("script")!.textContent!);
    start(place, exercise).catch((error) => {
      place.append(Object.assign(document.createElement("p"), { role: "alert", textContent: String(error) }));
    });
  });
  const payload = document.getElementById("room");
  if (payload) {
    room = JSON.parse(payload.textContent!);
    new RoomPage(room!.api, room!.texts, (place, exercise) => {
      if (room!.session) place.dataset.session = String(room!.session);
      return start(place, exercise);
    });
  }
  addEventListener("storage", (event) => event.key === KEY && announce());
}

type Rows = (spec: any, answer: Doc, texts: Texts) => string;
let rowsOf: Rows | null = null; // an answer as CSV, where there is no server to make it

// `views` gives the module of a kind.
export function startPage(views: (kind: string) => any, rows: Rows | null = null): void {
  load = views;
  rowsOf = rows;
  // A session's page is sent in pieces: it has its exercises long before it is whole.
  if (document.readyState === "loading" && !document.getElementById("learner"))
    document.addEventListener("DOMContentLoaded", startAll);
  else startAll();
}
