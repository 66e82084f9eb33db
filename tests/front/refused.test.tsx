// What breaks a rule is said where it is, in the page's language, and taken away once the answer is taken.
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as board from "govcourse/kinds/whiteboard/view";
import * as plan from "govcourse/kinds/plan/view";
import * as sdg from "govcourse/kinds/sdg/view";
import { place } from "govcourse/runtime/place";
import type { Kind } from "govcourse/runtime/kind";
import type { Reply } from "govcourse/runtime/types";
import { fixtures, say, type Doc } from "./fixtures";
import { show, type Page } from "./page";

const words = (activity: string, answer: Doc, field: string): string[] => {
  const { spec, texts } = fixtures.activities[activity];
  return place(spec.outline, answer, field, say(texts));
};
const titled = (list: Doc[], id: string): string => list.find((one) => one.id === id)!.title;

describe("a field is called as people call it", () => {
  const goals = [{ id: "g", title: "A home page", steps: [{ id: "s", owner: "Ana", step: "Ask" }] }];
  const of = (id: string): Doc => fixtures.activities[id].spec;

  test("by the names that an outline has for what no line says", () => {
    const t = say(fixtures.activities["action-plan"].texts);
    const principles = [t("goal_label", { n: 1 }), t("principles")];
    expect(words("action-plan", { goals }, "goals.0.principles")).toEqual(principles);
    const end = [t("goal_label", { n: 1 }), t("step_n", { n: "1.1" }), t("end")];
    expect(words("action-plan", { goals }, "goals.0.steps.0.end")).toEqual(end);
    const asked = of("concepts-check").questions[0];
    expect(words("concepts-check", {}, `answers.${asked.id}.chosen`)).toEqual([asked.text]);
  });

  test("by the label of the line that reads it", () => {
    const pitch = of("sdg-pitch");
    expect(words("sdg-pitch", {}, "notes.people")).toEqual([titled(pitch.questions, "people")]);
    const canvas = of("country-x");
    const { id, title } = canvas.fields[0];
    expect(words("country-x", {}, `fields.${id}`)).toEqual([title]);
  });

  test("by the part and the line", () => {
    const { rows, asks } = of("maturity-grid");
    const cell = words("maturity-grid", {}, `cells.${rows[1].id}.${asks[0].id}`);
    expect(cell).toEqual([rows[1].title, asks[0].title]);
    const items = [
      { id: "a", name: "One" },
      { id: "b", name: "Two" },
    ];
    const { x } = of("value-feasibility");
    expect(words("value-feasibility", { items }, "items.1.x")).toEqual(["Two", x.title]);
    expect(words("value-feasibility", { items }, "items.1.money.costs")).toEqual(["Two"]);
  });

  test("by what somebody wrote there", () => {
    const notes = [
      { id: "a", text: "First" },
      { id: "b", text: "Second" },
    ];
    expect(words("digital-value", { notes }, "notes.1.x")).toEqual(["Second"]);
  });

  test.each([
    ["action-plan", { goals }, "nowhere.0.to"],
    ["action-plan", { goals }, ""],
    ["digital-value", { notes: [{ id: "a", text: "First" }] }, "votes"],
    ["country-x", {}, "fields"],
    ["sdg-pitch", { notes: "no mapping" }, "notes"],
  ])("and not at all where %s knows nothing of it: %o, %s", (activity, answer, field) => {
    expect(words(activity, answer, field)).toEqual([]);
  });
});

describe("an exercise that is refused", () => {
  let why: Partial<Reply> | null;
  beforeEach(() => void (why = null));
  const open = (kind: Kind, id: string, answer: Doc): Promise<Page> =>
    show(kind, id, {
      answer,
      texts: fixtures.french[id],
      host: { language: "fr" },
      replies: { save: () => (why ? { ok: false, code: "invalid", ...why } : { ok: true, version: 9 }) },
    });
  const status = (page: Page) => page.text(".gc-status");
  const marked = (page: Page) => [...page.el.querySelectorAll("[data-refused]")];

  test("says so in French, marks the control, leads to it, and takes the mark away", async () => {
    const page = await open(sdg, "sdg-pitch", {});
    const label = page.t("pitch");
    why = { field: "pitch", key: "too_long", values: { count: 5000 }, message: "too long" };
    await page.fill(label, "x");
    await page.wait(500);
    const name = page.t("outline_pitch");
    expect(status(page)).toContain(`${name} : pas plus de 5000 caractères ici`);
    const control = page.control(label);
    expect(marked(page)).toEqual([control]);
    expect(control.getAttribute("aria-invalid")).toBe("true");
    const said = control.getAttribute("aria-describedby")!.split(" ").at(-1)!;
    expect(document.getElementById(said)).toBe(page.place(".gc-status"));
    await page.press(page.t("go_to_field", { name }));
    expect(document.activeElement).toBe(control);
    why = null;
    await page.fill(label, "y");
    await page.wait(500);
    expect([marked(page), control.getAttribute("aria-invalid")]).toEqual([[], null]);
    expect(page.place(".gc-status").dataset.kind).toBe("saved");
    expect(page.all(page.t("go_to_field", { name }))).toEqual([]);
  });

  test("marks what was pressed, where the outline has no name for the field", async () => {
    const page = await open(board, "digital-value", {
      phase: fixtures.activities["digital-value"].spec.phases.at(-1).id,
      notes: [{ id: "a", text: "Une note" }],
    });
    why = { field: "votes", key: "dots_most", values: { count: 3 } };
    await page.press(page.t("view_list"));
    const dot = page.control(page.t("dot_give", { name: "Une note" }));
    await page.press(dot);
    await page.wait(500);
    expect(status(page)).toContain("(vous n’avez que 3 points à donner)");
    expect(marked(page)).toEqual([dot]);
    expect(dot.hasAttribute("aria-invalid")).toBe(false); // a button has no value
    await page.press(page.t("go_there"));
    expect(document.activeElement).toBe(dot);
  });

  test("goes to what opens the control, where that is not seen", async () => {
    const page = await open(plan, "action-plan", { goals: [{ id: "g", title: "Un" }] });
    why = { field: "goals.0.principles", key: "no_principle" };
    const opens = page.place(`[aria-label="${page.t("goal_label", { n: 1 })}"] summary`);
    const chip = page.controls(opens.parentElement!).find((one) => one.matches("[type=checkbox]"))!;
    await page.press(chip);
    await page.wait(500);
    const name = `${page.t("goal_label", { n: 1 })} › ${page.t("principles")}`;
    expect(status(page)).toContain(`${name} : ce principe ne fait pas partie du cours`);
    expect(marked(page)).toEqual([chip]);
    // As a browser: what stands in closed details gets no focus.
    const focus = HTMLElement.prototype.focus;
    vi.spyOn(HTMLElement.prototype, "focus").mockImplementation(function (this: HTMLElement) {
      if (!this.closest("details:not([open])") || this.localName === "summary") focus.call(this);
    });
    await page.press(page.t("go_to_field", { name }));
    expect(document.activeElement).toBe(opens);
  });

  test("says where, and marks nothing, where nobody here made the change", async () => {
    const page = await open(sdg, "sdg-pitch", { pitch: "x" });
    why = { field: "notes.people", key: "too_long", values: { count: 2000 } };
    await page.fill(page.t("pitch"), "y");
    await page.wait(500);
    const asked = titled(fixtures.activities["sdg-pitch"].spec.questions, "people");
    expect(status(page)).toContain(`(${asked} : `);
    expect(marked(page)).toEqual([]);
    expect(page.all(page.t("go_there"))).toEqual([]);
  });
});
