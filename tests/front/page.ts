// An exercise on a page, used as a person uses it: by the names of its controls, and only those that are not locked.
import { act } from "preact/test-utils";
import { expect, vi } from "vitest";
import { check } from "govcourse/runtime/schema";
import type { Host, Reply } from "govcourse/runtime/types";
import type { Kind } from "govcourse/runtime/kind";
import { fixtures, say, type Doc } from "./fixtures";
import { FakeModel, traits } from "./model";

// Any of them, with what one of them has.
type Control = HTMLElement &
  Pick<HTMLInputElement, "value" | "checked" | "disabled" | "type" | "files"> &
  Pick<HTMLSelectElement, "options">;
type Name = string | RegExp;

const CONTROLS = "input, select, textarea, button, [role=button]";
const words = (node: Element | null | undefined): string =>
  (node?.textContent ?? "").replace(/\s+/g, " ").trim();

// What assistive technology calls each control. Labels are looked for once, as there may be hundreds of both.
export function naming(): (control: Element) => string {
  const labels = new Map(
    [...document.querySelectorAll("label[for]")].map((one) => [one.getAttribute("for"), one]),
  );
  return (control) => {
    const said = control.getAttribute("aria-label");
    if (said) return said;
    if (control.matches("button, [role=button]")) return words(control);
    const label = labels.get(control.id) ?? control.closest("label");
    const copy = label?.cloneNode(true) as Element | undefined;
    copy?.querySelectorAll("select, input, textarea").forEach((one) => one.remove());
    return words(copy);
  };
}
export const nameOf = (control: Element): string => naming()(control);

export const locked = (control: Element): boolean =>
  (control as Control).disabled || !!control.closest("fieldset[disabled]");
const hidden = (control: Element): boolean => !!control.closest("[hidden]");

const plain = (text: string): string => text.replace(/\s+/g, " "); // a space that does not break is one
const same = (name: string, asked: Name): boolean =>
  typeof asked === "string" ? plain(name) === plain(asked) : asked.test(name);

// The name of a control that goes on with more about it.
export const starting = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

export interface Given {
  answer?: Doc;
  texts?: Record<string, string>; // of another language
  spec?: Doc; // what is otherwise than in the activity
  host?: Partial<Host>;
  replies?: Record<string, (request: Doc) => Reply>; // by what is asked
}

export class Page {
  readonly el = document.createElement("div");
  readonly model: FakeModel;
  readonly spec: Doc;
  readonly t: ReturnType<typeof say>;
  away = () => {};

  constructor(
    readonly activity: string,
    { answer, spec: other, texts: said, host, replies = {} }: Given = {},
  ) {
    const { spec, texts: english } = fixtures.activities[activity];
    const texts = said ?? english;
    let version = 0;
    const answering = (request: Doc): Reply =>
      replies[request.op]?.(request) ??
      (request.op === "save"
        ? { ok: true, version: ++version }
        : { ok: false, code: "failed", message: `no ${request.op} here` });
    this.spec = structuredClone({ ...spec, ...other });
    this.t = say(texts, host?.language);
    this.model = new FakeModel(traits(this.spec, texts, host, structuredClone(answer)), answering);
  }

  // ---- what is there

  // Where one looks: at the drawer while one is open, else at the exercise.
  get scope(): Element {
    return this.el.querySelector(".gc-drawer") ?? this.el;
  }
  controls(within: Element = this.scope): Control[] {
    return [...within.querySelectorAll<Control>(CONTROLS)];
  }
  all(name: Name): Control[] {
    const named = naming();
    return this.controls().filter((one) => !hidden(one) && same(named(one), name));
  }
  // The one control of this name; `within` narrows it to those inside an element.
  control(name: Name, within: Element = this.scope): Control {
    const found = this.all(name).filter((one) => within.contains(one));
    if (found.length !== 1) {
      const names = this.controls(within).map(naming()).join("\n  ");
      throw new Error(`${found.length} controls are called ${name}; there are:\n  ${names}`);
    }
    return found[0];
  }
  place(selector: string): HTMLElement {
    const found = this.scope.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  }
  text(selector?: string): string {
    return words(selector ? this.place(selector) : this.scope);
  }
  texts(selector: string): string[] {
    return [...this.scope.querySelectorAll(selector)].map(words);
  }
  get statuses(): string {
    return this.texts("[role=status]").join(" | ");
  }

  // ---- what a person does

  private async use(control: Control, how: () => void): Promise<void> {
    if (locked(control)) throw new Error(`${nameOf(control)} is locked`);
    await act(async () => how());
    await this.wait(); // for what an effect asked
  }
  press(control: Name | Control, within?: Element): Promise<void> {
    const found = this.found(control, within);
    return this.use(found, () => found.click());
  }
  fill(control: Name | Control, text: string, within?: Element): Promise<void> {
    const found = this.found(control, within);
    return this.use(found, () => {
      found.value = text;
      found.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  pick(control: Name | Control, value: string, within?: Element): Promise<void> {
    const found = this.found(control, within);
    return this.use(found, () => {
      expect([...found.options].map((option) => option.value)).toContain(value);
      found.value = value;
      found.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  key(control: Name | Control, key: string, more: KeyboardEventInit = {}): Promise<void> {
    const found = this.found(control);
    return this.use(found, () => {
      found.focus();
      found.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
    });
  }
  // Takes over all that another exercise offers; says how many that are.
  async bring(source: Doc): Promise<number> {
    await this.press(this.all(starting(this.t("bring")))[0]);
    const groups = [...this.scope.querySelectorAll("fieldset")];
    const group = groups.find((one) => words(one.querySelector("legend")) === source.title)!;
    const boxes = this.controls(group).filter((one) => one.matches("input"));
    for (const box of boxes) await this.press(box);
    const offered = boxes[0].type === "radio" ? 1 : boxes.length;
    await this.press(this.t("bring_take", { count: offered }));
    return offered;
  }
  async happens(event: string, detail?: unknown): Promise<void> {
    await act(async () => void dispatchEvent(new CustomEvent(event, { detail })));
    await this.wait();
  }
  async wait(ms = 0): Promise<void> {
    await act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  }
  private found(control: Name | Control, within?: Element): Control {
    return typeof control === "string" || control instanceof RegExp ? this.control(control, within) : control;
  }

  // The answer as it was saved, which its schema must allow.
  async saved(): Promise<Doc> {
    await this.wait(500);
    const last = this.model.asked("save").at(-1);
    if (!last) throw new Error("nothing was saved");
    expect(check(last.answer, this.spec.schema)).toEqual([]);
    return last.answer;
  }
  get saves(): number {
    return this.model.asked("save").length;
  }

  // What the menu of the exercise has.
  async choose(name: Name): Promise<void> {
    await this.press(this.t("menu"));
    await this.press(name);
  }
  example(): Promise<void> {
    return this.choose(this.t("example"));
  }
}

// A page with the exercise on it, drawn.
export async function show(kind: Kind, activity: string, given: Given = {}): Promise<Page> {
  const page = new Page(activity, given);
  document.body.append(page.el);
  await act(async () => {
    page.away = kind.default.render({ model: page.model, el: page.el });
  });
  await page.wait();
  return page;
}

// What is asked of another exercise, as the fixtures have its example.
export const examples: Given["replies"] = {
  read: ({ activity }) => ({ ok: true, answer: fixtures.activities[activity].spec.example ?? {} }),
  export: () => ({
    ok: true,
    file: {
      name: "govcourse-answers.json",
      mime: "application/json",
      text: JSON.stringify({
        answers: Object.fromEntries(
          Object.entries(fixtures.activities).map(([id, { spec }]) => [id, spec.example ?? {}]),
        ),
      }),
    },
  }),
  summary: ({ activity }) => ({ ok: true, figures: fixtures.activities[activity].room.figures }),
};

// Does something with every control that is not locked.
export async function useAll(page: Page, within: Element): Promise<void> {
  for (const control of page.controls(within)) {
    if (!control.isConnected || locked(control) || control.type === "file") continue;
    if (control.matches("select"))
      await page.pick(control, control.options[control.options.length - 1].value);
    else if (control.matches("textarea, input:not([type=radio], [type=checkbox])"))
      await page.fill(control, "3");
    else if (control instanceof HTMLElement) await page.press(control);
  }
}
