// Bars on a scale: they begin where the language does, and words beside them wrap.
import { render } from "preact";
import { expect, test } from "vitest";
import { Profile, type ProfileRow } from "govcourse/ui/profile";

const scale = (...values: number[]) => values.map((value) => ({ value, title: String(value) }));
function drawn(ticks: ReturnType<typeof scale>, rows: ProfileRow[]) {
  const el = document.createElement("div");
  render(<Profile label="Dimensions" ticks={ticks} rows={rows} />, el);
  return (which: string, name: string) =>
    [...el.querySelectorAll<HTMLElement>(which)].map((one) => one.style.getPropertyValue(name));
}

test("a bar goes from the lowest step to its own, and its target stands at its place, counted from where one begins to read", () => {
  const of = drawn(scale(1, 2, 3, 4, 5), [{ title: "A dimension", value: 3, target: 4, shown: "3.0" }]);
  expect([of(".bar", "inset-inline-start"), of(".bar", "width")]).toEqual([["0%"], ["50%"]]);
  expect(of(".target", "inset-inline-start")).toEqual(["75%"]);
  expect(of(".ticks span", "inset-inline-start")).toEqual(["0%", "25%", "50%", "75%", "100%"]);
});

test("what is worse than nought goes the other way from there, and what nobody judged has no bar", () => {
  const rows = [-2, 2, null].map((value) => ({ title: "", value, target: null, shown: "" }));
  const of = drawn(scale(-2, -1, 0, 1, 2), rows);
  expect(of(".bar.below", "inset-inline-start")).toEqual(["0%"]);
  expect(of(".bar", "inset-inline-start")).toEqual(["0%", "50%"]);
  expect(of(".bar", "width")).toEqual(["50%", "50%"]);
});
