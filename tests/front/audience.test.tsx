// What a phone says out of turn: a question, votes that stay where they are under the thumb, how fast it goes, languages.
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import type { Listening } from "govcourse/runtime/audience";
import show from "govcourse/ui/audience";
import { fixtures, say } from "./fixtures";
import { nameOf } from "./page";

const texts: Record<string, string> = {
  ...fixtures.texts.common,
  ...fixtures.texts.pages,
  ...fixtures.texts.audience,
};
const t = say(texts);
const question = (id: string, up = 0, down = 0, more = {}) => ({
  id,
  text: `${id}?`,
  up,
  down,
  answered: false,
  ...more,
});
const room = (more = {}) => ({ status: "open", questions: "open", ...more }) as never;

let el: HTMLElement;
let phone: Listening;
let sent: { method: string; path: string; body: any }[];
let told: any;
let refuse: string | null;

const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)));
const button = (name: string) =>
  [...el.querySelectorAll<HTMLElement>("button, select, textarea")].find(
    (one) => nameOf(one).replace(/^\d+/, "") === name,
  )!;
const press = async (name: string) => {
  await act(async () => button(name).click());
  await settle();
};
const write = (text: string) =>
  act(async () => {
    const field = el.querySelector("textarea")!;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
const order = () => [...el.querySelectorAll("ol > li > p:first-child")].map((one) => one.textContent);
const hear = (...questions: object[]) => act(async () => phone.hear(questions as never));

beforeEach(async () => {
  vi.useFakeTimers();
  localStorage.clear();
  sent = [];
  refuse = null;
  told = { questions: [question("a", 3), question("b", 1)], mine: [], votes: {}, each: 10, longest: 300 };
  vi.stubGlobal("fetch", async (path: string, { method = "GET", body }: RequestInit = {}) => {
    const given = body ? JSON.parse(body as string) : undefined;
    if (method !== "GET") sent.push({ method, path, body: given });
    if (refuse !== null && method !== "GET") {
      if (!refuse) throw new TypeError("Failed to fetch");
      return new Response(JSON.stringify({ error: { code: "x", message: refuse } }), { status: 423 });
    }
    const answer = path.endsWith("/languages")
      ? { speaks: ["fr"], needs: "", all: ["ar", "en", "fr", "sgn"], ...given }
      : method === "POST"
        ? { id: "mine", text: given.text }
        : told;
    return new Response(JSON.stringify(answer), { status: 200 });
  });
  el = document.body.appendChild(document.createElement("div"));
  phone = show(el, { api: "/api/rooms/ABC234", texts, participant: "ann" });
  await act(async () => phone.set(room()));
  await settle();
});

test("nothing is drawn until it is whole, as what came later would push it away", async () => {
  let come = () => {};
  const late = new Promise<void>((done) => (come = done));
  const answers = fetch;
  vi.stubGlobal("fetch", async (...asked: Parameters<typeof fetch>) => (await late, answers(...asked)));
  const fresh = document.body.appendChild(document.createElement("div"));
  const listening = show(fresh, { api: "/api/rooms/ABC234", texts, participant: "eve" });
  await act(async () => listening.set(room()));
  expect(fresh.childElementCount).toBe(0);
  come();
  await settle();
  expect(fresh.querySelectorAll("ol > li")).toHaveLength(2);
});

test("a question is sent, and only its author sees it until the room does", async () => {
  expect((button(t("question_ask")) as HTMLButtonElement).disabled).toBe(true);
  await write("Who pays?");
  await press(t("question_ask"));
  expect(sent).toEqual([
    { method: "POST", path: "/api/rooms/ABC234/questions", body: { text: "Who pays?" } },
  ]);
  expect(el.textContent).toContain(t("question_waits"));
  expect(el.querySelector("textarea")!.value).toBe("");
  await hear(question("a", 3), question("mine", 0, 0, { text: "Who pays?" }));
  expect(el.textContent).not.toContain(t("question_waits"));
  expect(button("I want this answered: Who pays?")).toBeUndefined(); // nobody votes for their own
  await press("Take back: Who pays?");
  expect(sent.at(-1)!.method).toBe("DELETE");
  expect(order()).toEqual(["a?"]);
});

test("what is typed stays when it was refused, and when the page is made anew", async () => {
  await write("Who pays?");
  for (const why of ["You have asked 10 questions.", ""]) {
    refuse = why;
    await press(t("question_ask"));
    expect(el.querySelector("[role=alert]")!.textContent).toContain(why || t("no_network"));
    expect(el.querySelector("textarea")!.value).toBe("Who pays?");
  }
  const again = document.body.appendChild(document.createElement("div"));
  await act(async () => show(again, { api: "/api/rooms/ABC234", texts, participant: "ann" }).set(room()));
  await settle();
  expect(again.querySelector("textarea")!.value).toBe("Who pays?");
});

test("a vote is given, changed and taken back, and counts at once", async () => {
  const up = "I want this answered: b?";
  const said = () =>
    [button(up), button("Not this one: b?")].map((one) => one.textContent!.match(/^\d+/)![0]);
  await press(up);
  expect([sent.at(-1)!.body, said(), button(up).getAttribute("aria-pressed")]).toEqual([
    { vote: 1 },
    ["2", "0"],
    "true",
  ]);
  await press("Not this one: b?");
  expect([sent.at(-1)!.body, said()]).toEqual([{ vote: -1 }, ["1", "1"]]);
  await press("Not this one: b?");
  expect([sent.at(-1)!.body, said()]).toEqual([{ vote: 0 }, ["1", "0"]]);
});

test("the order stays as it is while somebody votes, and follows once they are done", async () => {
  button("I want this answered: b?").focus();
  await hear(question("new", 9), question("b", 5), question("a", 3));
  expect(order()).toEqual(["a?", "b?", "new?"]);
  (document.activeElement as HTMLElement).blur();
  await hear(question("new", 9), question("b", 5), question("a", 3));
  expect(order()).toEqual(["new?", "b?", "a?"]);
});

test("what was answered is marked and takes no more votes; closed, nothing is asked", async () => {
  await hear(question("a", 3, 0, { answered: true }));
  expect(el.querySelector("li")!.textContent).toContain(t("question_answered"));
  expect(button("I want this answered: a?")).toBeUndefined();
  await act(async () => phone.set(room({ questions: "closed" })));
  expect(el.querySelector("form")).toBeNull();
  expect(el.textContent).toContain(t("questions_over"));
});

test("a room that takes no questions has no field for them", async () => {
  const other = document.body.appendChild(document.createElement("div"));
  const page = show(other, { api: "/api/rooms/ABC234", texts, participant: "bo" });
  await act(async () => page.set(room({ questions: "closed" })));
  await act(async () => page.hear([]));
  await settle();
  expect(other.querySelector(".gc-questions")).toBeNull();
  expect(other.querySelector(".gc-pace")).not.toBeNull();
});

test("how fast it goes is said by one press, taken back by a second, and fades", async () => {
  const pressed = () => button(t("pace_fast")).getAttribute("aria-pressed");
  await press(t("pace_fast"));
  expect([sent.at(-1)!.body, pressed()]).toEqual([{ pace: "fast" }, "true"]);
  await press(t("pace_slow"));
  expect([sent.at(-1)!.body, pressed()]).toEqual([{ pace: "slow" }, "false"]);
  await press(t("pace_slow"));
  expect(sent.at(-1)!.body).toEqual({ pace: null });
  await press(t("pace_fast"));
  await act(async () => void (await vi.advanceTimersByTimeAsync(5 * 60_000)));
  expect(pressed()).toBe("false");
});

test("languages are chosen by name, and saved one by one", async () => {
  const fold = el.querySelector<HTMLDetailsElement>(".gc-spoken")!;
  await act(async () => {
    fold.open = true;
    fold.dispatchEvent(new Event("toggle"));
  });
  await settle();
  expect(fold.querySelector("li")!.textContent).toContain("French");
  const add = button(t("languages_add")) as unknown as HTMLSelectElement;
  expect([...add.options].map((one) => one.text)).toEqual([
    t("languages_add"),
    "Arabic",
    "English",
    "Sign language",
  ]);
  await act(async () => {
    add.value = "sgn";
    add.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settle();
  expect(sent.at(-1)!.body).toEqual({ speaks: ["fr", "sgn"], needs: "" });
  await press(t("languages_remove", { language: "French" }));
  expect(sent.at(-1)!.body).toEqual({ speaks: ["sgn"], needs: "" });
});
