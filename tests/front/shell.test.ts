// The frame around every exercise: its header, its files, whether it is saved, its fields.
import { beforeEach, expect, test, vi } from "vitest";
import * as kind from "govcourse/kinds/sdg/view";
import type { Doc } from "./fixtures";
import { show, type Given } from "./page";

const ID = "sdg-pitch";
const open = (given: Given = {}) => show(kind, ID, given);

let files: string[];
beforeEach(() => {
  files = [];
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:x");
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    files.push(this.download);
  });
});
const file = (name: string) => () => ({ ok: true, file: { name, mime: "text/plain", text: "x" } });

test("says whether it is saved, and when", async () => {
  const page = await open({ host: { name: "static" } });
  const status = () => page.text(".gc-status");
  expect(status()).toBe(page.t("status_idle"));
  await page.fill(page.t("pitch"), "x");
  expect(status()).toBe(page.t("status_waiting"));
  await page.wait(500);
  expect(status()).toBe(page.t("saved_static", { time: "10:00" }).replace(/\s+/g, " "));
});

test("says why it is not saved, and tries again when asked", async () => {
  let works = false;
  const save = () =>
    works ? { ok: true } : { ok: false, code: "failed" as const, message: "No network", field: "pitch" };
  const page = await open({ replies: { save } });
  await page.fill(page.t("pitch"), "x");
  await page.wait(500);
  expect(page.text(".gc-status")).toBe(page.t("not_saved", { why: "No network" }));
  works = true;
  await page.press(page.t("try_again"));
  expect(page.place(".gc-status").dataset.kind).toBe("saved");
  expect(page.all(page.t("try_again"))).toEqual([]);
});

test("what is refused is said with its field, and undone with one press", async () => {
  const save = () => ({ ok: false, code: "invalid" as const, message: "too long", field: "pitch" });
  const page = await open({ answer: { pitch: "before" }, replies: { save } });
  await page.fill(page.t("pitch"), "x");
  await page.wait(500);
  expect(page.text(".gc-status")).toBe(page.t("not_taken", { why: `${page.t("outline_pitch")}: too long` }));
  expect(page.all(page.t("try_again"))).toEqual([]);
  await page.press(page.t("undo_last"));
  await page.wait(500);
  expect(page.control(page.t("pitch")).value).toBe("before");
  expect(page.place(".gc-status").dataset.kind).toBe("saved");
});

test("files are made of what was saved just before", async () => {
  const replies = { export: file("answers.json"), document: file("answer.csv") };
  const page = await open({ host: { documents: ["csv", "none"] }, replies });
  await page.fill(page.t("pitch"), "x");
  await page.choose(page.t("file_save"));
  expect(page.model.requests.map((one) => one.op)).toEqual(["save", "export"]);
  expect(page.statuses).toContain(page.t("file_made", { name: "answers.json" }));
  await page.choose(page.t("document_csv"));
  expect(page.model.asked("document")[0].format).toBe("csv");
  expect(files).toEqual(["answers.json", "answer.csv"]);
  expect(page.all(page.t("document_none"))).toEqual([]);
});

test("what a host cannot make is said", async () => {
  const page = await open();
  await page.choose(page.t("file_save"));
  expect(page.statuses).toContain("no export here");
  expect(files).toEqual([]);
});

test("an answers file is opened, and what of it was refused is named", async () => {
  const refused = [
    { activity: ID, field: "notes.people", key: "too_long", values: { count: 2000 } },
    { activity: "elsewhere", message: "No such exercise" },
  ];
  const page = await open({ replies: { import: () => ({ ok: true, imported: ["a", "b"], refused }) } });
  const input = page.el.querySelector<HTMLInputElement>("input[type=file]")!;
  const choose = async (chosen: Partial<File>) => {
    Object.defineProperty(input, "files", { value: [chosen], configurable: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await page.wait(10);
  };
  const text = JSON.stringify({ answers: { [ID]: { notes: { people: "x".repeat(2001) } } } });
  await choose({ size: 5_000_001 });
  expect(page.statuses).toContain(page.t("file_too_big"));
  await choose({ size: 10, text: async () => text });
  expect(page.model.asked("import")[0].text).toBe(text);
  expect(page.statuses).toContain(page.t("file_opened", { count: 2 }));
  const asked = page.spec.questions.find((one: Doc) => one.id === "people").title;
  const why = page.t("too_long", { count: 2000 });
  const list = `${page.spec.title} (${asked}: ${why}); elsewhere (No such exercise)`;
  expect(page.statuses).toContain(page.t("file_refused", { list }).replace(/\s+/g, " "));
});

test("clearing asks first, and keeps what was kept", async () => {
  const page = await open({ answer: { pitch: "x" } });
  await page.choose(page.t("clear"));
  expect((page.place("dialog") as HTMLDialogElement).open).toBe(true);
  await page.press(page.t("clear_no"));
  expect(page.el.querySelector("dialog")).toBeNull();
  await page.wait(1000);
  expect(page.saves).toBe(0);
});

test("instructions stand open until the exercise was used, and fold themselves away the next time", async () => {
  const first = await open();
  const folded = (page: typeof first) => !(page.place(".gc-todo") as HTMLDetailsElement).open;
  expect(folded(first)).toBe(false);
  first.control(first.t("pitch")).focus();
  expect(folded(first)).toBe(false); // not under one's hands
  expect([folded(await open()), folded(await show(kind, ID, { answer: { pitch: "x" } }))]).toEqual([
    true,
    true,
  ]);
});

test("undo and redo have keys, which a text field keeps for itself", async () => {
  const page = await open();
  await page.fill(page.t("pitch"), "x");
  await page.key(page.t("pitch"), "z", { ctrlKey: true });
  expect(page.control(page.t("pitch")).value).toBe("x");
  await page.key(page.t("undo"), "z", { ctrlKey: true });
  expect(page.control(page.t("pitch")).value).toBe("");
  await page.key(page.t("menu"), "Z", { metaKey: true, shiftKey: true });
  expect(page.control(page.t("pitch")).value).toBe("x");
});

test("a menu is walked by arrow keys", async () => {
  const page = await open({ answer: { pitch: "x" } });
  await page.press(page.t("menu"));
  await page.key(page.t("example"), "ArrowUp");
  expect(document.activeElement).toBe(page.control(page.t("clear")));
  await page.key(page.t("clear"), "ArrowDown");
  expect(document.activeElement).toBe(page.control(page.t("example")));
});

test("is in the language and direction of its page, and keeps its keys to itself", async () => {
  const page = await open({ host: { language: "ar", direction: "rtl" } });
  const section = page.place("section");
  expect([section.lang, section.dir]).toEqual(["ar", "rtl"]);
  const heard = vi.fn();
  document.body.addEventListener("keydown", heard);
  await page.key(page.t("pitch"), "a");
  document.body.removeEventListener("keydown", heard);
  expect(heard).not.toHaveBeenCalled();
});

test("a private exercise says that nobody else sees it", async () => {
  const page = await open({ spec: { owner: "private" } });
  expect(page.text(".gc-private")).toBe(page.t("private"));
});

test("shows what changed elsewhere, and goes when it is taken away", async () => {
  const page = await open();
  page.model.receive({ version: 1, answer: { pitch: "theirs" } });
  await page.wait();
  expect(page.control(page.t("pitch")).value).toBe("theirs");
  page.away();
  expect(page.el.textContent).toBe("");
  expect(page.model.listeners()).toBe(0);
});
