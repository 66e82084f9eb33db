// A session's page for one who learns alone: its exercises at once, by HTTP; in Voila its kernel carries the answers later.
import type { PageModel, Transport } from "./page";
import type { Doc, Model, Reply, Texts } from "./types";

// What an exercise needs; its answer comes along where whoever gives it knows whose it is.
export interface Opened {
  spec: Doc;
  texts: Texts;
  answer?: Doc;
  version?: number;
}

type Start = (place: HTMLElement, opened: Opened) => Promise<PageModel>;

// A session of one who learns alone: its exercises come one after the other, in the order in which they are read.
export async function startLearner(payload: Doc, start: Start): Promise<void> {
  if (payload.queue) queue(payload);
  addEventListener("govcourse-kernel", offer);
  addEventListener("pagehide", leave);
  for (const place of document.querySelectorAll<HTMLElement>("[data-govcourse-mount]")) {
    const activity = place.dataset.govcourseMount!;
    const opened: Opened | null =
      payload.first?.spec.id === activity ? payload.first : await ask(payload, activity);
    if (!opened) continue;
    learnerPages.set(activity, await start(place, opened));
    join(activity);
  }
}

async function ask(payload: Doc, activity: string): Promise<Opened | null> {
  const path = `${payload.api}/exercises/${activity}`;
  const response = await fetch(path, { credentials: "same-origin" }).catch(() => null);
  return response?.ok ? response.json() : null;
}

function queue(payload: Doc): void {
  const said = document.getElementById("queue")!;
  const ask = async () => {
    const response = await fetch(payload.queue, { credentials: "same-origin" }).catch(() => null);
    const { ahead } = response?.ok ? await response.json() : { ahead: null };
    if (ahead === 0) {
      said.textContent = payload.texts.queue_ready;
      return;
    }
    if (ahead) said.textContent = payload.texts.queue.replace("{place}", String(ahead));
    setTimeout(ask, 5000);
  };
  setTimeout(ask, 5000);
}

// ---- the kernel of a Voila page: it offers a widget for each exercise once it is there

const KERNEL_SILENT = 5000; // ms after which a kernel counts as gone; it is shorter than an exercise's own patience

const learnerPages = new Map<string, PageModel>();
const offered = new Map<string, Model>();

function offer(event: Event): void {
  const { activity, model } = (event as CustomEvent).detail;
  if (!document.querySelector(`[data-govcourse-mount="${activity}"]`)) return; // shown by the kernel alone
  event.preventDefault();
  offered.set(activity, model);
  join(activity);
}

function join(activity: string): void {
  const page = learnerPages.get(activity);
  const kernel = offered.get(activity);
  if (!page || !kernel) return;
  page.transport = kernelTransport(kernel, page.transport);
  document.querySelector(`[data-govcourse-mount="${activity}"]`)!.setAttribute("data-kernel", "");
}

// The kernel goes with its page, also when the page goes before Voila's own script is there.
function leave(): void {
  const { kernelId, baseUrl } = document.body.dataset;
  if (kernelId) navigator.sendBeacon(`${baseUrl}api/shutdown/${kernelId}`);
}

// Files still come from the server itself; a kernel that falls silent is not asked again.
function kernelTransport(kernel: Model, own: Transport): Transport {
  let gone = false;
  return async (request, page) => {
    if (gone || !["save", "read"].includes(request.op)) return own(request, page);
    const reply = await new Promise<Reply | null>((resolve) => {
      const heard = () => {
        const reply: Reply = kernel.get("reply");
        if (reply.id === request.id) end(reply);
      };
      const end = (reply: Reply | null) => {
        clearTimeout(silent);
        kernel.off("change:reply", heard);
        resolve(reply);
      };
      const silent = setTimeout(end, KERNEL_SILENT, null);
      kernel.on("change:reply", heard);
      try {
        kernel.set("request", request);
        kernel.save_changes();
      } catch {
        end(null);
      }
    });
    if (reply) return reply;
    gone = true;
    return own(request, page);
  };
}
