import { expect, test } from "vitest";
import { render } from "preact";
import { Switch } from "govcourse/server/console/switch";

type Asked = (on: boolean) => Promise<boolean>;

// What the box shows, after the switch was told anew.
function shown() {
  const place = document.body.appendChild(document.createElement("div"));
  const tell = (on: boolean, set: Asked) => render(<Switch label="moderate" on={on} set={set} />, place);
  return { tell, box: () => place.querySelector("input")! };
}

test("a switch shows what was asked until the room tells it, whatever comes in between", async () => {
  const { tell, box } = shown();
  const asked: boolean[] = [];
  const set = async (on: boolean) => !!asked.push(on);
  tell(false, set);
  box().click();
  await expect.poll(() => asked).toEqual([true]);
  tell(false, set); // a count came in
  expect(box().checked).toBe(true);
  tell(true, set);
  tell(false, set); // another facilitator switched it off
  await expect.poll(() => box().checked).toBe(false);
});

test("a switch that was refused goes back", async () => {
  const { tell, box } = shown();
  let refuse: ((taken: boolean) => void) | undefined;
  tell(false, () => new Promise((answer) => (refuse = answer)));
  box().click();
  await expect.poll(() => refuse).toBeDefined();
  expect(box().checked).toBe(true);
  refuse!(false);
  await expect.poll(() => box().checked).toBe(false);
});
