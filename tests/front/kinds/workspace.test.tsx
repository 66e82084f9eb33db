import { expect, test, vi } from "vitest";
import * as kind from "govcourse/kinds/workspace/view";
import { show, type Page } from "../page";
import { everyActivity } from "./every";
import type { Doc } from "../fixtures";

everyActivity("workspace", kind);

const ID = "design-thinking";
const add = async (page: Page, stage: Doc, text: string) => {
  await page.fill(stage.note, text);
  await page.press(page.t("note_add"));
};
const go = (page: Page, stage: Doc) => page.press(page.t("stage_on", { title: stage.title }));

test("notes are collected first, then given dots and chosen, as many as may be", async () => {
  const page = await show(kind, ID);
  const [stage] = page.spec.stages;
  await add(page, stage, `${stage.starts ?? ""} One`.trim());
  await add(page, stage, `${stage.starts ?? ""} Two`.trim());
  await page.press(page.t("converge"));
  expect(page.all(stage.note)).toEqual([]);
  const names = page.texts(".gc-note-text");
  await page.press(page.t("dot_give", { name: names[0] }));
  for (const name of names.slice(0, stage.choose)) await page.press(`${page.t("note_choose")} ${name}`);
  const { stages } = await page.saved();
  expect(stages[stage.id].converging).toBe(true);
  expect(stages[stage.id].notes[0]).toMatchObject({ text: names[0], votes: 1, chosen: true });
});

test("what was chosen is carried on to the next stage, and the trail tells all of it", async () => {
  const page = await show(kind, ID);
  await page.example();
  await page.press(page.t("example_copy"));
  await page.press(page.t("view_trail"));
  const chosen = Object.values<Doc>(page.spec.example.stages).flatMap((one) =>
    (one.notes ?? []).map((note: Doc) => note.text),
  );
  for (const text of chosen) expect(page.text()).toContain(text);
});

test("one goes on through the stages, with what was chosen beside", async () => {
  const page = await show(kind, ID);
  const [first, second] = page.spec.stages;
  await add(page, first, `${first.starts ?? ""} Seen`.trim());
  await page.press(page.t("converge"));
  const [name] = page.texts(".gc-note-text");
  await page.press(`${page.t("note_choose")} ${name}`);
  await go(page, second);
  expect(page.text("aside")).toContain("Seen");
  expect((await page.saved()).moves.at(-1)).toMatchObject({ to: second.id, date: "2027-03-01" });
});

test("a note of a stage whose notes begin alike begins so, in its list and in the trail", async () => {
  const page = await show(kind, ID);
  const stage = page.spec.stages.find((one: Doc) => one.starts);
  while (!page.all(page.t("stage_on", { title: stage.title })).length)
    await go(
      page,
      page.spec.stages.find((one: Doc) => page.all(page.t("stage_on", { title: one.title })).length),
    );
  await go(page, stage);
  await add(page, stage, "let Rosa finish in one visit?");
  await add(page, stage, `${stage.starts} save her a day?`);
  const { notes } = (await page.saved()).stages[stage.id];
  const texts = [`${stage.starts} let Rosa finish in one visit?`, `${stage.starts} save her a day?`];
  expect(notes.map((note: Doc) => note.text)).toEqual(texts);
  await page.press(page.t("view_trail"));
  for (const text of texts) expect(page.text()).toContain(text);
});

test("a form is worked out, and no more of them than there may be", async () => {
  const page = await show(kind, ID);
  const stage = page.spec.stages.find((one: Doc) => one.form);
  if (stage !== page.spec.stages[0]) await go(page, stage);
  await page.press(page.t("converge"));
  for (let n = 0; n < stage.form.at_most; n++)
    await page.press(page.t("form_add", { item: stage.form.item }));
  expect(page.all(page.t("form_add", { item: stage.form.item }))).toEqual([]);
  const [field] = stage.form.fields;
  const [form] = page.el.querySelectorAll(".gc-form");
  await page.fill(field.title, "A person", form);
  const { forms } = (await page.saved()).stages[stage.id];
  expect(forms).toHaveLength(stage.form.at_most);
  expect(forms[0].fields).toEqual({ [field.id]: "A person" });
  await page.press(page.t("form_remove", { item: stage.form.item, n: 1 }));
  expect((await page.saved()).stages[stage.id].forms).toHaveLength(stage.form.at_most - 1);
});

test("a photo is made small, described and removed; what is none is refused", async () => {
  const page = await show(kind, ID);
  const stage = page.spec.stages.find((one: Doc) => one.form?.photo);
  await go(page, stage);
  await page.press(page.t("converge"));
  await page.press(page.t("form_add", { item: stage.form.item }));
  const drawn = vi.fn();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({
    fillRect: drawn,
    drawImage: drawn,
  } as any);
  const sizes: number[] = [];
  vi.spyOn(HTMLCanvasElement.prototype, "toDataURL").mockImplementation(function (this: any) {
    sizes.push(this.width);
    return `data:image/jpeg;base64,${"A".repeat(sizes.length < 2 ? 800_000 : 40)}`;
  });
  vi.stubGlobal("createImageBitmap", async (file: File) => {
    if (file.type !== "image/png") throw new Error("no picture");
    return { width: 4000, height: 2000 };
  });
  const input = page.control(new RegExp(`^${page.t("photo")}`));
  const take = async (file: File | { size: number }) => {
    Object.defineProperty(input, "files", { value: [file], configurable: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await page.wait(10);
  };
  await take({ size: 41_000_000 });
  expect(page.statuses).toContain(page.t("photo_too_big"));
  await take(new File(["x"], "x.txt", { type: "text/plain" }));
  expect(page.statuses).toContain(page.t("photo_unreadable"));
  const photo = new File(["x"], "x.png", { type: "image/png" });
  await take(Object.defineProperty(photo, "size", { value: 9_000_000 })); // as a phone makes it
  expect(page.statuses).toContain(page.t("photo_taken"));
  expect(sizes).toEqual([1280, 640]);
  await page.fill(page.t("photo_alt"), "A desk of boxes");
  expect((await page.saved()).stages[stage.id].forms[0]).toMatchObject({ alt: "A desk of boxes" });
  expect(page.place("img").getAttribute("alt")).toBe("A desk of boxes");
  await page.press(page.t("photo_remove"));
  expect((await page.saved()).stages[stage.id].forms[0].photo).toBe("");
});
