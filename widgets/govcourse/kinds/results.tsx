// What views of a room's results share: how they are put into their place, and what is said where too few answered.
import { render, type ComponentChildren, type FunctionComponent } from "preact";
import { style } from "../ui/style";
import type { Mount, ResultsGiven } from "../runtime/kind";
import { number, percent, towards } from "../runtime/numbers";

// A results view as the contract has it, from a component that gets figures that may be shown.
export function results<About, Figures>(
  View: FunctionComponent<Shown<About, Figures>>,
  css = "",
): Mount<ResultsGiven> {
  return (el, given) => {
    style(css);
    render(<View {...(given as unknown as Shown<About, Figures>)} />, el);
    return () => render(null, el);
  };
}

// One page of the projector, and a part of the console: its message as title, under it what it is about.
export function RoomPage(props: { title: string; about?: string; children?: ComponentChildren }) {
  return (
    <section class="room-page">
      <h3 dir="auto">{props.title}</h3>
      {props.about && <p class="room-about">{props.about}</p>}
      {props.children}
    </section>
  );
}

// Bars in the question's order, or the largest first.
export const inOrder = <B extends { count: number | string }>(
  bars: B[],
  order: ResultsGiven["order"],
): B[] => (order === "size" ? [...bars].sort((a, b) => Number(b.count) - Number(a.count)) : bars);

// A mean or a median, as the page's language writes it.
export const figure = (value: number): string => number(value, document.documentElement.lang || "en");

// A share, 0–1, in per cent, as the page's language writes it.
export const share = (value: number): string => percent(value, document.documentElement.lang || "en");

// Between what was first and what came of it, as the page's language reads.
export const onward = (): string =>
  towards({ direction: document.documentElement.dir === "rtl" ? "rtl" : "ltr" });

export type Shown<About, Figures> = Omit<ResultsGiven, "about" | "figures"> & {
  about: About;
  figures: Figures;
};
