// A session's page of one who learns alone: exercises come when their cards are opened.
import { expect, test, vi } from "vitest";
import { startLearner } from "govcourse/runtime/learner";
import type { LearnerPage } from "govcourse/runtime/shapes";
import { ID, spec, texts } from "./host";

const FIRST = { spec, texts, answer: { pitch: "as the page came" }, version: 3 };
const start = vi.fn(async () => ({}) as any);

// The page with a card for the exercise, which came with it, and for another one.
function open(begun = false): HTMLDetailsElement[] {
  document.body.innerHTML = [ID, "other"]
    .map(
      (id) => `<details class="gc-fold" data-card="${id}" ${begun && id === ID ? "open" : ""}>
        <div data-govcourse-mount="${id}"></div></details>`,
    )
    .join("");
  start.mockClear();
  const payload = { api: "/api/me", participant: "ann", first: FIRST, texts: { card_failed: "Not now" } };
  startLearner(payload as unknown as LearnerPage, start, { chart() {}, prepare() {} });
  return [...document.querySelectorAll("details")];
}
const press = async (card: HTMLDetailsElement) => {
  card.open = true;
  card.dispatchEvent(new Event("toggle"));
  await vi.advanceTimersByTimeAsync(0);
};

test("one that is open from the start has the answer with which the page came; one opened later asks for it", async () => {
  open(true);
  expect(start).toHaveBeenCalledWith(expect.anything(), FIRST);
  await press(open()[0]);
  expect(start).toHaveBeenCalledWith(expect.anything(), { spec, texts });
});

test("what could not be sent the last time opens its exercise, which sends it", () => {
  localStorage.setItem("govcourse-draft:ann:other", "{}");
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json({})),
  );
  expect(open().map((one) => one.open)).toEqual([false, true]);
});

test("one that does not come says so in its card", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Promise.reject(new Error("offline"))),
  );
  const [, other] = open();
  await press(other);
  expect(other.textContent!.trim()).toBe("Not now");
  expect(start).not.toHaveBeenCalled();
});
