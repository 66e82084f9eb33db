// Exercises are cards until somebody opens one, or comes to it by an address that names it.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { folding, tellCard } from "govcourse/runtime/folds";

const card = (id: string, open = false) =>
  `<details class="gc-fold" data-card="${id}" data-state="open" ${open ? "open" : ""}><summary>
     <span data-in="begun"><span data-count="{done} of {all}"></span></span></summary>
   <div id="exercise-${id}" data-govcourse-mount="${id}"></div></details>`;
const page = (html: string) => {
  document.body.innerHTML = html;
};
const details = (id: string) => document.querySelector<HTMLDetailsElement>(`[data-card="${id}"]`)!;
const open = (id: string) => {
  details(id).open = true;
  details(id).dispatchEvent(new Event("toggle"));
};
let came: string[];
const mounted: string[] = [];
const mount = async (place: HTMLElement) => void mounted.push(place.dataset.govcourseMount!);
const never = () => false;

beforeEach(() => {
  mounted.length = 0;
  came = [];
  location.hash = "";
  Element.prototype.scrollIntoView = function (this: HTMLElement) {
    came.push(this.dataset.card ?? this.id);
  };
});

describe("the cards of a page", () => {
  test("mount their exercise when they open, and once", () => {
    page(card("a") + card("b", true));
    folding(mount, never);
    expect(mounted).toEqual(["b"]);
    open("a");
    details("a").open = false;
    open("a");
    expect(mounted).toEqual(["b", "a"]);
  });

  test("open by themselves where something waits, and one without a card is there at once", () => {
    page(`${card("a")}${card("b")}<div data-govcourse-mount="c"></div>`);
    folding(mount, (id) => id === "b");
    expect(details("a").open).toBe(false);
    expect(mounted).toEqual(["c", "b"]);
  });

  test.each(["#exercise-b", "#b"])("open for an address that ends in %s, then and later", (hash) => {
    page(card("a") + card("b"));
    location.hash = hash;
    folding(mount, never);
    expect([details("b").open, came]).toEqual([true, ["b"]]);
    location.hash = "#exercise-a";
    dispatchEvent(new Event("hashchange"));
    expect([details("a").open, details("b").open, came]).toEqual([true, true, ["b", "a"]]);
  });

  test("and what is folded to read open for an address of what is in it", () => {
    page(`<details class="gc-more"><summary></summary><h3 id="far">Far</h3></details>`);
    location.hash = "#far";
    folding(mount, never);
    expect([document.querySelector("details")!.open, came]).toEqual([true, ["far"]]);
  });

  test("are all opened, and all folded, at once", () => {
    page(
      `<button data-folds="open"></button><button data-folds="fold"></button>${card("a")}<details class="gc-more"></details>`,
    );
    folding(mount, never);
    const opened = () => [...document.querySelectorAll("details")].map((one) => one.open);
    document.querySelector<HTMLElement>("[data-folds=open]")!.click();
    expect(opened()).toEqual([true, true]);
    document.querySelector<HTMLElement>("[data-folds=fold]")!.click();
    expect(opened()).toEqual([false, false]);
  });

  test("say why an exercise does not come, and ask for it again when they are opened again", async () => {
    page(card("a"));
    const failing = vi.fn(() => Promise.reject(new Error("No network")));
    folding(failing, never);
    open("a");
    await vi.advanceTimersByTimeAsync(0);
    expect(details("a").querySelector("[role=alert]")!.textContent).toBe("No network");
    open("a");
    expect(failing).toHaveBeenCalledTimes(2);
  });

  test("say how far their exercise is", () => {
    page(card("a"));
    tellCard("a", "begun", [3, 8]);
    tellCard("elsewhere", "done", [1, 1]);
    expect([details("a").dataset.state, details("a").textContent!.trim()]).toEqual(["begun", "3 of 8"]);
  });
});
