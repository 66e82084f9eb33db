// The tray on the server's pages: documents that are being made, on whichever page they were asked for, until they are taken.
import { BEGUN, began, lists, over, type Begun } from "./documents";
import { keep } from "./download";
import { fill } from "./fill";
import type { DocumentTold, DocumentsTold } from "./shapes";
import type { Texts } from "./types";

const LOOK_EVERY = 2000; // ms
const TAKEN = 15_000; // ms for which what was taken stays to be read: the browser's downloads show it too
const GONE = [401, 403, 404]; // nobody is known there any more

interface Line {
  el: HTMLLIElement;
  state: string;
  list: string;
}

export class Tray {
  private lines = new Map<string, Line>(); // by the document's address
  private asked = new Set<string>(); // addresses of those that were asked for on this page: they are taken by themselves
  private list = document.createElement("ul");
  private title = document.createElement("summary");
  private said = document.createElement("p");
  private lists = new Set(lists());
  private next = 0;

  constructor(
    private place: HTMLElement,
    private texts: Texts,
  ) {
    const about = Object.assign(document.createElement("p"), { textContent: texts.making_go_on });
    about.className = "note";
    this.said.className = "gc-hidden";
    this.said.setAttribute("role", "status");
    // On a phone it is one line until it is opened: it covers what one reads.
    const all = document.createElement("details");
    all.open = matchMedia("(min-width: 40rem)").matches;
    all.append(this.title, this.list, about);
    place.replaceChildren(all, this.said);
    addEventListener(BEGUN, (event) => {
      const { list, file } = (event as CustomEvent<Begun>).detail;
      this.lists.add(list);
      this.asked.add(address(list, file));
      void this.look();
    });
    document.addEventListener("click", (event) => this.follow(event));
    void this.look();
  }

  // A link to a document has it made; without this script it is waited for.
  private follow(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-makes]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.begin(link.getAttribute("href")!, link.textContent!.trim());
  }

  private async begin(at: string, name: string): Promise<void> {
    const response = await fetch(at, { method: "POST", credentials: "same-origin" }).catch(() => null);
    const [, api, file] = /^(.*\/)(documents\/[^/]+)$/.exec(at)!;
    if (response?.ok) return began(`${api}documents`, file);
    this.write(at, `${api}documents`, name, "failed", await why(response, this.texts.making_lost));
  }

  private async look(): Promise<void> {
    clearTimeout(this.next);
    const all = await Promise.all([...this.lists].map((list) => this.lookAt(list)));
    clearTimeout(this.next);
    if (all.includes(true)) this.next = window.setTimeout(() => void this.look(), LOOK_EVERY);
  }

  // Whether there is something to wait for.
  private async lookAt(list: string): Promise<boolean> {
    const response = await fetch(list, { credentials: "same-origin" }).catch(() => null);
    if (!response?.ok && !GONE.includes(response?.status ?? 0)) {
      for (const line of this.lines.values())
        if (line.list === list && ["waits", "made"].includes(line.state))
          stateOf(line).textContent = this.texts.making_lost;
      return true;
    }
    const { documents }: DocumentsTold = response!.ok ? await response!.json() : { documents: [] };
    const there = new Set(documents.map((one) => address(list, one.file)));
    for (const [at, line] of this.lines)
      if (line.list === list && !there.has(at) && ["waits", "made", "ready"].includes(line.state))
        this.vanished(at);
    for (const one of documents) await this.show(list, one);
    if (!documents.length) {
      this.lists.delete(list);
      over(list);
    }
    return documents.some(({ state }) => state === "waits" || state === "made");
  }

  private async show(list: string, one: DocumentTold): Promise<void> {
    const at = address(list, one.file);
    const name = `${one.title} (${one.file.split(".").at(-1)!.toUpperCase()})`;
    if (one.state === "ready" && this.asked.delete(at)) return this.take(at, list, name);
    this.write(at, list, name, one.state, this.words(one), one);
  }

  private words({ state, ahead, seconds, usual, message }: DocumentTold): string {
    const said = state === "made" && usual ? this.texts.making_usual : this.texts[`making_${state}`];
    const values: Record<string, unknown> = { n: ahead, seconds, usual };
    return fill(message || said, values);
  }

  // Somebody took it or put it away in another window, or nobody looked for it for long.
  private vanished(at: string): void {
    const { list } = this.lines.get(at)!;
    const name = this.lines.get(at)!.el.querySelector("strong")!.textContent!;
    if (this.asked.delete(at)) this.write(at, list, name, "failed", this.texts.making_gone);
    else this.remove(at);
  }

  private async take(at: string, list: string, name: string): Promise<void> {
    const response = await fetch(at, { credentials: "same-origin" }).catch(() => null);
    if (!response?.ok)
      return this.write(at, list, name, "failed", await why(response, this.texts.making_lost));
    const file = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "");
    keep(file ? file[1] : at.split("/").at(-1)!, await response.blob());
    this.write(at, list, name, "taken", this.texts.making_taken);
    setTimeout(() => this.lines.get(at)?.state === "taken" && this.remove(at), TAKEN);
  }

  private async cancel(at: string, list: string): Promise<void> {
    this.asked.delete(at);
    this.remove(at);
    await fetch(at, { method: "DELETE", credentials: "same-origin" }).catch(() => null);
    void this.look();
  }

  private remove(at: string): void {
    this.lines.get(at)?.el.remove();
    this.lines.delete(at);
    this.count();
  }

  // One line, whose buttons stay while its state does: they may have the focus.
  private write(
    at: string,
    list: string,
    name: string,
    state: string,
    words: string,
    told?: DocumentTold,
  ): void {
    const line = this.lines.get(at) ?? { el: document.createElement("li"), state: "", list };
    if (line.state !== state) {
      line.el.replaceChildren(
        Object.assign(document.createElement("strong"), { textContent: name }),
        Object.assign(document.createElement("span"), { className: "making-state" }),
        ...this.buttons(at, list, name, state),
      );
      line.el.dataset.state = state;
      if (["ready", "failed", "taken"].includes(state)) this.said.textContent = `${name}: ${words}`;
      if (state === "made") line.el.append(document.createElement("progress"));
    }
    const bar = line.el.querySelector("progress");
    if (bar && told?.usual) bar.value = Math.min(0.95, told.seconds / told.usual);
    bar?.setAttribute("aria-label", name);
    line.state = state;
    stateOf(line).textContent = words;
    if (!this.lines.has(at)) this.list.append(line.el);
    this.lines.set(at, line);
    this.count();
  }

  private count(): void {
    const states = [...this.lines.values()].map(({ state }) => state);
    const made = states.filter((state) => state === "ready" || state === "taken").length;
    this.title.textContent = this.texts.making_count
      .replace("{ready}", String(made))
      .replace("{all}", String(states.length));
    this.place.hidden = !states.length;
  }

  private buttons(at: string, list: string, name: string, state: string): HTMLButtonElement[] {
    const button = (words: string, onclick: () => void) => {
      const made = Object.assign(document.createElement("button"), {
        type: "button",
        textContent: words,
        onclick,
      });
      made.setAttribute("aria-label", `${words}: ${name}`);
      return made;
    };
    if (state === "waits" || state === "made")
      return [button(this.texts.making_cancel, () => void this.cancel(at, list))];
    const away = button(this.texts.making_away, () =>
      state === "taken" ? this.remove(at) : void this.cancel(at, list),
    );
    if (state !== "ready") return [away];
    const take = button(this.texts.making_take, () => void this.take(at, list, name));
    take.className = "main";
    return [take, away];
  }
}

const address = (list: string, file: string): string => list.replace(/[^/]*$/, "") + file;

const stateOf = (line: Line): Element => line.el.querySelector(".making-state")!;

async function why(response: Response | null, otherwise: string): Promise<string> {
  const { error } = (await response?.json().catch(() => ({}))) ?? {};
  return error?.message ?? otherwise;
}
