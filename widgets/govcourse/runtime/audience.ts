// What somebody in a room says out of turn: questions and votes, how fast it goes, which languages they speak.
import { say } from "./fill";
import { requests } from "./http";
import type { Say } from "./outline";
import type { MyLanguages, MyQuestions, QuestionShown, RoomShown } from "./shapes";
import type { Texts } from "./types";

export type PaceSaid = "fast" | "slow" | null;

// What the page of a room tells; static/audience.js draws it.
export interface Listening {
  set(room: RoomShown | null): void; // null once the room is gone
  hear(questions: QuestionShown[]): void;
}
export interface AudienceGiven {
  api: string;
  texts: Texts;
  participant: string;
}

const FADES = 5 * 60_000; // ms, as server/pace.py has it

export class Audience implements Listening {
  room: RoomShown | null = null;
  questions: QuestionShown[] = [];
  mine: MyQuestions | null = null; // what is one's own, once it is asked for
  spoken: MyLanguages | null = null;
  ready = false; // nothing is drawn until it is whole: what comes later would push it away
  pace: PaceSaid = null;
  said = ""; // what just happened
  problem = "";
  private call: ReturnType<typeof requests>;
  private fading: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly given: AudienceGiven,
    private draw: () => void,
  ) {
    this.call = requests(given.api);
  }

  readonly t: Say = (key, values) => say(this.given.texts)(key, values);

  // A question that is being written outlives the page, which may be made anew.
  get typed(): string {
    return localStorage.getItem(this.draft) ?? "";
  }
  set typed(text: string) {
    if (text) localStorage.setItem(this.draft, text);
    else localStorage.removeItem(this.draft);
    this.draw();
  }
  private get draft(): string {
    return `govcourse-question:${this.given.participant}`;
  }

  set(room: RoomShown | null): void {
    this.room = room;
    if (room && !this.mine && (room.questions === "open" || this.questions.length)) void this.look();
    else this.ready = true;
    this.draw();
  }

  hear(questions: QuestionShown[]): void {
    this.questions = questions;
    this.draw();
    if (!this.mine && questions.length) void this.look();
  }

  private async look(): Promise<void> {
    const found = await this.call("/questions").catch(() => undefined); // if not, asked again with the next news
    const told: MyQuestions | undefined = await found?.json();
    if (told) {
      this.mine = told;
      this.questions = told.questions;
    }
    this.ready = true;
    this.draw();
  }

  ask = (text: string): Promise<void> =>
    this.act("question_asked", async () => {
      const made = await (await this.call("/questions", "POST", JSON.stringify({ text }))).json();
      const mine = this.mine!.mine.filter(({ id }) => id !== made.id);
      this.mine = { ...this.mine!, mine: [...mine, made] };
      this.typed = "";
    });

  withdraw = (id: string): Promise<void> =>
    this.act("question_withdrawn", async () => {
      await this.call(`/questions/${id}`, "DELETE");
      this.mine = { ...this.mine!, mine: this.mine!.mine.filter((one) => one.id !== id) };
      this.questions = this.questions.filter((one) => one.id !== id);
    });

  // A second press of the same takes the vote back. The counts are right at once; the room's own follow.
  vote = (id: string, pressed: 1 | -1): Promise<void> =>
    this.act("", async () => {
      const before = this.mine!.votes[id] ?? 0;
      const vote = before === pressed ? 0 : pressed;
      await this.call(`/questions/${id}`, "PUT", JSON.stringify({ vote }));
      this.mine = { ...this.mine!, votes: { ...this.mine!.votes, [id]: vote } };
      const less = (one: number) => Number(vote === one) - Number(before === one);
      this.questions = this.questions.map((one) =>
        one.id === id ? { ...one, up: one.up + less(1), down: one.down + less(-1) } : one,
      );
    });

  setPace = (pressed: PaceSaid): Promise<void> =>
    this.act("", async () => {
      const pace = this.pace === pressed ? null : pressed;
      await this.call("/pace", "PUT", JSON.stringify({ pace }));
      this.pace = pace;
      clearTimeout(this.fading);
      this.fading = setTimeout(() => ((this.pace = null), this.draw()), FADES);
    });

  lookAtLanguages = async (): Promise<void> => {
    const found = await this.call("/languages").catch(() => undefined);
    if (!found) return;
    this.spoken = await found.json();
    this.draw();
  };

  setLanguages = (change: Partial<Pick<MyLanguages, "speaks" | "needs">>): Promise<void> =>
    this.act("languages_saved", async () => {
      const { speaks, needs } = { ...this.spoken!, ...change };
      this.spoken = await (await this.call("/languages", "PUT", JSON.stringify({ speaks, needs }))).json();
    });

  private async act(said: string, does: () => Promise<void>): Promise<void> {
    try {
      await does();
      this.said = said && this.t(said);
      this.problem = "";
    } catch (error) {
      const why = error instanceof TypeError ? this.t("no_network") : (error as Error).message;
      this.said = "";
      this.problem = this.t("audience_failed", { why });
    }
    this.draw();
  }
}
