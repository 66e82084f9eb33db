// The static page's transport: answers live in this browser, one answers file for the whole course.
import { FORMAT, FORMAT_VERSION, parsed, type AnswersFile } from "./answers_file";
import { PageModel, type Transport } from "./model";
import { check } from "./schema";
import { equal, type Host, type Reply, type Texts, type Told } from "./types";

const KEY = "govcourse-answers";
const LAST = "govcourse-last"; // the exercise that was worked on last

// An answer as CSV, as there is no server to make it.
export type Rows = (spec: Told, answer: object, texts: Texts) => string;

const pages = new Map<string, PageModel>();

// The model of an exercise of this page. `host` is what the page knows of itself.
export function localModel(
  { spec, texts }: { spec: Told; texts: Texts },
  host: Pick<Host, "language" | "direction" | "session" | "scripts">,
  rows: Rows,
): PageModel {
  let answer: object = {};
  try {
    answer = usable(readStore().answers[spec.id], spec);
  } catch {
    // No storage: the first save says so.
  }
  const here: Host = { name: "static", participant: "", documents: ["csv"], ...host };
  const page = new PageModel({ spec, texts, host: here, answer, version: 0 }, transport(texts, rows));
  pages.set(spec.id, page);
  return page;
}

// All answers of this browser; none where it keeps nothing.
export function kept(): Record<string, object> {
  try {
    return readStore().answers;
  } catch {
    return {};
  }
}

// With which exercise one left off.
export function last(): string | null {
  try {
    return localStorage.getItem(LAST);
  } catch {
    return null;
  }
}

// Another tab of this browser changed the answers.
export function followTabs(): void {
  addEventListener("storage", (event) => event.key === KEY && announce());
}

function transport(texts: Texts, rows: Rows): Transport {
  return async (request, page) => {
    const failed = (message: string): Reply => ({ ok: false, code: "failed", message });
    const spec = page.get("spec");
    try {
      const store = readStore();
      switch (request.op) {
        case "save":
          return save(store, request, page);
        case "read":
          return { ok: true, answer: store.answers[request.activity] ?? {} };
        case "import":
          return importFile(request.text, store, texts);
        case "export": {
          const text = JSON.stringify(store, null, 1);
          return { ok: true, file: { name: "govcourse-answers.json", mime: "application/json", text } };
        }
        case "document": {
          const text = rows(spec, store.answers[spec.id] ?? {}, page.get("texts"));
          return { ok: true, file: { name: `${spec.id}.csv`, mime: "text/csv", text } };
        }
        case "summary":
          return failed(texts.room_only);
        default:
          return failed(texts.not_here);
      }
    } catch (error) {
      const full = (error as Error).name === "QuotaExceededError";
      return failed(full ? texts.storage_full : texts.storage_blocked);
    }
  };
}

function save(
  store: AnswersFile,
  { answer, version }: { answer: object; version: number },
  page: PageModel,
): Reply {
  const spec = page.get("spec");
  const [problem] = check(answer, spec.schema);
  if (problem) return { ok: false, code: "invalid", ...problem };
  const present = usable(store.answers[spec.id], spec);
  if (!equal(present, page.get("answer")) && !equal(present, answer)) {
    page.set("answer", present);
    return { ok: false, code: "stale", answer: present, version: version + 1 };
  }
  store.answers[spec.id] = answer;
  write(store);
  localStorage.setItem(LAST, spec.id);
  page.set("answer", answer);
  return { ok: true, version: version + 1 };
}

const emptyFile = (): AnswersFile => ({ format: FORMAT, version: FORMAT_VERSION, saved: "", answers: {} });

function readStore(): AnswersFile {
  const text = localStorage.getItem(KEY);
  if (text === null) return emptyFile();
  const file = parsed(text);
  if (file) return file;
  localStorage.setItem(`${KEY}-unreadable`, text); // kept aside
  return emptyFile();
}

function write(store: AnswersFile): void {
  store.saved = new Date().toISOString();
  localStorage.setItem(KEY, JSON.stringify(store));
  dispatchEvent(new Event("govcourse-saved"));
}

function importFile(text: string, store: AnswersFile, texts: Texts): Reply {
  const refuse = (message: string): Reply => ({ ok: false, code: "invalid", message });
  const file = parsed(text);
  if (!file) return refuse(texts.file_unreadable);
  if (file.version > FORMAT_VERSION) return refuse(texts.file_newer);
  const imported: string[] = [];
  const refused: Reply["refused"] = [];
  for (const [id, answer] of Object.entries(file.answers)) {
    // An exercise of another page is kept as it is and checked when that page shows it.
    const schema = pages.get(id)?.get("spec").schema;
    const [problem] = schema ? check(answer, schema) : [];
    if (problem) refused.push({ activity: id, ...problem });
    else {
      store.answers[id] = answer;
      imported.push(id);
    }
  }
  write(store);
  announce();
  return { ok: true, imported, refused };
}

function announce(): void {
  const { answers } = readStore();
  for (const [id, page] of pages) {
    const answer = usable(answers[id], page.get("spec"));
    if (!equal(answer, page.get("answer"))) page.receive({ version: page.get("version") + 1, answer });
  }
}

// What this page can show; an answer of another shape is put aside, not overwritten.
function usable(answer: object | undefined, spec: Told): object {
  if (!answer || !check(answer, spec.schema).length) return answer ?? {};
  localStorage.setItem(`${KEY}-unreadable:${spec.id}`, JSON.stringify(answer));
  return {};
}
