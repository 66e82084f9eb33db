// The model of a view on a page without a kernel: its traits, and a transport that answers what the view asks.
import type { Model, Reply, Request, Traits } from "./types";

export type Transport = (request: Request & { id: number }, page: PageModel) => Promise<Reply>;

export class PageModel implements Model {
  protected handlers = new Map<string, Set<() => void>>();
  private traits: Partial<Traits>;

  constructor(
    traits: Omit<Traits, "request" | "reply">,
    private transport: Transport,
  ) {
    this.traits = { ...traits };
  }

  get<Name extends keyof Traits>(name: Name): Traits[Name] {
    return this.traits[name]!;
  }
  set<Name extends keyof Traits>(name: Name, value: Traits[Name]): void {
    this.traits[name] = value;
  }
  on(event: string, handler: () => void): void {
    if (!this.handlers.has(event)) this.handlers.set(event, new Set());
    this.handlers.get(event)!.add(handler);
  }
  off(event: string, handler: () => void): void {
    this.handlers.get(event)?.delete(handler);
  }

  // What came from elsewhere: those who listen hear of it.
  receive(changes: Partial<Traits>): void {
    Object.assign(this.traits, changes);
    for (const name of Object.keys(changes))
      this.handlers.get(`change:${name}`)?.forEach((handler) => handler());
  }
  save_changes(): void {
    const request = this.get("request");
    void this.transport(request, this).then((reply) => this.receive({ reply: { id: request.id, ...reply } }));
  }
}
