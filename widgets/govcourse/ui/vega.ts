// What draws Altair's charts: Vega with an interpreter, as pages of ours allow no code made from text.
import { expressionInterpreter } from "vega-interpreter";
import * as vega from "vega";
import { compile } from "vega-lite";
import { timeNames } from "../runtime/days";
import { numberNames } from "../runtime/numbers";
import type { Draw } from "./drawing";

// Nothing is loaded from anywhere.
const draw: Draw = async (el, spec, controls) => {
  const compiled = compile(spec);
  const runtime = vega.parse(compiled.spec, undefined, { ast: true });
  const language = el.closest<HTMLElement>("[lang]")?.lang ?? "";
  const view = new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: "svg",
    container: el,
    bind: controls,
    locale: { number: numberNames(language), time: timeNames(language) } as never, // typed as what Vega makes of it
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
  });
  await view.runAsync();
  el.querySelector("svg")!.setAttribute("aria-hidden", "true"); // what holds it names it, with its table beside it
  return () => view.finalize();
};

const refuse = () => Promise.reject(new Error("charts load nothing"));

globalThis.govcourseDraw = draw;
