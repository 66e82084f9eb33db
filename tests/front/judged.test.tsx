import { expect, test } from "vitest";
import * as canvas from "govcourse/kinds/canvas/view";
import { activities } from "./fixtures";
import { show } from "./page";

const [id] = activities.find(([, { spec }]) => spec.kind === "canvas" && spec.good)!;

test("a learner says which of three descriptions an answer is most like, and takes it back by undo", async () => {
  const page = await show(canvas, id);
  await page.press(page.spec.good[1]);
  expect(await page.saved()).toEqual({ judged: 2 });
  await page.press(page.spec.good[2]);
  expect(await page.saved()).toEqual({ judged: 3 });
  await page.press(page.t("undo"));
  expect((await page.saved()).judged).not.toBe(3);
});

test("of an example nobody says so", async () => {
  const page = await show(canvas, id);
  await page.example();
  await expect(page.press(page.spec.good[1])).rejects.toThrow();
  expect(page.saves).toBe(0);
});
