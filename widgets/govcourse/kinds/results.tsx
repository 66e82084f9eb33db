// What views of a room's results share: how they are put into their place, and what is said where too few answered.
import { render, type FunctionComponent } from "preact";
import { style } from "../ui/style";
import type { Mount, ResultsGiven } from "../runtime/kind";

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

export type Shown<About, Figures> = Omit<ResultsGiven, "about" | "figures"> & {
  about: About;
  figures: Figures;
};
