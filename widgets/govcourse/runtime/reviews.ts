// The reviews of one exercise of a room: others' work that was dealt, one's reviews, kept and saved as answers are, and what others say.
import { Exercise } from "./exercise";
import { fill } from "./fill";
import { refused, requests } from "./http";
import { PageModel, type Transport } from "./model";
import type { Say } from "./outline";
import type { MyReviews } from "./shapes";
import type { Texts } from "./types";

// What the page of a room tells the reviews of an exercise; static/review.js draws them, once there are any.
export interface Reviewing {
  set(open: boolean): void;
  look(): void;
  waits(): void;
}
export interface ReviewsGiven {
  api: string;
  texts: Texts;
  model: PageModel; // of the exercise
}
export type ShowReviews = (el: HTMLElement, given: ReviewsGiven) => Reviewing;

export type Dealt = MyReviews["dealt"][number];
export interface Review {
  level?: number;
  works?: string;
  better?: string;
  sent?: boolean;
}

// Reviews of one exercise: what was dealt, kept and saved as answers are.
export class Reviews implements Reviewing {
  told: MyReviews | null = null;
  problem = "";
  open = false; // whether the facilitator lets reviews be written
  kept = new Map<string, Exercise<object, Review>>();
  private models = new Map<string, PageModel>();
  private versions = new Map<string, number>(); // what is known of each; an answer on its way may be older
  private call: ReturnType<typeof requests>;

  constructor(
    readonly given: ReviewsGiven,
    private draw: () => void,
  ) {
    this.call = requests(given.api);
    addEventListener("govcourse-saved", (event) => {
      // One's own work: what its author chose for it stands beside what others say.
      if ((event as CustomEvent).detail === this.id && this.told?.received.length) void this.look();
    });
  }

  readonly t: Say = (key, values = {}) =>
    fill(this.given.texts[key] ?? this.given.model.get("texts")[key] ?? key, values);
  get spec() {
    return this.given.model.get("spec");
  }
  private get id() {
    return this.spec.id;
  }

  // Reviews are written while `open`.
  set(open: boolean): void {
    this.open = open;
    if (this.told) this.draw();
    void this.begin();
  }

  // Who has none yet asks for work. News are only looked at: asking for work makes news.
  begin = (): Promise<void> => (this.open && !this.told?.dealt.length ? this.deal(0) : this.look());
  look = (): Promise<void> => this.ask("GET");
  deal = (have: number): Promise<void> => this.ask("POST", JSON.stringify({ have }));

  // There is work that nobody reviews.
  waits(): void {
    if (!this.open || !this.told) return;
    if (!this.told.dealt.length) void this.begin();
    else if (this.told.dealt.every(({ id }) => this.kept.get(id)!.answer.sent)) {
      this.told.more = true;
      this.draw();
    }
  }

  private async ask(method: string, body?: string): Promise<void> {
    try {
      const told: MyReviews = await (await this.call(`/reviews/${this.id}`, method, body)).json();
      for (const dealt of told.dealt) this.keep(dealt);
      this.told = told;
      this.problem = "";
    } catch (error) {
      const why = (error as Error).message;
      this.problem = this.t("review_failed", {
        why: error instanceof TypeError ? this.t("no_network") : why,
      });
    }
    this.draw();
  }

  private keep({ id, answer, version }: Dealt): void {
    if (version <= (this.versions.get(id) ?? -1)) return;
    this.versions.set(id, version);
    const model = this.models.get(id);
    if (model) return model.receive({ answer: answer as Review, version });
    const { given } = this;
    const save: Transport = async (request) => {
      if (request.op !== "save") return { ok: false, code: "failed", message: this.t("not_here") };
      const { answer, version } = request;
      const saved = await this.call(`/reviews/${this.id}/${id}`, "PUT", JSON.stringify({ answer, version }));
      const now: number = (await saved.json()).version;
      this.versions.set(id, now);
      return { ok: true, version: now };
    };
    const made = new PageModel(
      {
        spec: { ...this.spec, id: `${this.id}/${id}` },
        texts: { ...given.model.get("texts"), ...given.texts },
        host: given.model.get("host"),
        answer: answer as Review,
        version,
      },
      refused(save, given.model.get("texts")),
    );
    this.models.set(id, made);
    this.kept.set(id, new Exercise<object, Review>(made));
  }
}
