// The cards of the book: how far each exercise is, with what one goes on, and what paper has of an answer.
import { expect, test, vi } from "vitest";
import { ID, models, save, spec, texts } from "./host";

const KEY = "govcourse-answers";

// A page with the exercise on a card, as the book writes it; a fresh module is a freshly opened page.
async function open(): Promise<HTMLDetailsElement> {
  document.body.innerHTML = `<details class="gc-fold" data-card="${ID}" data-state="open"><summary><span data-count="{done} of {all}"></span></summary>
    <div class="gc-fold-answer"></div>
    <div data-govcourse-mount="${ID}"><script type="application/json"></script></div></details>`;
  document.querySelector("script")!.textContent = JSON.stringify({ spec, texts });
  vi.resetModules();
  await import("govcourse/entries/views");
  await import("govcourse/entries/book");
  await vi.advanceTimersByTimeAsync(0);
  return document.querySelector("details")!;
}
const keep = (answer: object) =>
  localStorage.setItem(
    KEY,
    JSON.stringify({ format: KEY, version: 1, saved: "", answers: { [ID]: answer } }),
  );

test("an exercise of which nothing is there is a folded card, and its view is not started", async () => {
  const card = await open();
  expect([card.open, card.dataset.state, models.length]).toEqual([false, "open", 0]);
});

test("what was begun last is open when one comes back, and says how far it is", async () => {
  const card = await open();
  card.open = true;
  card.dispatchEvent(new Event("toggle"));
  await vi.advanceTimersByTimeAsync(0);
  await save(models[0], { pitch: "Every visit counts." });
  expect(card.dataset.state).toBe("begun");
  expect(card.querySelector("[data-count]")!.textContent).toMatch(/^1 of \d$/);
  const again = await open();
  expect([again.open, again.dataset.state]).toEqual([true, "begun"]);
});

test("what is done stays folded", async () => {
  keep(spec.example!);
  localStorage.setItem("govcourse-last", ID);
  const card = await open();
  expect([card.open, card.dataset.state]).toEqual([false, "done"]);
});

test("paper has an answer as it is read back", async () => {
  keep({ pitch: "Every visit counts." });
  const card = await open();
  dispatchEvent(new Event("beforeprint"));
  expect(card.querySelector(".gc-fold-answer")!.textContent).toContain("Every visit counts.");
});

test("views are fetched with the first exercise that is opened, once for all, and again after that failed", async () => {
  const heard = vi.spyOn(globalThis, "addEventListener");
  const card = await open();
  const loaded = heard.mock.calls.find(([event]) => event === "load")![1] as () => void;
  const views = globalThis.govcourseViews;
  globalThis.govcourseViews = undefined;
  const asked: HTMLScriptElement[] = [];
  vi.spyOn(document.head, "append").mockImplementation(
    (...made) => void asked.push(...(made as HTMLScriptElement[])),
  );
  const opened = async (yes: boolean) => {
    card.open = yes;
    card.dispatchEvent(new Event("toggle"));
    await vi.advanceTimersByTimeAsync(0);
  };
  document.body.insertAdjacentHTML(
    "beforeend",
    `<script type="application/json" id="govcourse-book">{"texts":{"card_failed":"Try again."}}</script>`,
  );
  await opened(true);
  expect(asked.map(({ src }) => src.split("/").at(-1))).toEqual(["views.js"]);
  asked[0].onerror!(new Event("error"));
  await vi.advanceTimersByTimeAsync(0);
  expect(card.querySelector("[role=alert]")!.textContent).toBe("Try again.");
  await opened(false);
  await opened(true);
  expect(asked).toHaveLength(2);
  loaded();
  expect(asked).toHaveLength(2); // what is on its way is not asked for beforehand, too
  globalThis.govcourseViews = views;
  asked[1].onload!(new Event("load"));
  await vi.advanceTimersByTimeAsync(0);
  expect(models).toHaveLength(1);
});
