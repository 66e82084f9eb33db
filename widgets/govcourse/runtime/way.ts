// How far one has come, on a session's page: marks and shares follow what is saved, and contents say where one reads.
import { tellCard } from "./folds";
import type { Journey } from "./shapes";
import type { Texts } from "./types";

const REST = 1000; // milliseconds without a save after which the server is asked

export function followWay(api: string, texts: Texts): void {
  const contents = document.getElementById("contents");
  if (!contents) return;
  contents.addEventListener("click", (event) => {
    if ((event.target as Element).closest("a")) contents.hidePopover?.();
  });
  follow(contents);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  addEventListener("govcourse-saved", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const answer = await fetch(`${api}/journey`, { credentials: "same-origin" }).catch(() => null);
      if (answer?.ok) show(await answer.json(), texts);
    }, REST);
  });
}

// Marks and cards of the exercises of this page, its shares, and the link to go on.
function show(way: Journey, texts: Texts): void {
  const exercises = way.chapters.flatMap((one) => one.exercises);
  const states = new Map(exercises.map(({ id, state }) => [id, state] as const));
  for (const one of exercises) tellCard(one.id, one.state, [one.done, one.asked]);
  const here = new Set<string>();
  for (const mark of document.querySelectorAll<HTMLElement>("[data-state-of]")) {
    const id = mark.dataset.stateOf!;
    const state = states.get(id) ?? "open";
    here.add(id);
    mark.dataset.state = state;
    mark.firstElementChild!.textContent = texts[`state_${state}`];
  }
  const left = [...here].filter((id) => states.get(id) !== "done");
  const done = here.size - left.length;
  for (const share of document.querySelectorAll(".share")) {
    share.querySelector("progress")!.value = done;
    share.querySelector("small")!.textContent = texts.part_progress
      .replace("{done}", String(done))
      .replace("{all}", String(here.size));
  }
  for (const on of document.querySelectorAll<HTMLAnchorElement>("[data-go-on]")) {
    on.hidden = !left.length;
    if (left.length) on.href = `#exercise-${left[0]}`;
  }
}

// The part that is read has `aria-current` in the contents.
function follow(contents: HTMLElement): void {
  if (!("IntersectionObserver" in globalThis)) return;
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of contents.querySelectorAll<HTMLAnchorElement>("ol > li > a")) {
    const heading = document.getElementById(link.getAttribute("href")!.slice(1));
    if (heading) links.set(heading, link);
  }
  const watch = new IntersectionObserver(
    () => {
      const passed = [...links].filter(([heading]) => heading.getBoundingClientRect().top < innerHeight / 3);
      for (const link of links.values()) link.removeAttribute("aria-current");
      passed.at(-1)?.[1].setAttribute("aria-current", "true");
    },
    { rootMargin: "0px 0px -66% 0px" },
  );
  for (const heading of links.keys()) watch.observe(heading);
}
