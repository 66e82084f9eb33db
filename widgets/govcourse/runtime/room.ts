// A participant's page follows its room: what opens appears, what is shown is looked at, and the time that is left.
import { clock, hear, now } from "./clock";
import type { PageModel } from "./model";
import type { Start } from "./page";
import type { Reviewing, ShowReviews } from "./reviews";
import type { MyTeam, ActivityShown, RoomGone, RoomShown, Timer } from "./shapes";
import type { Texts } from "./types";

export class RoomPage {
  private mounted = new Map<string, HTMLElement>();
  private models = new Map<string, PageModel>();
  private team: string | null | undefined; // its id, none, or not known yet
  private shown = new Map<string, string>(); // activity to the stamp of what is shown of it
  private extras = new Map<string, string>(); // activity to the parts that are switched on
  private reviews = new Map<string, { made: Promise<Reviewing>; stage: string }>();
  private lost = false; // events may have been missed
  private looked: string | null = null;
  private timer: Timer | null = null;
  private first = true;
  private readonly said = document.getElementById("said")!;
  private readonly bar = document.getElementById("bar")!;
  private readonly list = document.getElementById("exercises")!;

  constructor(
    private api: string,
    private texts: Texts,
    private start: Start,
    private showReviews: () => Promise<ShowReviews>,
  ) {
    const events = new EventSource(`${api}/events`);
    hear(events);
    events.addEventListener("room", (event) => this.apply(JSON.parse((event as MessageEvent).data)));
    events.addEventListener("answer", (event) =>
      this.read(JSON.parse((event as MessageEvent).data).activity),
    );
    for (const [name, tell] of [
      ["review", (one: Reviewing) => one.look()],
      ["work", (one: Reviewing) => one.waits()],
    ] as const)
      events.addEventListener(name, (event) => {
        const { activity } = JSON.parse((event as MessageEvent).data);
        void this.reviews.get(activity)?.made.then(tell);
      });
    events.addEventListener("open", () => this.connected(true));
    events.addEventListener("error", () => this.connected(false));
    setInterval(() => this.tick(), 250);
  }

  private connected(yes: boolean): void {
    this.lost ||= !yes;
    document.getElementById("connection")!.textContent = yes ? "" : this.texts.room_lost;
  }

  private async apply(room: RoomShown | RoomGone): Promise<void> {
    const gone = room.status === "deleted";
    const activities = gone ? [] : room.activities;
    const look = gone ? null : room.look;
    this.timer = gone ? null : room.timer;
    this.tick();
    if (room.status === "open") await this.lookForTeam();
    document.getElementById("message")!.textContent =
      room.status === "open" ? (room.message ?? "") : this.texts[`room_${room.status}`];
    const open = activities.filter((one) => one.state === "open");
    const opened = open.filter((one) => !this.mounted.has(one.id));
    // A part that is switched on, or off, is another exercise: the page is made anew, with what is not saved yet kept.
    for (const { id, extras } of open) {
      if (this.mounted.has(id) && this.extras.get(id) !== extras.join()) return location.reload();
      this.extras.set(id, extras.join());
    }
    const order = activities.map((one) => one.id);
    for (const one of opened) await this.mount(one.id, order);
    for (const [id, place] of this.mounted) {
      const closed = room.status !== "open" || !open.some((one) => one.id === id);
      place.querySelector<HTMLElement>(".closed")!.hidden = !closed;
    }
    const begun = activities.filter((one) => this.review(one, room.status === "open"));
    this.lost = false;
    document.getElementById("empty")!.hidden = this.mounted.size > 0;
    for (const one of activities) {
      const stamp = one.results === "shown" ? one.stamp : undefined;
      if (this.shown.get(one.id) === stamp) continue;
      if (stamp === undefined) this.shown.delete(one.id);
      else this.shown.set(one.id, stamp);
      dispatchEvent(new CustomEvent("govcourse-results", { detail: one.id }));
    }
    if (!this.first && opened.length)
      this.said.textContent = this.texts.room_opened.replace(
        "{title}",
        opened.map((one) => one.title).join(", "),
      );
    if (!this.first && begun.length)
      this.said.textContent = this.texts.review_begun.replace(
        "{title}",
        begun.map((one) => one.title).join(", "),
      );
    if (look && (look !== this.looked || (this.first && open.length > 1))) this.lookAt(look);
    this.looked = look;
    this.first = false;
  }

  // The review by another team stands above the exercise; whether it began just now.
  private review(one: ActivityShown, running: boolean): boolean {
    const model = this.models.get(one.id);
    if (one.review === "none" || !model) return false;
    const open = running && one.state === "open" && one.review === "open";
    const stage = JSON.stringify([open, one.stamp]);
    let there = this.reviews.get(one.id);
    const begun = open && !there;
    if (!there) {
      const place = this.mounted.get(one.id)!.querySelector<HTMLElement>(".review")!;
      const { api, texts } = this;
      there = { made: this.showReviews().then((show) => show(place, { api, texts, model })), stage: "" };
      this.reviews.set(one.id, there);
    }
    if (there.stage !== stage || this.lost) void there.made.then((made) => made.set(open));
    there.stage = stage;
    return begun;
  }

  private get(path: string): Promise<Response> {
    return fetch(`${this.api}${path}`, { credentials: "same-origin" });
  }

  // Another member wrote into the team's document.
  private async read(activity: string): Promise<void> {
    const response = await this.get(`/answers/${activity}`);
    if (response.ok) this.models.get(activity)?.receive(await response.json());
  }

  // Whoever comes into another team gets its documents: the page is made anew, with what is not saved yet kept.
  private async lookForTeam(): Promise<void> {
    const response = await this.get("/team");
    if (!response.ok) return;
    const { team }: { team: MyTeam | null } = await response.json();
    if (this.team !== undefined && this.team !== (team?.id ?? null)) return location.reload();
    this.team = team?.id ?? null;
    document.getElementById("team")!.textContent = team
      ? this.texts.room_team.replace("{name}", team.name).replace("{size}", String(team.size))
      : "";
  }

  // In the order of the course, whatever the order in which they were opened.
  private async mount(id: string, order: string[]): Promise<void> {
    const response = await this.get(`/exercises/${id}`);
    if (!response.ok || this.mounted.has(id)) return;
    const place = document.createElement("section");
    const closed = Object.assign(document.createElement("p"), { className: "closed", hidden: true });
    closed.textContent = this.texts.room_closed;
    const reviews = Object.assign(document.createElement("div"), { className: "review" });
    const exercise = document.createElement("div");
    place.append(closed, reviews, exercise);
    const after = [...this.mounted].find(([other]) => order.indexOf(other) > order.indexOf(id));
    this.list.insertBefore(place, after?.[1] ?? null);
    this.mounted.set(id, place);
    this.models.set(id, await this.start(exercise, await response.json()));
  }

  private lookAt(id: string): void {
    const place = this.mounted.get(id);
    if (!place) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    place.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
    const title = place.querySelector<HTMLElement>("h3");
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
    this.said.textContent = this.texts.room_look.replace("{title}", title?.textContent ?? "");
  }

  private tick(): void {
    const left = this.timer ? Math.round((this.timer.ends - now()) / 1000) : null;
    this.bar.hidden = left === null || left < -600;
    if (left === null) return;
    document.getElementById("clock")!.textContent = clock(left);
    document.getElementById("clock-title")!.textContent = this.timer!.title ?? "";
  }
}
