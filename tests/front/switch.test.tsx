import { afterEach, expect, test } from "vitest";
import { render } from "preact";
import { act } from "preact/test-utils";
import { Switch } from "govcourse/server/console/switch";

const place = document.createElement("div");
const box = () => place.querySelector("input")!;
const show = (on: boolean, set: (on: boolean) => Promise<boolean>) =>
  act(() => render(<Switch label="moderate" on={on} set={set} />, place));
afterEach(() => render(null, place));

test("a switch shows what was asked until the room tells it, whatever comes in between", async () => {
  let asked: boolean | undefined;
  const set = async (on: boolean) => {
    asked = on;
    return true;
  };
  await show(false, set);
  await act(() => box().click());
  await show(false, set); // a count came in
  expect([asked, box().checked]).toEqual([true, true]);
  await show(true, set);
  await show(false, set); // another facilitator switched it off
  expect(box().checked).toBe(false);
});

test("a switch that was refused goes back", async () => {
  await show(false, async () => false);
  await act(() => box().click());
  expect(box().checked).toBe(false);
});
