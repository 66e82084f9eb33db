// The cells of a session that compute: the page has none of Voila's scripts and no kernel until one of them is seen or asked for.
import type { LearnerPage } from "./shapes";

const AGAIN = 5000; // ms between two questions for a place
const BEFORE = "300px"; // how far below the screen a cell counts as seen
const OUTPUT = 'script[type="application/vnd.voila.cell-output+json"]';
const COMPLETE = "<!-- complete -->"; // as the template ends a cell
const WIDGET = "application/vnd.jupyter.widget-view+json";

type Computing = Pick<LearnerPage, "base" | "session" | "texts">;
// What the page does with what came out of a cell.
export interface Show {
  mount: (place: HTMLElement) => Promise<void>;
  chart: (within: HTMLElement) => void;
  prepare: () => unknown; // what draws charts is large, and comes while the server computes
}

export function startComputing(payload: Computing, show: Show): void {
  const places = [...document.querySelectorAll<HTMLElement>("[data-cell]")];
  if (!places.length) return;
  let asked = false;
  const run = () => {
    if (asked) return;
    asked = true;
    seen.disconnect();
    void show.prepare();
    compute(payload, places, show).catch(() => {
      leave();
      asked = false;
      say(places, payload.texts.compute_failed);
    });
  };
  const seen = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && run(), {
    rootMargin: BEFORE,
  });
  for (const place of places) {
    seen.observe(place);
    place.querySelector("button")?.addEventListener("click", run);
  }
  addEventListener("pagehide", leave);
}

// The kernel goes with its page, also when the page goes before Voila's own script is there.
function leave(): void {
  const { kernelId, baseUrl } = document.body.dataset;
  if (kernelId) navigator.sendBeacon(`${baseUrl}api/shutdown/${kernelId}`);
  delete document.body.dataset.kernelId;
}

const say = (places: HTMLElement[], text: string): void => {
  for (const place of places) {
    const said = place.querySelector<HTMLElement>("[role=status]");
    if (said) said.textContent = text;
  }
};

// The server runs the cells and sends what came out. Voila's script, which comes then, connects widgets with their kernel; charts
// need neither, and leave its place to somebody else.
async function compute(payload: Computing, places: HTMLElement[], show: Show): Promise<void> {
  say(places, payload.texts.computing);
  const response = await fetch(`${payload.base}sessions/${payload.session}/compute`, {
    credentials: "same-origin",
  });
  if (response.status === 503) {
    const { ahead, error } = await response.json();
    say(places, ahead ? payload.texts.queue.replace("{place}", String(ahead)) : error.message);
    return new Promise((resolve, reject) =>
      setTimeout(() => compute(payload, places, show).then(resolve, reject), AGAIN),
    );
  }
  if (!response.ok) throw new Error(response.statusText);
  const shown = new Set<HTMLElement>();
  let made!: Document;
  for await (made of growing(response))
    for (const place of places) {
      const cell = made.querySelector<HTMLElement>(`[data-place="${place.dataset.cell}"]`);
      if (!cell || shown.has(place)) continue;
      shown.add(place);
      if (shown.size === 1) join(made);
      new MutationObserver(() => mountNew(place, show)).observe(place, { childList: true, subtree: true });
      showMarkup(cell);
      place.replaceChildren(document.importNode(cell, true));
    }
  const script = made.querySelector<HTMLElement>("[data-script]");
  if (!script) throw new Error("The page broke off.");
  if (places.some((one) => one.querySelector(OUTPUT))) connect(script.dataset.script!);
  else leave();
}

// What has come of the page, each time that a cell is complete: its chart is shown while the next one is computed.
async function* growing(response: Response): AsyncGenerator<Document> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const complete = text.split(COMPLETE).length;
    text += part.value;
    const cells = text.split(COMPLETE);
    if (cells.length > complete) yield parsed(cells.slice(0, -1).join(""));
  }
  yield parsed(text);
}

const parsed = (text: string): Document => new DOMParser().parseFromString(text, "text/html");

// The kernel is this page's from now on.
function join(made: Document): void {
  const { kernelId } = JSON.parse(made.getElementById("kernel")!.textContent!);
  Object.assign(document.body.dataset, made.body.dataset, { kernelId });
  document.getElementById("jupyter-config-data")?.remove(); // of a page that broke off
  document.head.append(document.importNode(made.getElementById("jupyter-config-data")!, true));
}

// Puts what is markup, as a chart is, in its place; what is left to Voila's script are widgets, and what only it can show.
function showMarkup(cell: HTMLElement): void {
  for (const output of cell.querySelectorAll(OUTPUT)) {
    const { data = {} } = JSON.parse(output.textContent!) as { data?: Record<string, unknown> };
    const markup = data["text/html"];
    if (typeof markup !== "string" || WIDGET in data) continue;
    const shown = document.createElement("div");
    shown.className = "jp-RenderedHTMLCommon jp-RenderedHTML jp-OutputArea-output";
    shown.innerHTML = markup;
    output.replaceWith(shown);
  }
}

// Voila's script begins when the page has loaded; this page has, so that it may begin as soon as it asks.
function connect(address: string): void {
  Object.assign(globalThis, { voila_heartbeat() {}, display_cells() {}, voila_finish() {} });
  const listen = window.addEventListener;
  window.addEventListener = (type: string, heard: unknown, ...more: unknown[]) => {
    if (type !== "load" || document.readyState !== "complete")
      return listen.call(window, type, heard as EventListener, ...(more as [boolean]));
    window.addEventListener = listen;
    (heard as EventListener)(new Event("load"));
  };
  const script = document.createElement("script");
  script.src = address;
  document.body.append(script);
}

// An exercise that a cell shows is mounted as all others are, and a chart drawn.
const mounted = new WeakSet<HTMLElement>();
function mountNew(place: HTMLElement, { mount, chart }: Show): void {
  chart(place);
  for (const one of place.querySelectorAll<HTMLElement>("[data-govcourse-mount]"))
    if (!mounted.has(one)) {
      mounted.add(one);
      void mount(one);
    }
}
