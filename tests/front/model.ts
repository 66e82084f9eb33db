// A host that a test holds in its hands: what a view asks is listed, and answered when and as the test says.
import type { Doc, Host, Model, Reply, Texts } from "govcourse/runtime/types";

export class FakeModel implements Model {
  requests: Doc[] = [];
  private handlers = new Map<string, Set<() => void>>();

  // `answering` replies to each request at once; without it a test does so by `reply`.
  constructor(
    private traits: Doc,
    private answering?: (request: Doc) => Omit<Reply, "id"> | undefined,
  ) {}

  get(name: string) {
    return this.traits[name];
  }
  set(name: string, value: unknown) {
    this.traits[name] = value;
  }
  on(event: string, handler: () => void) {
    if (!this.handlers.has(event)) this.handlers.set(event, new Set());
    this.handlers.get(event)!.add(handler);
  }
  off(event: string, handler: () => void) {
    this.handlers.get(event)?.delete(handler);
  }
  listeners(): number {
    return [...this.handlers.values()].reduce((sum, one) => sum + one.size, 0);
  }
  save_changes() {
    const request = this.get("request");
    this.requests.push(request);
    const reply = this.answering?.(request);
    if (reply) this.receive({ reply: { id: request.id, ...reply } });
  }
  receive(changes: Doc) {
    Object.assign(this.traits, changes);
    for (const name of Object.keys(changes))
      this.handlers.get(`change:${name}`)?.forEach((handler) => handler());
  }

  // To the last request, or to the one that is given.
  reply(reply: Omit<Reply, "id">, request = this.requests.at(-1)!) {
    this.receive({ reply: { id: request.id, ...reply } });
  }
  asked(op: string): Doc[] {
    return this.requests.filter((request) => request.op === op);
  }
}

export const traits = (spec: Doc, texts: Texts, host: Partial<Host> = {}, answer: Doc = {}): Doc => ({
  spec,
  texts,
  answer,
  version: 0,
  host: { name: "notebook", participant: "ann", documents: [], language: "en", direction: "ltr", ...host },
});
