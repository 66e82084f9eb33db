// The strip at the top of a participant's page: whether all is saved, the time that is left, and what just happened.
import { clock, now } from "./clock";
import type { Timer } from "./shapes";
import type { Texts } from "./types";

const OVER = -600; // seconds after which nobody needs to be told that time is up

export class Strip {
  private states = new Map<string, string>(); // of saving, by exercise
  private lost = false;
  private time: Timer | null = null;
  private readonly saved = document.getElementById("saved")!;
  private readonly notice = document.getElementById("notice")!;
  private readonly connection = document.getElementById("connection")!;

  constructor(private texts: Texts) {
    addEventListener("govcourse-status", (event) => {
      const { activity, kind } = (event as CustomEvent).detail;
      this.states.set(activity, kind);
      this.draw();
    });
    for (const event of ["online", "offline"]) addEventListener(event, () => this.draw());
    setInterval(() => this.tick(), 250);
    this.draw();
  }

  set connected(yes: boolean) {
    this.lost = !yes;
    this.draw();
  }
  set timer(timer: Timer | null) {
    this.time = timer;
    this.tick();
  }

  // What stays to be read until something else happens, with a button that leads there.
  say(text: string, go?: () => void): void {
    const button = Object.assign(document.createElement("button"), { type: "button", onclick: go });
    button.textContent = this.texts.room_look_go;
    this.notice.replaceChildren(text, ...(go ? [" ", button] : []));
    this.notice.hidden = !text;
  }

  private draw(): void {
    const kinds = [...this.states.values()];
    const has = (...some: string[]) => some.some((kind) => kinds.includes(kind));
    const lost = this.lost || !navigator.onLine;
    const state =
      lost || has("problem")
        ? lost
          ? "offline"
          : "problem"
        : has("waiting", "saving")
          ? "saving"
          : has("saved")
            ? "saved"
            : "connected";
    this.connection.textContent = this.lost ? this.texts.room_lost : "";
    if (this.saved.dataset.kind === state) return;
    this.saved.dataset.kind = state;
    this.saved.textContent = this.texts[`room_${state}`];
  }

  private tick(): void {
    const left = this.time ? Math.round((this.time.ends - now()) / 1000) : null;
    document.getElementById("time")!.hidden = left === null || left < OVER;
    if (left === null) return;
    document.getElementById("clock")!.textContent = left > 0 ? clock(left) : this.texts.room_time_up;
    const title = document.getElementById("clock-title")!;
    title.textContent = this.time!.title ?? "";
    title.classList.toggle("gc-hidden", this.time!.of === "exercise"); // its title stands above it; a break's nowhere else
  }
}
