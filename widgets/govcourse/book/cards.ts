// The cards of the book's exercises: how far each of them is, as this browser has its answers, and what paper has of them.
import { cardOf, folding, tellCard } from "../runtime/folds";
import type { Opened } from "../runtime/http";
import { kept, last } from "../runtime/local";
import type { PartRead } from "../runtime/outline";
import { progress, reader, state } from "../runtime/reader";
import { say } from "../runtime/fill";

// `mount` makes an exercise of its place, `known` says what it knows, where that does not have to be fetched.
export function cards(
  mount: (place: HTMLElement) => Promise<unknown>,
  known: (place: HTMLElement) => Opened | null,
): void {
  const places = [...document.querySelectorAll<HTMLElement>("details.gc-fold [data-govcourse-mount]")];
  const tell = () => {
    const answers = kept();
    for (const place of places) {
      const id = place.dataset.govcourseMount!;
      const answer = answers[id] ?? {};
      const begun = Object.keys(answer).length > 0;
      const read = begun && reading(known(place), answer);
      const far = read && progress(read);
      if (far) tellCard(id, state(far, answer), far);
      else tellCard(id, begun ? "begun" : "open");
    }
  };
  tell();
  const on = last();
  folding(mount, (id) => id === on && cardOf(id)!.dataset.state === "begun");
  for (const event of ["govcourse-saved", "storage"]) addEventListener(event, tell);
  addEventListener("beforeprint", () => {
    const answers = kept();
    for (const place of places) {
      const parts = reading(known(place), answers[place.dataset.govcourseMount!] ?? {})?.parts() ?? [];
      place.parentElement!.querySelector(".gc-fold-answer")!.replaceChildren(...parts.flatMap(written));
    }
  });
}

const reading = (about: Opened | null, answer: object) =>
  about && reader(about.spec, answer, say(about.texts));

// A part of an answer, as layout/folded.py writes it.
function written({ title, lines }: PartRead): HTMLElement[] {
  const list = document.createElement("dl");
  for (const { label, text, image } of lines) {
    const line = document.createElement("div");
    const said = made("dd", text);
    if (image) said.append(Object.assign(document.createElement("img"), { src: image, alt: "" }));
    line.append(made("dt", label), said);
    list.append(line);
  }
  return title.trim() ? [made("h4", title), list] : [list];
}

const made = (name: string, textContent: string) =>
  Object.assign(document.createElement(name), { textContent });
