// A participant's page follows its room: what opens appears, what closes is locked and folded away, what is shown is looked at.
import type { Listening } from "./audience";
import { hear } from "./clock";
import type { Opened } from "./http";
import type { PageModel } from "./model";
import type { Start } from "./page";
import type { Reviewing, ShowReviews } from "./reviews";
import type { MyTeam, ActivityShown, RoomGone, RoomLeft, RoomShown } from "./shapes";
import { Strip } from "./strip";
import type { Texts } from "./types";

// Where an exercise stands: folded to its summary once it is closed and something else is open, its fields locked.
interface Place {
  fold: HTMLDetailsElement;
  title: string;
  fields: HTMLFieldSetElement;
  review: HTMLElement;
}

const TYPED = "input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]";

const AGAIN = 3000; // ms after which what got no answer is asked for again
const PATIENCE = 30_000; // ms after which what hangs counts as not answered

// Whether what was asked for may be had later: nobody answered, or the server could not now.
const mayWork = (response: Response | undefined): boolean => !response || response.status >= 500;

export class RoomPage {
  private mounted = new Map<string, Place>();
  private models = new Map<string, PageModel>();
  private team: string | null | undefined; // its id, none, or not known yet
  private teams: string | null = null; // the stamp of those that are known
  private shown = new Map<string, string>(); // activity to the stamp of what is shown of it
  private phases = new Map<string, string | null>(); // activity to the phase into which the facilitator took it
  private extras = new Map<string, string>(); // activity to the parts that are switched on
  private reviews = new Map<string, { made: Promise<Reviewing>; stage: string }>();
  private lost = false; // events may have been missed
  private room: RoomShown | RoomGone | RoomLeft | null = null; // as it was last told
  private applied: Promise<void> = Promise.resolve();
  private looked: string | null = null;
  private first = true;
  private readonly said = document.getElementById("said")!;
  private readonly list = document.getElementById("exercises")!;
  private readonly closed = document.getElementById("closed")!;
  private readonly strip: Strip;
  private audience: Promise<Listening> | null = null;

  constructor(
    private api: string,
    private texts: Texts,
    private start: Start,
    private showReviews: () => Promise<ShowReviews>,
    private showAudience: () => Promise<Listening>,
  ) {
    this.strip = new Strip(texts);
    const events = new EventSource(`${api}/events`);
    hear(events);
    events.addEventListener("room", (event) => this.hear(JSON.parse((event as MessageEvent).data)));
    events.addEventListener("answer", (event) =>
      this.read(JSON.parse((event as MessageEvent).data).activity),
    );
    events.addEventListener("questions", (event) => {
      const { questions } = JSON.parse((event as MessageEvent).data);
      this.tellAudience((one) => one.hear(questions));
    });
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
  }

  // What is said out of turn comes after all else: its script is loaded when the room's first news are there.
  private tellAudience(tell: (one: Listening) => void): void {
    this.audience ??= this.showAudience();
    this.audience.then(tell, () => (this.audience = null)); // loaded again with the next news
  }

  // Back again, what waits is sent at once, not when its turn comes; a team's documents may be older than what others wrote.
  private connected(yes: boolean): void {
    if (yes && this.lost) {
      dispatchEvent(new Event("govcourse-reopened"));
      for (const [id, model] of this.models) if (model.get("spec").owner === "team") void this.read(id);
    }
    this.lost ||= !yes;
    this.strip.connected = yes;
  }

  // What can be said at once is; what has to be fetched comes in turn, so that an older state never overtakes a newer one.
  private hear(room: RoomShown | RoomGone | RoomLeft): void {
    const there = room.status === "deleted" || room.status === "removed" ? null : room;
    this.room = room;
    this.strip.timer = there && there.timer;
    this.tellAudience((one) => one.set(there));
    const apply = () => (room === this.room ? this.apply(room) : undefined); // else the next one says it all
    this.applied = this.applied.then(apply, apply);
  }

  private async apply(room: RoomShown | RoomGone | RoomLeft): Promise<void> {
    const gone = room.status === "deleted" || room.status === "removed";
    const activities = gone ? [] : room.activities;
    const look = gone ? null : room.look;
    // A team is asked for only where there may be another: a hundred phones hear of each act at once.
    if (room.status === "open" && room.teams !== this.teams) await this.lookForTeam(room.teams);
    document.getElementById("message")!.textContent =
      room.status === "open" ? (room.message ?? "") : this.texts[`room_${room.status}`];
    const open = room.status === "open" ? activities.filter((one) => one.state === "open") : [];
    const opened = open.filter((one) => !this.mounted.has(one.id));
    // A part that is switched on, or off, is another exercise: the page is made anew, with what is not saved yet kept.
    for (const { id, extras } of open) {
      if (this.mounted.has(id) && this.extras.get(id) !== extras.join()) return location.reload();
      this.extras.set(id, extras.join());
    }
    const order = activities.map((one) => one.id);
    for (const one of opened) await this.mount(one.id, order);
    this.settle(new Set(open.map((one) => one.id)), order);
    for (const { id, phase } of open) {
      if (this.phases.get(id) !== phase)
        dispatchEvent(new CustomEvent("govcourse-phase", { detail: { activity: id, phase } }));
      this.phases.set(id, phase);
    }
    const begun = activities.filter((one) => this.review(one, room.status === "open"));
    this.lost = false;
    document.getElementById("empty")!.hidden = open.length > 0 || room.status !== "open";
    // What is hidden again is looked for as well: it is refused, and goes.
    for (const one of activities) {
      const stamp = one.results === "shown" ? one.stamp : undefined;
      if (this.shown.get(one.id) === stamp) continue;
      if (stamp === undefined) this.shown.delete(one.id);
      else this.shown.set(one.id, stamp);
      dispatchEvent(new CustomEvent("govcourse-results", { detail: one.id }));
    }
    if (opened.length && !this.first) {
      this.strip.say("");
      this.said.textContent = this.texts.room_opened.replace(
        "{title}",
        opened.map((one) => one.title).join(", "),
      );
    }
    if (!this.first && begun.length)
      this.said.textContent = this.texts.review_begun.replace(
        "{title}",
        begun.map((one) => one.title).join(", "),
      );
    if (look && (look !== this.looked || (this.first && open.length > 1))) this.lookAt(look);
    this.looked = look;
    this.first = false;
  }

  // What is closed is locked at once, also while somebody looks at it; it is folded away when something else is open.
  private settle(open: Set<string>, order: string[]): void {
    for (const [id, { fold, fields, title }] of this.mounted) {
      const closed = !open.has(id);
      const closing = closed && !fields.disabled;
      const reopening = !closed && fields.disabled;
      fields.disabled = closed;
      if (reopening) dispatchEvent(new Event("govcourse-reopened")); // what was refused meanwhile is sent again
      if (closing) this.strip.say(this.texts.room_closed_now.replace("{title}", title));
      const away = closed && (open.size > 0 || fold.parentElement === this.closed);
      if (away === (fold.parentElement === this.closed)) continue;
      fold.open = !away;
      if (away) this.closed.append(fold);
      else this.insert(id, order);
    }
    this.closed.hidden = !this.closed.querySelector("details");
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
      const place = this.mounted.get(one.id)!.review;
      const { api, texts } = this;
      there = { made: this.showReviews().then((show) => show(place, { api, texts, model })), stage: "" };
      this.reviews.set(one.id, there);
    }
    if (there.stage !== stage || this.lost) void there.made.then((made) => made.set(open));
    there.stage = stage;
    return begun;
  }

  private get(path: string): Promise<Response> {
    return fetch(`${this.api}${path}`, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) });
  }

  // Another member wrote into the team's document.
  private async read(activity: string): Promise<void> {
    const response = await this.get(`/answers/${activity}`).catch(() => undefined);
    if (response?.ok) this.models.get(activity)?.receive(await response.json());
    else if (mayWork(response)) setTimeout(() => void this.read(activity), AGAIN);
  }

  // Whoever comes into another team gets its documents: the page is made anew, with what is not saved yet kept.
  private async lookForTeam(teams: string): Promise<void> {
    const response = await this.get("/team").catch(() => undefined);
    if (!response?.ok) {
      if (mayWork(response)) setTimeout(() => void this.lookForTeam(teams), AGAIN);
      return;
    }
    this.teams = teams;
    const { team }: { team: MyTeam | null } = await response.json();
    if (this.team !== undefined && this.team !== (team?.id ?? null)) return location.reload();
    this.team = team?.id ?? null;
    document.getElementById("team")!.textContent = team
      ? this.texts.room_team.replace("{name}", team.name).replace("{size}", String(team.size))
      : "";
    const meets = document.getElementById("meets") as HTMLAnchorElement;
    meets.hidden = !team?.link;
    meets.href = team?.link || "#";
  }

  private async mount(id: string, order: string[]): Promise<void> {
    const response = await this.get(`/exercises/${id}`).catch(() => undefined);
    if (!response?.ok) {
      if (mayWork(response)) setTimeout(() => this.hear(this.room!), AGAIN);
      return;
    }
    const opened: Opened = await response.json();
    const { title } = opened.spec;
    const made = <Name extends keyof HTMLElementTagNameMap>(name: Name, className = "") =>
      Object.assign(document.createElement(name), { className });
    const [fold, summary, review] = [made("details", "exercise"), made("summary"), made("div", "review")];
    const [fields, exercise] = [made("fieldset", "lock"), made("div")];
    summary.textContent = this.texts.room_closed_line.replace("{title}", title);
    fold.open = true;
    fields.append(exercise);
    fold.append(summary, review, fields);
    this.mounted.set(id, { fold, title, fields, review });
    this.insert(id, order);
    this.models.set(id, await this.start(exercise, opened));
  }

  // In the order of the course, whatever the order in which they were opened.
  private insert(id: string, order: string[]): void {
    const place = (one: string) => order.indexOf(one);
    const after = [...this.mounted]
      .filter(([other, { fold }]) => fold.parentElement === this.list && place(other) > place(id))
      .sort(([a], [b]) => place(a) - place(b))[0];
    this.list.insertBefore(this.mounted.get(id)!.fold, after?.[1].fold ?? null);
  }

  // Whoever types is asked, never taken away.
  private lookAt(id: string): void {
    const place = this.mounted.get(id);
    if (!place) return;
    const said = this.texts.room_look.replace("{title}", place.title);
    this.said.textContent = said;
    const typing = document.activeElement?.matches(TYPED) && !place.fold.contains(document.activeElement);
    if (typing) this.strip.say(said, () => this.goTo(place));
    else if (!place.fold.contains(document.activeElement)) this.goTo(place);
  }

  private goTo({ fold }: Place): void {
    this.strip.say("");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    fold.open = true;
    fold.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
    const title = fold.querySelector<HTMLElement>("h3");
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
  }
}
