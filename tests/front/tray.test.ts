// The tray of documents that are being made.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { began } from "govcourse/runtime/documents";
import { Tray } from "govcourse/runtime/tray";
import { fixtures } from "./fixtures";

const LIST = "/api/me/documents";
const FILE = "documents/plan.pdf";
const AT = `/api/me/${FILE}`;
const plan = (more: object = {}) => ({
  file: FILE, title: "Plan", state: "waits", ahead: 2, seconds: 3, usual: null, message: "", ...more,
}); // prettier-ignore

let called: string[];
let documents: object[];
let answer: (method: string, path: string) => Response | undefined;
let place: HTMLElement;
let kept: string[];
let heard: [EventTarget, string, EventListener][] = [];

// A tray lives as long as its page: the listeners of those of other tests are taken away.
afterEach(() => {
  for (const [target, name, listener] of heard) target.removeEventListener(name, listener);
  heard = [];
});

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    vi.spyOn(target, "addEventListener").mockImplementation((name: string, listener: unknown) => {
      heard.push([target, name, listener as EventListener]);
      add(name, listener as EventListener);
    });
  }
  localStorage.clear();
  called = [];
  documents = [];
  kept = [];
  answer = () => undefined;
  vi.stubGlobal("fetch", async (path: string, { method = "GET" }: RequestInit = {}) => {
    called.push(`${method} ${path}`);
    return answer(method, path) ?? new Response(JSON.stringify({ documents }));
  });
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => "blob:x");
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    kept.push(this.download);
  });
  place = Object.assign(document.createElement("aside"), { hidden: true });
  document.body.replaceChildren(place);
});

const soon = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const texts = fixtures.texts.pages;
const lines = () => [...place.querySelectorAll("li")].map((one) => one.textContent);
const press = (words: string) =>
  [...place.querySelectorAll("button")].find((one) => one.textContent === words)!.click();

test("a page on which nothing is made asks nothing and shows nothing", async () => {
  new Tray(place, texts);
  await soon(10_000);
  expect([called, place.hidden]).toEqual([[], true]);
});

test("what was asked for says how it stands, and is taken by itself once it is ready", async () => {
  new Tray(place, texts);
  documents = [plan()];
  began(LIST, FILE);
  await soon();
  expect(lines()).toEqual(["Plan (PDF)2 before itCancel"]);
  documents = [plan({ state: "made", ahead: 0, seconds: 5, usual: 10 })];
  await soon(2000);
  expect(lines()[0]).toContain("being made, 5 s of about 10");
  expect(place.querySelector("progress")!.value).toBe(0.5);
  documents = [plan({ state: "ready", ahead: 0 })];
  answer = (_, path) =>
    path === AT
      ? new Response("x", { headers: { "Content-Disposition": 'attachment; filename="my-plan.pdf"' } })
      : undefined;
  await soon(2000);
  expect(kept).toEqual(["my-plan.pdf"]);
  expect(lines()[0]).toContain(texts.making_taken);
  expect(place.querySelector("[role=status]")!.textContent).toContain("Plan (PDF)");
  documents = [];
  await soon(4000);
  expect(lines()).toHaveLength(1);
  await soon(15_000);
  expect([lines(), place.hidden]).toEqual([[], true]);
});

test("on the next page it is found again, waits to be taken, and is looked for no more once it is gone", async () => {
  began(LIST, FILE);
  documents = [plan({ state: "ready" })];
  new Tray(place, texts);
  await soon();
  expect(kept).toEqual([]);
  expect(lines()[0]).toContain(texts.making_ready);
  expect(place.querySelector("summary")!.textContent).toBe("Documents: 1 of 1 ready");
  documents = [];
  press(texts.making_take);
  await soon();
  expect(kept).toEqual(["plan.pdf"]);
  document.body.append((place = document.createElement("aside")));
  new Tray(place, texts);
  await soon();
  called = [];
  document.body.append((place = document.createElement("aside")));
  new Tray(place, texts);
  await soon();
  expect(called).toEqual([]);
});

test("it is cancelled by its button, and its focus stays while the figures change", async () => {
  documents = [plan()];
  began(LIST, FILE);
  new Tray(place, texts);
  await soon();
  const button = place.querySelector("button")!;
  button.focus();
  documents = [plan({ ahead: 1 })];
  await soon(2000);
  expect(document.activeElement).toBe(button);
  documents = [];
  button.click();
  await soon();
  expect(called).toContain(`DELETE ${AT}`);
  expect(place.hidden).toBe(true);
});

test("what failed says why, what others put away says so, and a lost connection is looked for again", async () => {
  new Tray(place, texts);
  documents = [plan()];
  began(LIST, FILE);
  await soon();
  answer = () => new Response("{}", { status: 503 });
  await soon(2000);
  expect(lines()[0]).toContain(texts.making_lost);
  answer = () => undefined;
  documents = [];
  await soon(2000);
  expect(lines()[0]).toContain(texts.making_gone);
  documents = [plan({ state: "failed", message: "No chart could be drawn." })];
  began(LIST, FILE);
  await soon();
  expect(lines()[0]).toContain("No chart could be drawn.");
});

test("a link to a document has it made, and a refusal says why", async () => {
  new Tray(place, texts);
  const link = Object.assign(document.createElement("a"), { href: AT, textContent: "PDF: Plan" });
  link.dataset.makes = "";
  document.body.append(link);
  documents = [plan()];
  answer = (method) =>
    method === "POST" ? new Response('{"error":{"message":"Too many"}}', { status: 429 }) : undefined;
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  await soon();
  expect(lines()[0]).toContain("Too many");
  answer = () => undefined;
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  await soon();
  expect(called.filter((one) => one === `POST ${AT}`)).toHaveLength(2);
  expect(lines()[0]).toContain("2 before it");
});
