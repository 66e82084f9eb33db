// Review by another team on a phone: work is asked for, reviewed, handed over, and what others say is read.
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { PageModel } from "govcourse/runtime/model";
import type { Reviewing } from "govcourse/runtime/reviews";
import showReviews from "govcourse/ui/review";
import { activities, fixtures, say, type Doc } from "./fixtures";
import { traits } from "./model";
import { nameOf, locked } from "./page";

const [id, { spec, texts }] = activities.find(([, { spec }]) => spec.owner === "team" && spec.good)!;
const t = say({ ...texts, ...fixtures.texts.reviews });
const parts = [{ title: "Boxes", lines: [{ label: "Who?", text: "Midwives" }] }];
const dealt = { id: "abc", of: "Team 2", parts, answer: {}, version: 0 };
const nothing = { dealt: [] as Doc[], more: false, received: [] as Doc[], judged: 0 };

let told: Doc;
let calls: [string, string, Doc | undefined][];
let refuse: Doc | null;
let el: HTMLElement;
let reviews: Reviewing;

beforeEach(() => {
  [told, calls, refuse] = [{ ...nothing, dealt: [dealt] }, [], null];
  vi.stubGlobal("fetch", async (path: string, { method = "GET", body }: RequestInit) => {
    const given = body && JSON.parse(String(body));
    calls.push([method, path, given]);
    if (refuse) return new Response(JSON.stringify({ error: refuse }), { status: 423 });
    return new Response(JSON.stringify(method === "PUT" ? { version: given.version + 1 } : told));
  });
  el = document.body.appendChild(document.createElement("div"));
  const model = new PageModel(traits(spec, texts, { name: "room" }), async () => ({ ok: true }));
  reviews = showReviews(el, { api: "/api/rooms/abc", texts: fixtures.texts.reviews, model });
});

const wait = (ms = 0) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const does = async (how: () => void) => {
  await act(async () => how());
  await wait();
};
const open = (yes = true) => does(() => reviews.set(yes));
const control = (name: string) => {
  const all = [...el.querySelectorAll<HTMLInputElement>("input, textarea, button")];
  return all.find((one) => nameOf(one) === name && !locked(one));
};
const press = (name: string) => does(() => control(name)!.click());
const write = (name: string, text: string) =>
  does(() => {
    control(name)!.value = text;
    control(name)!.dispatchEvent(new Event("input", { bubbles: true }));
  });
const words = () => el.textContent!;
const saved = () => calls.filter(([method]) => method === "PUT").map(([, , body]) => body);

test("work is asked for once, read with its labels, and its review is saved and handed over", async () => {
  await open();
  expect(calls).toEqual([["POST", `/api/rooms/abc/reviews/${id}`, { have: 0 }]]);
  for (const said of ["Team 2", "Boxes", "Who?", "Midwives"]) expect(words()).toContain(said);
  await write(t("review_works"), "The dates");
  await press(t("review_send"));
  expect(el.querySelector("[role=alert]")!.textContent).toBe(t("review_choose"));
  await press(spec.good[1]);
  await press(t("review_send"));
  const whole = { level: 2, works: "The dates", sent: true };
  expect(saved().at(-1)).toEqual({ answer: whole, version: saved().length - 1 });
  expect(words()).toContain(t("review_sent"));
  expect(document.activeElement!.textContent).toBe(t("review_sent"));
});

test("who has written none yet waits, and gets work once there is some", async () => {
  told = nothing;
  await open();
  expect(words()).toContain(t("review_none"));
  told = { ...nothing, dealt: [dealt] };
  await does(() => reviews.waits());
  expect(words()).toContain("Midwives");
  expect(words()).not.toContain(t("review_none"));
  await does(() => reviews.waits());
  expect(calls.length).toBe(2); // who has work to review is not sent more
});

test("one more is offered to whoever has handed over theirs", async () => {
  await open();
  await does(() => reviews.waits());
  expect(control(t("review_more"))).toBeUndefined();
  await press(spec.good[0]);
  await press(t("review_send"));
  await does(() => reviews.waits());
  await press(t("review_more"));
  expect(calls.at(-1)).toEqual(["POST", `/api/rooms/abc/reviews/${id}`, { have: 1 }]);
});

test("what others say stands beside what one has chosen oneself, and nothing is written after the end", async () => {
  const received = [
    { by: "Team 3", level: 3, works: "Figures", better: "" },
    { by: null, level: 1, works: "", better: "A date" },
  ];
  told = { dealt: [dealt], more: true, received, judged: 2 };
  await open();
  await open(false);
  expect(calls.at(-1)![0]).toBe("GET");
  for (const said of ["Team 3", "Figures", "A date", t("review_by_person"), t("review_over")])
    expect(words()).toContain(said);
  expect(words()).toContain(t("review_like", { level: spec.good[2] }));
  expect(words()).toContain(t("review_own", { level: spec.good[1] }));
  for (const name of [t("review_works"), spec.good[0], t("review_send"), t("review_more")])
    expect(control(name)).toBeUndefined();
});

test("a member of the team who wrote meanwhile is seen, and an older state takes nothing back", async () => {
  await open();
  told = { ...told, dealt: [{ ...dealt, answer: { works: "Hers" }, version: 1 }] };
  await does(() => reviews.look());
  expect(control(t("review_works"))!.value).toBe("Hers");
  await write(t("review_works"), "Hers and mine");
  await wait(500);
  await does(() => reviews.look());
  expect(control(t("review_works"))!.value).toBe("Hers and mine");
});

test("what is refused is said, and can be tried again", async () => {
  refuse = { message: "Not now." };
  await open();
  expect(el.querySelector("[role=alert]")!.textContent).toContain("Not now.");
  refuse = null;
  await press(t("try_again"));
  expect(words()).toContain("Midwives");
});
