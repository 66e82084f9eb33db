// Bars on a scale: they begin where the page's language does.
import { render } from "preact";
import { expect, test } from "vitest";
import { Profile } from "govcourse/ui/profile";

const ticks = [1, 2, 3, 4, 5].map((value) => ({ value, title: String(value) }));
const rows = [{ title: "A dimension", value: 3, target: 4, shown: "3.0" }];

function drawn(direction: "ltr" | "rtl") {
  const el = document.createElement("div");
  render(<Profile host={{ direction }} label="Dimensions" ticks={ticks} rows={rows} />, el);
  const place = (which: string, name: string) => Number(el.querySelector(which)!.getAttribute(name));
  const wide = Number(el.querySelector("svg")!.getAttribute("viewBox")!.split(" ")[2]);
  const anchor = el.querySelector("svg")!.getAttribute("text-anchor");
  const bar = { from: place(".bar", "x"), to: place(".bar", "x") + place(".bar", "width") };
  return { wide, anchor, bar, name: place("text", "x"), target: place(".target", "cx") };
}

test("from right to left it is the mirror image of what it is from left to right, with its names at the right", () => {
  const [left, right] = [drawn("ltr"), drawn("rtl")];
  const { wide } = left;
  expect([left.anchor, right.anchor]).toEqual(["start", "end"]);
  expect(left.name).toBe(left.bar.from);
  expect(right).toMatchObject({
    bar: { from: wide - left.bar.to, to: wide - left.bar.from },
    name: wide - left.name,
    target: wide - left.target,
  });
});
