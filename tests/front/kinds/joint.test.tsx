import { expect, test } from "vitest";
import { debrief } from "govcourse/assessment/debrief";
import worked from "govcourse/kinds/joint/examples.json";
import { derived } from "govcourse/kinds/joint/rules";
import * as kind from "govcourse/kinds/joint/view";
import { fixtures, type Doc } from "../fixtures";
import { show, type Given, type Page } from "../page";
import { everyActivity } from "./every";

everyActivity("joint", kind);

const ID = "dtca-together";
const OF = "dtca";
const { instrument } = fixtures.activities[ID].spec;
const label = (value: number): string => instrument.scale.find((one: Doc) => one.value === value).label;
const text = (id: string): string =>
  instrument.dimensions.flatMap((one: Doc) => one.statements).find((one: Doc) => one.id === id).text;
const items = (values: Record<string, number>): Doc => ({
  items: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])),
});
const people = [2, 2, 2, 5, 5, 5].map((step) => items({ "legal-8": step, "legal-9": 3 }));
const room = debrief(people as never, instrument);
const within = (page: Page, id: string) => page.place(`[data-statement="${id}"]`);
const open = (page: Page, id: string) =>
  page.press(within(page, id).querySelector<HTMLButtonElement>("h5 button")! as never);

// In a room, with what each answered alone; `team` is what one's own team did, `shown` whether it may be seen.
const inRoom = (team: Doc | null = null, figures: Doc | null = room): Given => ({
  host: { name: "room" },
  replies: {
    read: () => ({ ok: true, answer: people[0] }),
    summary: ({ of }) => {
      if (!figures) return { ok: false, code: "failed", message: "hidden" };
      return { ok: true, figures: of === "team" ? (team ?? { n: 0, statements: {} }) : figures };
    },
  },
});

test.each(worked)("$about", ({ items, low }) => {
  const statements = fixtures.activities[ID].spec.outline.tables.statements;
  const found = derived({ statements }, { items } as never).low;
  expect(found.map(({ id, value, reason }) => [id, value, reason])).toEqual(low);
});

test("a team answers the statement on which the room agrees least, with its reason", async () => {
  const page = await show(kind, ID, inRoom());
  expect(page.statuses).toContain(page.t("shows_room", { n: 6 }));
  expect(page.texts(".gc-talks h5 span:first-child")[0]).toBe(text("legal-8"));
  await open(page, "legal-8");
  const shown = page.text('[data-statement="legal-8"]');
  expect(shown).toContain(page.t("spread_room", { n: 6 }));
  expect(shown).toContain(page.t("spread_own", { answer: label(2) }));
  await page.press(label(4), within(page, "legal-8"));
  expect(page.text(".gc-state")).toContain(page.t("state_no_reason", { answer: label(4) }));
  await page.fill(page.t("reason"), "Since May", within(page, "legal-8"));
  expect(page.text(".gc-state")).toBe(label(4));
  expect((await page.saved()).items["legal-8"]).toMatchObject({ value: 4, reason: "Since May" });
});

test("what a team's own people said alone comes before what the room did, and is never made of fewer than five", async () => {
  const spread = { n: 5, counts: [0, 5, 0, 0, 0], consensus: 1 };
  const page = await show(kind, ID, inRoom({ n: 5, statements: { "legal-8": spread } }));
  expect(page.statuses).toContain(page.t("shows_team"));
  await open(page, "legal-8");
  expect(page.text('[data-statement="legal-8"]')).toContain(page.t("spread_team", { n: 5 }));
  page.away();
  page.el.remove();
  const few = structuredClone(room);
  few.statements["legal-8"] = { ...few.statements["legal-8"], n: 4, counts: [0, 2, 0, 0, 2] };
  const other = await show(kind, ID, inRoom(null, few));
  await open(other, "legal-8");
  expect(other.text('[data-statement="legal-8"]')).toContain(other.t("spread_few"));
  expect(other.el.querySelector('[data-statement="legal-8"] table')).toBeNull();
});

test("a dissent is written beside the answer, and can be taken back", async () => {
  const page = await show(kind, ID, inRoom());
  await open(page, "legal-8");
  const talk = within(page, "legal-8");
  await page.press(page.t("split"), talk);
  await page.press(page.t("dissent_add"), talk);
  await page.fill(page.t("dissent_why"), "We have one");
  await page.fill(page.t("dissent_who"), "District office");
  await page.pick(page.t("dissent_value"), "5");
  const [dissent] = (await page.saved()).items["legal-8"].dissents;
  expect(dissent).toMatchObject({ why: "We have one", who: "District office", value: 5 });
  expect(page.text(".gc-state")).toContain(page.t("dissents_n", { n: 1 }));
  await page.press(page.t("dissent_remove", { n: 1 }));
  expect((await page.saved()).items["legal-8"].dissents).toEqual([]);
  await page.press(page.t("undo"));
  expect((await page.saved()).items["legal-8"].dissents).toHaveLength(1);
});

test("what two phones of a team write at once is kept from both", async () => {
  const { merge } = await import("govcourse/runtime/merge");
  const base = {
    items: { "legal-8": { value: 2, reason: "Two of us", dissents: [{ id: "a", why: "No" }] } },
  };
  const mine = structuredClone(base) as Doc;
  const theirs = structuredClone(base) as Doc;
  mine.items["legal-8"].dissents.push({ id: "b", why: "Nor I" });
  theirs.items["legal-8"].dissents.push({ id: "c", why: "Never" });
  theirs.items["legal-8"].reason = "Two of us saw it";
  theirs.items["legal-9"] = { value: 4 };
  const made = merge<Doc>(base, mine, theirs).items;
  expect(made["legal-8"].dissents.map(({ id }: Doc) => id).sort()).toEqual(["a", "b", "c"]);
  expect([made["legal-8"].reason, made["legal-9"].value]).toEqual(["Two of us saw it", 4]);
});

test("any other statement can be taken up, and left out again; the way goes on to a theory of change", async () => {
  const page = await show(kind, ID, inRoom());
  await page.pick(page.t("take_up"), "workforce-7");
  const talk = within(page, "workforce-7");
  expect(talk.querySelector("[hidden]")).toBeNull();
  await page.press(label(1), talk);
  expect((await page.saved()).items["workforce-7"].value).toBe(1);
  await page.press(page.t("leave"), talk);
  expect((await page.saved()).items).toEqual({});
  await page.press(page.t("theory_add"));
  for (const part of ["do", "then", "because", "wrong"]) await page.fill(page.t(part), `${part}!`);
  expect((await page.saved()).theories[0]).toMatchObject({ do: "do!", wrong: "wrong!" });
  expect(page.text()).toContain(page.t("goes_on"));
  await page.press(page.t("theory_remove", { n: 1 }));
  expect((await page.saved()).theories).toEqual([]);
});

test("until results are shown, or enough have answered, it says why, and one can begin", async () => {
  const page = await show(kind, ID, inRoom(null, null));
  const { title } = page.spec.sources.find((one: Doc) => one.id === OF);
  expect(page.statuses).toContain(page.t("not_shown", { title }));
  await page.pick(page.t("take_up"), "legal-10");
  await page.press(label(3), within(page, "legal-10"));
  expect((await page.saved()).items["legal-10"].value).toBe(3);
  page.away();
  page.el.remove();
  const few = await show(kind, ID, inRoom(null, { n: 3, too_few: 5 }));
  expect(few.statuses).toContain(few.t("too_few", { n: 3, need: 5 }));
});

test("alone one's own lowest answers stand first, each with the answer; without any, all can be chosen", async () => {
  const mine = items({ "leadership-1": 4, "legal-8": 1, "legal-9": 2 });
  const page = await show(kind, ID, { replies: { read: () => ({ ok: true, answer: mine }) } });
  expect(page.statuses).toContain(page.t("shows_own"));
  expect(page.texts(".gc-talks h5 span:first-child")[0]).toBe(text("legal-8"));
  await open(page, "legal-8");
  expect(page.text('[data-statement="legal-8"]')).toContain(page.t("spread_own", { answer: label(1) }));
  expect(page.text('[data-statement="legal-8"] legend')).toBe(page.t("joint_alone"));
  page.away();
  page.el.remove();
  const none = await show(kind, ID, { replies: { read: () => ({ ok: true, answer: {} }) } });
  expect(none.statuses).toContain("You have not answered");
  await none.pick(none.t("take_up"), "legal-8");
  expect(within(none, "legal-8")).toBeTruthy();
});

// ---- what everybody looks at

const agreed = {
  n: 3, counts: [0, 2, 0, 0, 0], dont_know: 0, split: 1,
  reasons: [{ value: 2, text: "Nobody saw it" }],
  dissents: [{ value: 5, who: "A district", why: "We have one" }],
}; // prettier-ignore
const projector = (joint: Doc | null, figures: Doc = room): Given => ({
  host: { name: "projector" },
  replies: {
    summary: ({ activity }) =>
      activity === OF
        ? { ok: true, figures }
        : joint
          ? { ok: true, figures: joint }
          : { ok: false, code: "failed", message: "hidden" },
  },
});

test("the projector has a page for each statement, and joint answers only once they are shown", async () => {
  const page = await show(kind, ID, projector(null));
  expect(page.texts(".room-page h3")[0]).toContain(text("legal-8"));
  expect(page.text(".gc-sides")).toContain("Alone (6)");
  expect(page.text()).toContain(page.t("slide_later"));
  expect(page.text()).not.toContain("Together (");
});

test("shown, each statement that was answered together has its answers, reasons and dissents beside what was said alone", async () => {
  const page = await show(kind, ID, projector({ n: 3, theories: 0, statements: { "legal-8": agreed } }));
  expect(page.texts(".room-page")).toHaveLength(1);
  const shown = page.text();
  for (const said of ["Alone (6)", "Together (3)", "Nobody saw it", "A district", "We have one"])
    expect(shown).toContain(said);
  expect(shown).toContain(page.t("slide_split", { n: 1 }));
});

test("on the projector too nothing is said of a statement that fewer than five answered alone", async () => {
  const few = structuredClone(room);
  few.statements["legal-8"] = { ...few.statements["legal-8"], n: 4, counts: [0, 2, 0, 0, 2] };
  const page = await show(kind, ID, projector({ n: 3, theories: 0, statements: { "legal-8": agreed } }, few));
  expect(page.text()).toContain(page.t("slide_few"));
  expect(page.text(".gc-sides")).not.toContain("4");
  page.away();
  page.el.remove();
  const none = await show(kind, ID, projector(null, { n: 2, too_few: 5 }));
  expect(none.statuses).toContain("Statements appear here");
});
