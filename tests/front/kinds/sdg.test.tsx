import { expect, test } from "vitest";
import worked from "govcourse/kinds/sdg/examples.json";
import { pitch } from "govcourse/kinds/sdg/rules";
import * as kind from "govcourse/kinds/sdg/view";
import { show } from "../page";
import { everyActivity } from "./every";

everyActivity("sdg", kind);

test("a goal, why it matters and a pitch make an answer, and the pitch is counted", async () => {
  const page = await show(kind, "sdg-pitch");
  expect(page.text()).toContain(page.t("no_goal"));
  const goal = page.spec.goals.find((one: any) => one.service_delivery);
  await page.press(`${goal.number}${goal.title}`);
  expect(page.text()).toContain(goal.why);
  const [question] = page.spec.questions;
  await page.fill(question.title, "Because");
  await page.fill(page.t("pitch"), "one two three");
  expect(page.statuses).toContain(page.t("pitch_short"));
  await page.fill(page.t("pitch"), "word ".repeat(400));
  expect(page.statuses).toContain(page.t("pitch_long", { limit: page.spec.seconds }));
  await page.fill(page.t("pitch"), "word ".repeat(page.spec.words_per_minute * 0.8));
  expect(page.statuses).toContain(page.t("pitch_fits", { limit: page.spec.seconds }));
  expect(await page.saved()).toMatchObject({ goal: goal.number, notes: { [question.id]: "Because" } });
});

test("all seventeen goals are there when asked for, and the one that was chosen always", async () => {
  const page = await show(kind, "sdg-pitch", { answer: { goal: 14 } });
  const goals = () => page.el.querySelectorAll(".gc-goals input").length;
  const few = goals();
  expect(page.place(".gc-goals input:checked").closest("label")!.textContent).toContain("14");
  await page.press(page.t("only_service"));
  expect(goals()).toBe(17);
  await page.press(page.t("only_service"));
  expect(goals()).toBe(few);
});

test("a rehearsal is timed, said at its moments, and kept", async () => {
  const page = await show(kind, "sdg-pitch");
  await page.press(page.t("timer_start"));
  await page.wait(30_000);
  expect(page.text("[role=timer]")).toBe("0:30");
  expect(page.statuses).toContain(page.t("time_left", { time: "0:30" }));
  await page.wait(37_000);
  expect(page.text("[role=timer]")).toBe("−0:07");
  expect(page.statuses).toContain(page.t("time_over"));
  await page.press(page.t("timer_stop"));
  expect(await page.saved()).toEqual({ seconds: 67 });
  expect(page.text()).toContain(page.t("timer_last", { time: "1:07" }));
});

test.each(worked)("a pitch has words and seconds ($words)", ({ text, rate, words, seconds }) => {
  expect(pitch(text, rate)).toEqual({ words, seconds });
});
