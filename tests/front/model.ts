// A host that a test holds in its hands: what a view asks is listed, and answered when and as the test says.
import { PageModel } from "govcourse/runtime/model";
import type { Host, Reply, Texts, Told, Traits } from "govcourse/runtime/types";
import type { Doc } from "./fixtures";

export class FakeModel extends PageModel {
  requests: Doc[] = [];

  // `answering` replies to each request at once; without it a test does so by `reply`.
  constructor(
    traits: Omit<Traits, "request" | "reply">,
    private answering?: (request: Doc) => Reply | undefined,
  ) {
    super(traits, () => Promise.reject(new Error("a test answers by itself")));
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

  // To the last request, or to the one that is given.
  reply(reply: Reply, request = this.requests.at(-1)!) {
    this.receive({ reply: { id: request.id, ...reply } });
  }
  asked(op: string): Doc[] {
    return this.requests.filter((request) => request.op === op);
  }
}

export const traits = (spec: Doc, texts: Texts, host: Partial<Host> = {}, answer: Doc = {}) => ({
  spec: spec as Told,
  texts,
  answer,
  version: 0,
  host: {
    name: "notebook",
    participant: "ann",
    documents: [],
    language: "en",
    direction: "ltr",
    ...host,
  } satisfies Host,
});
