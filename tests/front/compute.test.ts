// Cells that compute: each is shown when the server has run it, and the kernel goes with the page.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startComputing } from "govcourse/runtime/compute";

const HEAD = `<body data-base-url="/voila/"><script id="jupyter-config-data" type="application/json">{}</script>
  <script id="kernel" type="application/json">{"kernelId":"k-1"}</script>`;
const output = (data: object) =>
  `<script type="application/vnd.voila.cell-output+json">${JSON.stringify({ data })}</script>`;
const cell = (place: number, data: object = { "text/html": `<b>Chart ${place}</b>` }) =>
  `<div data-place="${place}">${output(data)}</div><!-- complete -->`;
const TAIL = `<p data-script="/voila.js"></p></body>`;
const texts = { computing: "It computes.", compute_failed: "Try again.", queue: "{place} before you." };

let send: (part: string) => void;
let end: () => void;
let left: string[];

beforeEach(() => {
  document.body.innerHTML = [3, 5]
    .map((n) => `<div data-cell="${n}"><button>Compute</button><p role="status"></p></div>`)
    .join("");
  left = [];
  vi.stubGlobal("navigator", { sendBeacon: (url: string) => left.push(url) });
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (part) => controller.enqueue(new TextEncoder().encode(part));
      end = () => controller.close();
    },
  });
  vi.stubGlobal("fetch", async () => new Response(body));
  vi.useRealTimers();
  startComputing({ base: "/", session: 4, texts } as never, {
    mount: async () => {},
    chart: () => {},
    prepare: () => {},
  });
  document.querySelector("button")!.click();
});
afterEach(() => {
  delete document.body.dataset.kernelId;
  vi.unstubAllGlobals();
});

const shown = (place: number) => document.querySelector(`[data-cell="${place}"]`)!.textContent;

test("a chart is shown while the next cell is computed, and the kernel that nothing needs is left at the end", async () => {
  send(HEAD + cell(3).slice(0, 20));
  send(cell(3).slice(20));
  await vi.waitFor(() => expect(shown(3)).toBe("Chart 3"));
  expect(shown(5)).toContain("It computes.");
  expect(document.body.dataset.kernelId).toBe("k-1");
  send(cell(5) + TAIL);
  end();
  await vi.waitFor(() => expect(left).toEqual(["/voila/api/shutdown/k-1"]));
  expect(shown(5)).toBe("Chart 5");
  expect(document.querySelectorAll("#jupyter-config-data")).toHaveLength(1);
});

test("a widget brings Voila's script, which connects it with its kernel", async () => {
  send(HEAD + cell(3) + cell(5, { "application/vnd.jupyter.widget-view+json": { model_id: "m" } }) + TAIL);
  end();
  await vi.waitFor(() => expect(document.querySelector('script[src="/voila.js"]')).not.toBeNull());
  expect(document.querySelectorAll('[data-cell="5"] script')).toHaveLength(1);
  expect(left).toEqual([]);
});

test("where the page breaks off, what came stays, the rest can be asked for again, and the kernel goes", async () => {
  send(HEAD + cell(3));
  end();
  await vi.waitFor(() => expect(shown(5)).toContain("Try again."));
  expect(shown(3)).toBe("Chart 3");
  expect(left).toEqual(["/voila/api/shutdown/k-1"]);
  expect(document.querySelector('[data-cell="5"] button')).not.toBeNull();
});

test("who computes on enough pages already is told to close one", async () => {
  const full = { error: { message: "Close one of them." } };
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(full), { status: 503 }));
  startComputing({ base: "/", session: 4, texts } as never, {
    mount: async () => {},
    chart: () => {},
    prepare: () => {},
  });
  document.querySelector("button")!.click();
  await vi.waitFor(() => expect(shown(5)).toContain("Close one of them."));
});
