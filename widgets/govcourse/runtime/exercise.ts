// What every exercise does without being seen: keeps the answer, saves it, undoes, merges, retries.
import { draftKey } from "./draft";
import { say } from "./fill";
import { merge } from "./merge";
import { equal, type Host, type Model, type Reason, type Reply, type Request, type Told } from "./types";

export type Status =
  | { kind: "idle" | "waiting" | "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "problem"; code: string; message: string; field?: string };

const SAVE_AFTER = 500; // ms of rest before a save
const UNDO_STEP = 1500; // ms within which typing in one field is one undo step
const MERGES = 5; // tries at once when somebody else saved in between; then there is a pause
const NO_REPLY = 12000; // ms until a request counts as lost, but for a document

// What parts of a view need of the exercise around them, whatever its answer is.
export type Around<Spec = object> = Pick<
  Exercise<Spec>,
  "spec" | "host" | "t" | "why" | "request" | "flush" | "subscribe" | "status"
>;

export class Exercise<Spec = object, Answer extends object = object> {
  readonly spec: Told & Spec;
  readonly host: Host;
  answer: Answer;
  status: Status = { kind: "idle" };
  #past: Answer[] = [];
  #future: Answer[] = [];
  #saved: Answer; // what the store has
  #sent?: Answer; // what is on its way to the store
  #version: number;
  #lastField = "";
  #lastTime = 0;
  #timer = 0;
  #merges = 0; // in a row: somebody else saved in between each time
  #failures = 0; // in a row: each waits longer before the next try
  #stopped = false;
  #waiting = new Map<number, (reply: Reply) => void>();
  #listeners = new Set<() => void>();

  readonly #model: Model<Spec, Answer>;

  constructor(model: Model<Spec, Answer>) {
    this.#model = model;
    this.spec = model.get("spec");
    this.host = model.get("host");
    this.#saved = this.answer = model.get("answer");
    this.#version = model.get("version");
    model.on("change:answer", this.#onAnswer);
    addEventListener("pagehide", this.flush);
    addEventListener("online", this.flush);
    addEventListener("govcourse-reopened", this.flush);
    document.addEventListener("visibilitychange", this.flush);
    this.#recover();
  }

  // The catalogue: `{name}` in a text is replaced; a text that is missing shows its key, so that it is noticed.
  t = (key: string, values: Record<string, string | number> = {}): string =>
    say(this.#model.get("texts"), this.host.language)(key, values);

  // Why something was not done, in the language of this page; a kind's own text goes without its group here.
  why = ({ key = "", values, message = "" }: Reason): string => {
    const name = key.replace(/.*\./, "");
    return name in this.#model.get("texts") ? this.t(name, values) : message;
  };

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // What is not saved yet is sent once more; its reply is still heard, so that no draft is left of what was saved.
  stop(): void {
    this.#stopped = true;
    this.flush();
    this.#model.off("change:answer", this.#onAnswer);
    removeEventListener("pagehide", this.flush);
    removeEventListener("online", this.flush);
    removeEventListener("govcourse-reopened", this.flush);
    document.removeEventListener("visibilitychange", this.flush);
  }

  // `field` names what is typed in, so that a run of keys there is one undo step.
  change = (given: Answer, field = ""): void => {
    const next: Answer = JSON.parse(JSON.stringify(given)); // as it will be stored: a key without a value is none
    if (equal(next, this.answer)) return;
    const now = Date.now();
    if (!field || field !== this.#lastField || now - this.#lastTime > UNDO_STEP) this.#past.push(this.answer);
    if (this.#past.length > 200) this.#past.shift();
    this.#lastField = field;
    this.#lastTime = now;
    this.#future = [];
    this.#put(next);
  };

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }
  undo = (): void => this.#travel(this.#past, this.#future);
  redo = (): void => this.#travel(this.#future, this.#past);

  #travel(from: Answer[], to: Answer[]): void {
    const there = from.pop();
    if (!there) return;
    to.push(this.answer);
    this.#lastField = "";
    this.#put(there);
  }

  #put(next: Answer): void {
    this.answer = next;
    this.#keepDraft();
    this.#schedule(SAVE_AFTER);
    this.#setStatus({ kind: "waiting" });
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.flush, delay);
  }

  // Saves at once what is not saved yet.
  flush = async (): Promise<void> => {
    clearTimeout(this.#timer);
    if (this.#sent || equal(this.answer, this.#saved)) return this.#settle();
    const sent = (this.#sent = this.answer);
    this.#setStatus({ kind: "saving" });
    const reply = await this.request({ op: "save", answer: sent, version: this.#version });
    this.#sent = undefined;
    if (reply.ok) {
      if (!this.#older(reply.version)) {
        this.#saved = sent;
        this.#version = reply.version ?? this.#version;
      }
      this.#merges = this.#failures = 0;
      this.#keepDraft();
      this.#setStatus({ kind: "saved", at: new Date() });
      dispatchEvent(new CustomEvent("govcourse-saved", { detail: this.spec.id }));
      if (!equal(this.answer, sent)) this.#schedule(SAVE_AFTER);
    } else if (reply.code === "stale" && this.#merges < MERGES) {
      this.#merges += 1;
      this.#rebase((reply.answer ?? {}) as Answer, reply.version ?? 0);
      this.#schedule(0);
    } else {
      this.#setStatus({
        kind: "problem",
        code: reply.code ?? "failed",
        message: reply.message ?? "",
        field: reply.field,
      });
      this.#merges = 0;
      if (!this.#stopped && (reply.code === "failed" || reply.code === "stale"))
        this.#schedule(Math.min(30000, 1000 * 2 ** this.#failures++));
    }
  };

  // A change was taken back before it was sent: there is nothing to save, and the status says so.
  #settle(): void {
    if (!this.#sent && this.status.kind === "waiting") {
      this.#keepDraft();
      this.#setStatus({ kind: "saved", at: new Date() });
    }
  }

  // Answers of a server may come in another order than they were made: what is older than what one has says nothing.
  #older(version: number | undefined): boolean {
    return this.host.name !== "static" && version !== undefined && version < this.#version;
  }

  #rebase(theirs: Answer, version: number): void {
    if (this.#older(version)) return;
    this.answer = merge(this.#saved, this.answer, theirs);
    this.#saved = theirs;
    this.#version = version;
    this.#keepDraft();
    this.#tell();
  }

  request(asked: Request): Promise<Reply> {
    const id = Date.now() * 1000 + Math.floor(Math.random() * 1000);
    return new Promise((resolve) => {
      let lost = 0;
      const fail = () => answer({ ok: false, code: "failed", message: this.t("no_reply") });
      const answer = (reply: Reply) => {
        clearTimeout(lost);
        this.#waiting.delete(id);
        if (!this.#waiting.size) this.#model.off("change:reply", this.#onReply);
        resolve(reply);
      };
      if (!this.#waiting.size) this.#model.on("change:reply", this.#onReply);
      this.#waiting.set(id, answer);
      // A document takes as long as it takes.
      if (asked.op !== "document") lost = window.setTimeout(fail, NO_REPLY);
      try {
        this.#model.set("request", { id, ...asked });
        this.#model.save_changes();
      } catch {
        fail();
      }
    });
  }

  #onReply = (): void => {
    const reply = this.#model.get("reply");
    this.#waiting.get(reply.id)?.({ ...reply, message: this.why(reply) });
  };

  // The same answer changed elsewhere: another tab, another view of this exercise, an opened file.
  #onAnswer = (): void => {
    const theirs = this.#model.get("answer");
    if (equal(theirs, this.#saved) || this.#older(this.#model.get("version"))) return;
    // What was just sent comes back before its reply: what was typed since then is newer, nobody else's.
    if (equal(theirs, this.#sent)) {
      this.#saved = theirs;
      this.#version = this.#model.get("version");
      return;
    }
    const pending = !equal(this.answer, this.#saved);
    if (!pending && !equal(theirs, this.answer)) this.#past.push(this.answer);
    this.#rebase(theirs, this.#model.get("version"));
    if (!equal(this.answer, this.#saved)) this.#schedule(SAVE_AFTER);
  };

  #setStatus(status: Status): void {
    this.status = status;
    const detail = { activity: this.spec.id, kind: status.kind };
    dispatchEvent(new CustomEvent("govcourse-status", { detail }));
    this.#tell();
  }
  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  // What is typed is also kept in the browser until the store has it: a lost network or kernel loses nothing.
  get #draftKey(): string {
    return draftKey(this.host.participant, this.spec.id);
  }
  #keepDraft(): void {
    if (this.host.name === "static") return;
    try {
      if (equal(this.answer, this.#saved)) localStorage.removeItem(this.#draftKey);
      else localStorage.setItem(this.#draftKey, JSON.stringify({ base: this.#saved, answer: this.answer }));
    } catch {
      // A browser without storage still saves to the store.
    }
  }
  #recover(): void {
    if (this.host.name === "static") return;
    try {
      const draft = JSON.parse(localStorage.getItem(this.#draftKey) ?? "null");
      if (!draft) return;
      const merged = merge(draft.base, draft.answer, this.#saved);
      if (equal(merged, this.#saved)) return localStorage.removeItem(this.#draftKey);
      this.#past.push(this.#saved);
      this.#put(merged);
    } catch {
      // An unreadable draft is no reason not to show the exercise.
    }
  }
}
