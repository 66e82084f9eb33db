// What is folded on a page: exercises are cards until somebody opens one, or comes to it by an address that names it.
import type { State } from "./reader";

const CARD = "details.gc-fold";
const FOLDS = `${CARD}, details.gc-more`;
const PLACE = "[data-govcourse-mount]";

const all = <Found extends Element>(selector: string): Found[] => [
  ...document.querySelectorAll<Found>(selector),
];
export const cardOf = (id: string): HTMLDetailsElement | null =>
  document.querySelector(`${CARD}[data-card="${id}"]`);

// An exercise is mounted once, when its card opens; one that nobody folds, at once. `waits` says which have to be opened at the start.
export function folding(
  mount: (place: HTMLElement) => Promise<unknown>,
  waits: (id: string) => boolean,
): void {
  for (const place of all<HTMLElement>(PLACE)) if (!place.closest(CARD)) void mount(place).catch(told(place));
  const mounted = new WeakSet<HTMLElement>();
  for (const card of all<HTMLDetailsElement>(CARD)) {
    const place = card.querySelector<HTMLElement>(PLACE)!;
    const opened = () => {
      if (!card.open || mounted.has(place)) return;
      mounted.add(place);
      mount(place).catch((error) => {
        mounted.delete(place);
        told(place)(error);
      });
    };
    card.addEventListener("toggle", opened);
    card.open ||= waits(card.dataset.card!);
    opened();
  }
  addEventListener("hashchange", come);
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-folds]");
    if (button) for (const one of all<HTMLDetailsElement>(FOLDS)) one.open = button.dataset.folds === "open";
    // A link to where one is already changes no address.
    const link = (target as Element).closest<HTMLAnchorElement>("a[href*='#']");
    if (link?.hash && link.hash === location.hash && link.pathname === location.pathname) come();
  });
  come();
}

// To what the address names: an exercise by its id too, as "#exercise-action-plan" or "#action-plan".
function come(): void {
  const id = decoded(location.hash.slice(1));
  const found = id && (document.getElementById(id) ?? cardOf(id));
  if (!found) return;
  for (let at = found.closest("details"); at; at = at.parentElement!.closest("details")) at.open = true;
  (found.closest(CARD) ?? found).scrollIntoView();
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash; // somebody's typing error
  }
}

// Why an exercise could not be shown, in its place.
const told = (place: HTMLElement) => (error: unknown) => {
  const textContent = error instanceof Error ? error.message : String(error);
  const said = Object.assign(document.createElement("p"), { className: "loading", textContent });
  said.setAttribute("role", "alert");
  place.replaceChildren(said);
};

// A card says how far its exercise is, in figures where they are known.
export function tellCard(id: string, state: State, [done, asked] = [0, 0]): void {
  const card = cardOf(id);
  if (!card) return;
  card.dataset.state = state;
  const count = card.querySelector<HTMLElement>("[data-count]")!;
  const words = asked ? count.dataset.count! : "";
  count.textContent = words.replace("{done}", String(done)).replace("{all}", String(asked));
}
