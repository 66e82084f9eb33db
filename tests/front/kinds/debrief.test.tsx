import { expect, test } from "vitest";
import { fixtures, type Doc } from "../fixtures";
import * as kind from "govcourse/kinds/debrief/view";
import { examples, show } from "../page";
import { everyActivity } from "./every";

everyActivity("debrief", kind);

const ID = "dtca-debrief";
const draws = () => ((globalThis as any).govcourseDraw = async () => () => {});

test("says that nothing was assessed yet, and asks all the same", async () => {
  const page = await show(kind, ID, { replies: { read: () => ({ ok: true, answer: {} }) } });
  expect(page.text()).toContain(page.t("nothing_yet", { title: page.spec.sources[0].title }));
  const [step] = page.spec.steps;
  await page.fill(step.prompt, "We are few");
  expect(await page.saved()).toEqual({ notes: { [step.id]: "We are few" } });
});

test("one's own assessment is debriefed step by step, and looked at again when it is saved", async () => {
  draws();
  const page = await show(kind, ID, { replies: examples });
  expect(page.statuses).toContain(page.t("shows_own", { n: 1 }));
  expect(page.texts("[data-step] h4")).toEqual(
    page.spec.steps.map((one: Doc, n: number) => `${n + 1}. ${one.title}`),
  );
  expect(page.texts("figure h5").length).toBeGreaterThan(1);
  const asked = () => page.model.asked("read").length;
  const before = asked();
  await page.happens("govcourse-saved", ID);
  expect(asked()).toBe(before);
  await page.happens("govcourse-saved", "dtca");
  expect(asked()).toBe(before + 1);
});

test("in a room everybody's is, once five have answered", async () => {
  draws();
  const { figures } = fixtures.activities.dtca.room;
  const page = await show(kind, ID, { host: { name: "room" }, replies: examples });
  expect(page.statuses).toContain(page.t("shows_room", { n: figures.n }));
  page.away();
  page.el.remove();
  const few = { ...examples, summary: () => ({ ok: true, figures: { n: 3, too_few: 5 } }) };
  const other = await show(kind, ID, { host: { name: "room" }, replies: few });
  expect(other.statuses).toContain(other.t("too_few", { n: 3, need: 5 }));
  expect(other.statuses).toContain(other.t("shows_own", { n: 1 })); // what stands below is one's own
});

test("what cannot be read is said", async () => {
  const page = await show(kind, ID);
  expect(page.statuses).toContain("no read here");
});

test("an earlier room that was brought in stands at the end, with what a change can mean and nothing of fewer than five", async () => {
  draws();
  const { figures } = fixtures.activities.dtca.room;
  const [first, second] = figures.dimensions.filter((one: Doc) => one.respondents >= 5);
  const kept = { respondents: 9, score: 1, median: 1, q1: 1, q3: 1, consensus: 1 };
  const before = { title: "Cohort 8", on: "2025-11-30", n: 9, dimensions: { [first.id]: kept } };
  const summary = ({ of }: Doc) => ({ ok: true, figures: of === "before" ? { before } : figures });
  const replies = { ...examples, summary };
  for (const name of ["room", "projector"] as const) {
    const page = await show(kind, ID, { host: { name }, replies });
    const shown = page.text('[data-step="before"]');
    expect(shown).toContain(page.t("before_cannot"));
    expect(shown).toContain(first.title);
    const rows = page.texts('[data-step="before"] tbody tr');
    expect(rows[figures.dimensions.indexOf(first)]).toContain("1.0 (9)");
    if (second) expect(rows[figures.dimensions.indexOf(second)]).toContain(page.t("before_few"));
    page.away();
    page.el.remove();
  }
  const none = await show(kind, ID, { host: { name: "room" }, replies: examples });
  expect(none.el.querySelector('[data-step="before"]')).toBeNull();
});
