// What the book's pages do beside their exercises: progress, definitions, the case filter, an offline copy.
import { fill } from "../runtime/fill";
import { plain } from "../runtime/plain";
import { excerpts } from "./excerpts";

const KEY = "govcourse-answers";
type Texts = Record<string, string>;

export function site(): void {
  excerpts();
  const payload = document.getElementById("govcourse-book");
  if (!payload) return;
  const { texts, exercises } = JSON.parse(payload.textContent!) as { texts: Texts; exercises: string[] };
  progress(texts, exercises);
  definitions();
  folds();
  filters(texts);
  offline(texts);
}

const article = () => document.querySelector<HTMLElement>("article.bd-article") ?? document.body;

// ---- the contents at the side: what is folded under a chapter is called by its name

function folds(): void {
  for (const fold of document.querySelectorAll("li.has-children > details > summary"))
    fold.setAttribute("aria-label", fold.closest("li")!.querySelector("a")!.textContent!.trim());
}

// ---- how far the reader has come, on every page

function progress(texts: Texts, exercises: string[]): void {
  const label = document.querySelector<HTMLElement>("label[for=gc-progress]");
  const bar = document.querySelector<HTMLProgressElement>("#gc-progress");
  if (!label || !bar) return; // the page of the search
  const show = () => {
    let answers: Record<string, object> = {};
    try {
      answers = JSON.parse(localStorage.getItem(KEY) ?? "{}").answers ?? {};
    } catch {
      label.textContent = texts.storage_blocked;
      bar.hidden = true;
      return;
    }
    const done = exercises.filter((id) => Object.keys(answers[id] ?? {}).length).length;
    label.textContent = fill(texts.progress, { done, all: exercises.length });
    bar.value = done;
  };
  show();
  addEventListener("storage", show);
  addEventListener("govcourse-saved", show);
}

// ---- definitions of terms: on hover and focus, hoverable, put away by Escape

function definitions(): void {
  const terms = document.querySelectorAll<HTMLAnchorElement>("a.gc-term[title]");
  if (!terms.length) return;
  const box = Object.assign(document.createElement("div"), { id: "gc-definition", hidden: true });
  box.setAttribute("role", "tooltip");
  document.body.append(box);
  let away = 0;
  const hide = () => (box.hidden = true);
  const later = () => (away = window.setTimeout(hide, 200));
  const show = (term: HTMLAnchorElement) => {
    clearTimeout(away);
    box.textContent = term.dataset.definition!;
    box.hidden = false;
    const at = term.getBoundingClientRect();
    box.style.maxWidth = `${Math.min(360, innerWidth - 32)}px`;
    box.style.left = `${Math.max(16, Math.min(at.left, innerWidth - box.offsetWidth - 16)) + scrollX}px`;
    const below = at.bottom + box.offsetHeight + 8 < innerHeight;
    box.style.top = `${(below ? at.bottom + 4 : at.top - box.offsetHeight - 4) + scrollY}px`;
  };
  terms.forEach((term) => {
    term.dataset.definition = term.title;
    term.removeAttribute("title");
    term.setAttribute("aria-describedby", "gc-definition");
    term.addEventListener("mouseenter", () => show(term));
    term.addEventListener("focus", () => show(term));
    term.addEventListener("mouseleave", later);
    term.addEventListener("blur", hide);
  });
  box.addEventListener("mouseenter", () => clearTimeout(away));
  box.addEventListener("mouseleave", later);
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

// ---- the case library's index

const COLUMNS = [2, 3, 4, 5, 6, 7, 8]; // of the table: region, SDGs, principles, topics, transfer, techniques, session

function filters(texts: Texts): void {
  const place = document.getElementById("case-filters");
  const table = document.querySelector<HTMLTableElement>(".case-index table");
  if (!place || !table) return;
  const rows = [...table.tBodies[0].rows];
  const cells = (row: HTMLTableRowElement, column: number) =>
    row.cells[column].textContent!.split(/[;؛]\s*|[,،]\s*(?=\d)/).map((one) => one.trim());
  const chosen = new Map<number, string>();
  const count = document.getElementById("case-count")!;
  const search = document.createElement("input");
  const apply = () => {
    let shown = 0;
    for (const row of rows) {
      const fits =
        [...chosen].every(([column, value]) => !value || cells(row, column).includes(value)) &&
        plain(row.textContent!).includes(plain(search.value.trim()));
      row.hidden = !fits;
      shown += Number(fits);
    }
    count.textContent = fill(texts.filter_count, { n: shown, all: rows.length });
  };
  const label = document.createElement("label");
  search.type = "search";
  label.append(texts.filter_search, search);
  search.addEventListener("input", apply);
  place.append(label);
  const selects = COLUMNS.map((column) => {
    const name = table.tHead!.rows[0].cells[column].textContent!.trim();
    const all = [...new Set(rows.flatMap((row) => cells(row, column)))];
    all.sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
    const select = document.createElement("select");
    select.setAttribute("aria-label", name);
    select.append(
      new Option(fill(texts.filter_any, { name }), ""),
      ...all.map((one) => new Option(one, one)),
    );
    select.addEventListener("change", () => {
      chosen.set(column, select.value);
      apply();
    });
    return select;
  });
  const clear = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: texts.filter_clear,
  });
  clear.addEventListener("click", () => {
    chosen.clear();
    search.value = "";
    for (const select of selects) select.value = "";
    apply();
  });
  place.append(...selects, clear);
  place.hidden = false;
  apply();
}

// ---- the course on this device, when it is served by https or from this machine

async function offline(texts: Texts): Promise<void> {
  const worker = navigator.serviceWorker;
  if (!worker || !isSecureContext || location.protocol === "file:") return;
  const base = document.documentElement.dataset.content_root ?? "./";
  const place = Object.assign(document.createElement("p"), { className: "gc-offline" });
  const said = document.createElement("span");
  const button = Object.assign(document.createElement("button"), { type: "button" });
  said.setAttribute("role", "status");
  place.append(button, " ", said);
  let kept = false;
  const show = (message: { state: string; done?: number; all?: number; bytes: number }) => {
    if (message.state === "working") {
      said.textContent = fill(texts.offline_working, { done: message.done!, all: message.all! });
      return;
    }
    kept = message.state === "kept";
    button.disabled = false;
    const size = (message.bytes / 1e6).toFixed(1);
    button.textContent = kept ? texts.offline_remove : fill(texts.offline_get, { size });
    const words: Texts = {
      kept: texts.offline_done,
      failed: texts.offline_failed,
      removed: texts.offline_removed,
    };
    said.textContent = words[message.state] ?? "";
  };
  worker.addEventListener("message", (event) => show(event.data));
  button.addEventListener("click", async () => {
    button.disabled = true;
    (await worker.ready).active!.postMessage(kept ? "remove" : "keep");
  });
  try {
    await worker.register(`${base}sw.js`);
    (await worker.ready).active!.postMessage("ask");
    (document.querySelector(".bd-article-container") ?? article()).append(place);
  } catch {
    // Not served with a worker: the book works all the same.
  }
}
