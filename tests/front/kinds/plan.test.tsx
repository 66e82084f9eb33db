import { expect, test } from "vitest";
import worked from "govcourse/kinds/plan/examples.json";
import { advice, byPerson } from "govcourse/kinds/plan/rules";
import * as kind from "govcourse/kinds/plan/view";
import { fixtures, type Doc } from "../fixtures";
import { examples, nameOf, show, starting, type Page } from "../page";
import { everyActivity } from "./every";

everyActivity("plan", kind);

const ID = "action-plan";
const tab = (page: Page, id: string) =>
  page.press(
    page.controls().find((one) => one.matches(".gc-tabs button") && one.textContent === page.t(`tab_${id}`))!,
  );
const details = (page: Page, n = "1.1") => page.press(page.t("details_n", { n }));
const away = (page: Page) => page.press(page.t("close"));
const cell = (page: Page, what: string, n = "1.1") => page.t("of_step", { what: page.t(what), n });
const about = (page: Page, id: string): string =>
  page.spec.components.find((one: Doc) => one.id === id).title;

test("a goal with a step and its components makes a plan; advice goes as it is filled in", async () => {
  const page = await show(kind, ID);
  await page.press(page.t("add_goal"));
  await page.fill(page.t("goal_label", { n: 1 }), "Shorter queues");
  expect(page.text(".gc-step .gc-chip")).toBe(page.t("mark_step_empty"));
  await page.fill(cell(page, "step"), "Open a second desk");
  expect(page.text(".gc-step .gc-chip")).toContain(page.t("mark_no_owner"));
  await page.fill(cell(page, "who"), "The director");
  await details(page);
  expect(page.control(about(page, "step")).value).toBe("Open a second desk");
  expect(page.text()).toContain(page.t("why_no_responsible"));
  await page.fill(about(page, "responsibility"), "Ann");
  expect(page.text()).not.toContain(page.t("why_no_responsible"));
  await page.fill(page.t("start"), "2027-05-01");
  await page.fill(page.t("end"), "2027-04-01");
  expect(page.text()).toContain(page.t("check_ends_before_start_field"));
  await page.fill(page.t("end"), "2027-06-01");
  await page.press(page.t("add_milestone"));
  await page.fill(page.t("milestone"), "Room found");
  await page.fill(page.t("date"), "2027-05-10");
  await page.fill(page.t("money"), "1,500.50");
  await page.press(page.t("add_kpi"));
  await page.fill(page.t("kpi"), "Minutes");
  await page.fill(page.t("baseline"), "40");
  await page.fill(page.t("target"), "10");
  await page.fill(page.t("unit"), "min");
  await page.fill(page.t("by_date"), "2027-12-31");
  await page.fill(about(page, "sharing"), "Monthly");
  const { goals } = await page.saved();
  expect(goals[0]).toMatchObject({
    title: "Shorter queues",
    steps: [
      { step: "Open a second desk", owner: "The director", end: "2027-06-01", resources: { money: 1500.5 } },
    ],
  });
  await away(page);
  expect(page.text(".gc-step .gc-chip")).toBe(page.t("complete"));
  expect(page.text()).toContain(page.t("checks_fine"));
  expect(page.text(".gc-rest")).toContain("Room found, 10 May 2027"); // for the printer
  await tab(page, "people");
  expect(page.texts("section:not([hidden]) > .gc-scroll tbody th")).toEqual(
    expect.arrayContaining(["Ann", "The director"]),
  );
  await tab(page, "gantt");
  expect(page.place(".gc-gantt").querySelectorAll(".bar")).toHaveLength(1);
  expect(page.place(".gc-gantt").querySelectorAll(".dot")).toHaveLength(1);
});

test("what is no number stays visible with its reason, and is not saved", async () => {
  const page = await show(kind, ID, { answer: { goals: [{ id: "g", title: "G", steps: [{ id: "s" }] }] } });
  await details(page);
  await page.fill(page.t("money"), "much");
  expect(page.control(page.t("money")).value).toBe("much");
  expect(page.el.querySelectorAll(".gc-error")).toHaveLength(1);
  await page.wait(1000);
  expect(page.saves).toBe(0);
  await page.fill(page.t("money"), "-1");
  expect(page.el.querySelectorAll(".gc-error")).toHaveLength(1);
  for (const [typed, money] of [
    ["1,5", 1.5],
    ["2 000", 2000],
    ["12’500.5", 12500.5],
  ] as const) {
    await page.fill(page.t("money"), typed);
    expect((await page.saved()).goals[0].steps[0].resources.money).toBe(money);
  }
});

test("goals and steps are put in order by keys and buttons, which is said, and removed", async () => {
  const goals = ["A", "B"].map((title) => ({
    id: title.toLowerCase(),
    title,
    steps: [
      { id: "x", step: "X" },
      { id: "y", step: "Y" },
    ],
  }));
  const page = await show(kind, ID, { answer: { goals } });
  const goal = (n: number) => page.el.querySelectorAll(".gc-goal")[n];
  await page.press(page.t("goal_menu", { n: 1 }));
  await page.press(page.t("goal_down"), goal(0));
  expect((await page.saved()).goals.map((one: Doc) => one.title)).toEqual(["B", "A"]);
  expect(page.statuses).toContain(page.t("moved", { name: "A", place: 2 }));
  await page.key(page.t("step_move", { n: "1.1" }), "ArrowDown");
  expect((await page.saved()).goals[0].steps.map((one: Doc) => one.id)).toEqual(["y", "x"]);
  const saves = page.saves;
  await page.key(page.t("step_move", { n: "1.1" }), "ArrowUp"); // it is the first
  await page.wait(1000);
  expect(page.saves).toBe(saves);
  await details(page, "1.2");
  await page.press(page.t("step_up", { n: "1.2" }));
  expect((await page.saved()).goals[0].steps.map((one: Doc) => one.id)).toEqual(["x", "y"]);
  await expect(page.press(page.t("step_up", { n: "1.1" }))).rejects.toThrow("locked");
  await away(page);
  await details(page, "1.2");
  await page.press(page.t("remove_step", { n: "1.2" }));
  await page.press(page.t("goal_menu", { n: 2 }));
  await page.press(page.t("remove_goal"), goal(1));
  expect((await page.saved()).goals).toEqual([{ ...goals[1], steps: [{ id: "x", step: "X" }] }]);
});

test("a key figure is named in the table, and goes again with its name", async () => {
  const page = await show(kind, ID, { answer: { goals: [{ id: "g", title: "G", steps: [{ id: "s" }] }] } });
  await page.fill(cell(page, "kpi_short"), "Days");
  expect((await page.saved()).goals[0].steps[0].kpis).toEqual([{ id: expect.any(String), text: "Days" }]);
  await page.fill(cell(page, "kpi_short"), "");
  expect((await page.saved()).goals[0].steps[0].kpis).toEqual([]);
  const named = { id: "k", text: "Days", target: "3" };
  const steps = [{ id: "s", kpis: [named, { id: "l", text: "Costs" }] }];
  const other = await show(kind, ID, { answer: { goals: [{ id: "g", title: "G", steps }] } });
  expect(other.text(".gc-step")).toContain(other.t("mark_more", { count: 1 }));
  await other.fill(cell(other, "kpi_short"), "");
  expect((await other.saved()).goals[0].steps[0].kpis[0]).toEqual({ ...named, text: "" });
});

test("the most important advice stands first, the rest behind it", async () => {
  const step = { id: "s", step: "Do", start: "2027-02-01", end: "2027-01-01" };
  const page = await show(kind, ID, { answer: { goals: [{ id: "g", title: "G", steps: [step] }] } });
  expect(page.text(".gc-step .gc-chip")).toBe(
    `${page.t("mark_ends_before_start")} ${page.t("mark_more", { count: 5 })}`,
  );
  expect(page.text(".gc-card .gc-advice")).toContain(page.t("check_ends_before_start", { step: "Do" }));
  expect(page.texts(".gc-card li")).toHaveLength(5);
});

test("a goal says which principles and which of the global goals it serves", async () => {
  const page = await show(kind, ID, { answer: { goals: [{ id: "g", title: "G" }] } });
  const [principle] = page.spec.principles;
  await page.press(principle.title);
  await page.press(`${page.spec.goals[2].number} ${page.spec.goals[2].title}`);
  expect((await page.saved()).goals[0]).toMatchObject({ principles: [principle.id], sdgs: [3] });
  await page.press(principle.title);
  expect((await page.saved()).goals[0].principles).toEqual([]);
});

test("framed by principles, a goal stands under the one it was added to", async () => {
  const page = await show(kind, "team-actions");
  const [, second] = page.spec.principles;
  await page.press(page.t("add_goal_under", { title: second.title }));
  expect((await page.saved()).goals[0].principles).toEqual([second.id]);
  expect(page.place(`section[aria-label="${second.title}"] .gc-goal`)).toBeTruthy();
});

test("entries of other exercises become goals, each with a step to begin with", async () => {
  const page = await show(kind, ID, { replies: examples });
  const source = page.spec.sources.find((one: Doc) => one.into.includes("goals"));
  const offered = await page.bring(source);
  const { goals } = await page.saved();
  expect(goals).toHaveLength(offered);
  expect(goals[0].origin.activity).toBe(source.id);
  expect(goals[0].steps).toEqual([{ id: expect.any(String) }]);
});

const from = (page: Page, id: string): Doc => page.spec.sources.find((one: Doc) => one.id === id);

test("a plan that is brought into another keeps steps, owners, dates and principles, and says so", async () => {
  const page = await show(kind, "team-actions", { replies: examples });
  const plan: Doc[] = fixtures.activities[ID].spec.example.goals;
  await page.bring(from(page, ID));
  const { goals } = await page.saved();
  plan.forEach(({ id, title, principles, sdgs, steps }, n) =>
    expect(goals[n]).toEqual({
      id: expect.any(String),
      title,
      principles,
      sdgs,
      steps,
      origin: { activity: ID, entry: id },
    }),
  );
  const first = page.spec.principles.find((one: Doc) => one.id === plan[0].principles[0]);
  expect(page.text(`section[aria-label="${first.title}"]`)).toContain(page.t("brought_from", from(page, ID)));
  expect(page.text(`section[aria-label="${first.title}"] .gc-goal`)).toBeTruthy();
  const n = plan.flatMap((goal) => goal.steps).length;
  for (const what of ["kept_steps", "kept_owners", "kept_dates"])
    expect(page.statuses).toContain(page.t(what, { n }));
});

test("what an entry keeps is said before it is chosen", async () => {
  const page = await show(kind, "team-actions", { replies: examples });
  await page.press(page.all(starting(page.t("bring")))[0]);
  const [goal]: Doc[] = fixtures.activities[ID].spec.example.goals;
  const entry = page.controls().find((one) => nameOf(one).includes(goal.title))!;
  expect(nameOf(entry)).toContain(page.t("kept_steps", { n: goal.steps.length }));
});

test("a gap of the assessment becomes a goal whose evidence is the gap and what was seen", async () => {
  const page = await show(kind, ID, { replies: examples });
  const source = from(page, "dtca");
  await page.bring(source);
  const [goal] = (await page.saved()).goals;
  const { items } = fixtures.activities.dtca.spec.example;
  const [id] = goal.origin.entry.split("/");
  const seen: string[] = fixtures.activities.dtca.spec.instrument.dimensions
    .find((one: Doc) => one.id === id)
    .statements.flatMap((one: Doc) => items[one.id]?.evidence ?? []);
  expect(seen.length).toBeGreaterThan(0);
  for (const line of [/target \d/, ...seen]) expect(goal.evidence).toMatch(line);
  expect(page.text(".gc-goal .gc-evidence")).toContain(seen[0]);
  expect(page.text(".gc-step .gc-chip")).toBe(page.t("mark_step_empty")); // no step called "Today 2.0"
});

test("a solution that becomes a step keeps its owner and what speaks for it", async () => {
  const page = await show(kind, ID, { answer: { goals: [{ id: "g", title: "G" }] }, replies: examples });
  const source = from(page, "value-feasibility");
  await page.press(page.all(starting(page.t("bring")))[0]);
  const [item]: Doc[] = fixtures.activities[source.id].spec.example.items;
  await page.press(page.controls().find((one) => nameOf(one).startsWith(item.name))!);
  await page.press(page.t("bring_take", { count: 1 }));
  const [step] = (await page.saved()).goals[0].steps;
  expect(step).toMatchObject({ step: item.name, owner: item.fields.owner });
  expect(step.evidence).toContain(item.fields.notes);
});

test("a name that is too long for a goal stays whole, as its evidence", async () => {
  const long = "A vision that nobody can say in one breath. ".repeat(10).trim();
  const answer = { fields: { [fixtures.activities.roadmap.spec.fields[0].id]: long } };
  const page = await show(kind, ID, {
    replies: { read: ({ activity }) => ({ ok: true, answer: activity === "roadmap" ? answer : {} }) },
  });
  await page.bring(from(page, "roadmap"));
  expect((await page.saved()).goals[0]).toMatchObject({ title: long.slice(0, 300), evidence: long });
});

test("a bar of the time line is moved by arrow keys and by the pointer, and its milestones with it", async () => {
  const steps = [
    {
      id: "s",
      step: "Do",
      start: "2027-01-28",
      end: "2027-03-01",
      milestones: [{ id: "m", text: "Half", date: "2027-02-10" }],
    },
    { id: "t", step: "Then", end: "2027-04-01" },
  ];
  const page = await show(kind, ID, { answer: { goals: [{ id: "g", title: "G", steps }] } });
  await tab(page, "gantt");
  const bar = (n = 0) => page.el.querySelectorAll(".bar")[n] as any;
  await page.key(bar(), "ArrowRight");
  await page.key(bar(), "ArrowRight", { shiftKey: true });
  const dates = async (n = 0) => {
    const { start, end, milestones } = (await page.saved()).goals[0].steps[n];
    return [start, end, milestones?.[0].date];
  };
  expect(await dates()).toEqual(["2027-02-05", "2027-03-09", "2027-02-18"]);
  expect(page.statuses).toContain(page.t("bar_moved", { name: "Do", end: "2027-03-09" }));
  const svg = page.place(".gc-gantt") as any;
  svg.setPointerCapture = () => {};
  const days = (Date.parse("2027-04-02") - Date.parse("2027-02-05")) / 86_400_000;
  Object.defineProperty(svg, "clientWidth", { value: 960 });
  const event = (type: string, x: number) =>
    bar(1).dispatchEvent(new PointerEvent(type, { clientX: x, pointerId: 1, bubbles: true }));
  event("pointerdown", 500);
  event("pointermove", 500 - (640 / days) * 10);
  event("lostpointercapture", 0);
  event("pointermove", 0);
  expect(await dates(1)).toEqual([undefined, "2027-03-22", undefined]);
  await page.press(page.t("undo"));
  expect(await dates(1)).toEqual([undefined, "2027-04-01", undefined]);
  expect(await dates()).toEqual(["2027-02-05", "2027-03-09", "2027-02-18"]);
});

test("from right to left a time line begins at the right, and what moves to the left moves on", async () => {
  const steps = [
    { id: "s", step: "Do", start: "2027-01-01", end: "2027-01-31" },
    { id: "t", step: "Then", start: "2027-03-01", end: "2027-03-31" },
  ];
  const answer = { goals: [{ id: "g", title: "G", steps }] };
  const page = await show(kind, ID, { answer, host: { direction: "rtl" } });
  await tab(page, "gantt");
  const bars = [...page.el.querySelectorAll<SVGRectElement>(".bar")];
  const of = (bar: Element, name: string) => Number(bar.getAttribute(name));
  expect(of(bars[1], "x") + of(bars[1], "width")).toBeLessThan(of(bars[0], "x"));
  expect(of(bars[0], "x") + of(bars[0], "width")).toBe(660); // beside the names
  await page.key(bars[1] as any, "ArrowLeft");
  expect((await page.saved()).goals[0].steps[1].end).toBe("2027-04-01");
  const svg = page.place(".gc-gantt") as any;
  svg.setPointerCapture = () => {};
  Object.defineProperty(svg, "clientWidth", { value: 960 });
  const event = (type: string, x: number) =>
    page.el.querySelectorAll(".bar")[1].dispatchEvent(new PointerEvent(type, { clientX: x, bubbles: true }));
  event("pointerdown", 500);
  event("pointermove", 500 - (640 / 91) * 10);
  event("lostpointercapture", 0);
  expect((await page.saved()).goals[0].steps[1].end).toBe("2027-04-11");
});

test("nothing planned has no time line, and nobody in it", async () => {
  const page = await show(kind, ID);
  for (const [id, text] of [
    ["gantt", "gantt_empty"],
    ["people", "people_empty"],
  ] as const) {
    await tab(page, id);
    expect(page.text(".gc-panel:not([hidden])")).toBe(page.t(text));
  }
});

test.each(worked)("a plan is advised on and read by person ($codes)", ({ answer, codes, people }) => {
  expect(advice(answer).map((one) => one.code)).toEqual(codes);
  const found = byPerson(answer).map(({ name, owns, does, supports }) => ({
    name,
    owns: owns.length,
    does: does.length,
    supports: supports.length,
  }));
  expect(found).toEqual(people);
});
