import { expect, test, vi } from "vitest";
import { complete } from "govcourse/kinds/portfolio/rules";
import * as kind from "govcourse/kinds/portfolio/view";
import { fixtures, type Doc } from "../fixtures";
import { examples, show } from "../page";
import { everyActivity } from "./every";

everyActivity("portfolio", kind);

const ID = "portfolio";
const nothing = {
  export: () => ({ ok: true, file: { name: "a.json", mime: "application/json", text: '{"answers": {}}' } }),
};

test("shows every activity in its session, open where nothing was done", async () => {
  const page = await show(kind, ID, { replies: nothing });
  expect(page.el.querySelectorAll(".gc-entry.open")).toHaveLength(page.spec.sources.length);
  expect(page.statuses).toContain(page.t("overview", { done: 0, begun: 0, all: page.spec.sources.length }));
  expect(page.el.querySelector(".gc-certificate")).toBeNull();
  const missing = page.spec.certificate.required.length;
  expect(page.texts(".gc-progress ~ details li")).toHaveLength(missing);
});

test("what is there is not said to be nothing; its map has what was made in each session", async () => {
  const page = await show(kind, ID, { replies: examples });
  const states = page.texts(".gc-entry .gc-state:first-of-type");
  const done = page.el.querySelectorAll(".gc-entry.done").length;
  const begun = page.el.querySelectorAll(".gc-entry.begun").length;
  expect(states.length).toBe(page.spec.sources.length);
  expect(done).toBeGreaterThan(20);
  expect(page.statuses).toContain(page.t("overview", { done, begun, all: page.spec.sources.length }));
  expect(page.text()).not.toContain("Nothing to show");
  expect(page.text()).not.toContain(page.t("map_none"));
  const map = [...page.el.querySelectorAll(".gc-map > li")];
  expect(map).toHaveLength(5);
  for (const one of map) {
    const section = document.getElementById(one.querySelector("a")!.getAttribute("href")!.slice(1))!;
    expect(section.textContent).toBe(one.querySelector("a")!.textContent);
    expect(one.querySelector("ul small")!.textContent).toBeTruthy();
  }
});

test("its pages are taken home as one document", async () => {
  const file = { name: "portfolio.pdf", mime: "application/pdf", base64: "" };
  const page = await show(kind, ID, {
    host: { documents: ["docx", "pdf"] },
    replies: { ...examples, document: () => ({ ok: true, file }) },
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  await page.press(page.t("take_pdf"));
  expect(page.model.asked("document").map((one: Doc) => one.format)).toEqual(["pdf"]);
});

test("who had a code for the certificate has it again after a reload", async () => {
  const issued = { code: "ABC-123", name: "Ann", url: "https://x.example", issued: "2027-03-01" };
  const certificate = () => ({ ok: true, certificate: issued });
  const answer = { name: "Ann", issued: true };
  const page = await show(kind, ID, { answer, replies: { ...examples, certificate } });
  await page.wait();
  expect(page.text(".gc-certificate")).toContain("ABC-123");
  const other = await show(kind, ID, { answer: { name: "Ann" }, replies: { ...examples, certificate } });
  expect(other.model.asked("certificate")).toEqual([]); // nobody gets one unasked
});

test("what was done is read back, left out, and noted on", async () => {
  const page = await show(kind, ID, { replies: examples });
  const one = page.spec.sources.find((source: Doc) => source.id === "sdg-pitch");
  const entry = () => page.place(`[data-entry="${one.id}"]`);
  expect(entry().querySelector("dd")).not.toBeNull();
  await page.fill(page.t("own_note", { title: one.title }), "Said it twice since");
  expect(await page.saved()).toEqual({ notes: { [one.id]: "Said it twice since" } });
  const include = `${page.t("include")} ${one.title}`;
  await page.press(include);
  expect((await page.saved()).left_out).toEqual([one.id]);
  expect(entry().querySelector("dd")).toBeNull();
  await page.press(include);
  expect((await page.saved()).left_out).toEqual([]);
});

test("looks again when something is saved elsewhere, or when the page is come back to", async () => {
  const page = await show(kind, ID, { replies: examples });
  const asked = () => page.model.asked("export").length;
  await page.happens("govcourse-saved", "dtca");
  await page.happens("focus");
  await page.press(page.t("look_again"));
  expect(asked()).toBe(4);
  await page.happens("govcourse-saved", ID);
  expect(asked()).toBe(4);
});

test("the certificate is printed with a name, alone on its page, and issued with a code", async () => {
  const certificate = () => ({
    ok: true,
    certificate: { code: "ABC-123", name: "Ann", url: "https://x.example", issued: "2027-03-01" },
  });
  const page = await show(kind, ID, { replies: { ...examples, certificate } });
  await expect(page.press(page.t("issue"))).rejects.toThrow("locked");
  await page.fill(page.t("name"), "Ann Example");
  const printed = vi.fn(() =>
    expect(document.querySelector(".gc-print-sheet")!.textContent).toContain("Ann Example"),
  );
  vi.stubGlobal("print", printed);
  const sheets = document.adoptedStyleSheets.length;
  await page.press(page.t("certificate_print"));
  expect(printed).toHaveBeenCalledOnce();
  await page.happens("afterprint");
  expect(document.querySelector(".gc-print-sheet")).toBeNull();
  expect(document.adoptedStyleSheets).toHaveLength(sheets);
  await page.press(page.t("issue"));
  expect(page.model.asked("certificate")[0].name).toBe("Ann Example");
  expect(page.statuses).toContain(page.t("issued", { code: "ABC-123" }));
  expect(page.text(".gc-certificate")).toContain("ABC-123");
});

test("without a server there is no code, and that is said", async () => {
  const page = await show(kind, ID, { host: { name: "static" }, replies: examples });
  expect(page.all(page.t("issue"))).toEqual([]);
  expect(page.statuses).toContain(page.t("no_server"));
});

test.each(fixtures.certificate.cases)(
  "the certificate is earned by the rule in the data (%#)",
  ({ shares, outcome }) => {
    expect(complete(fixtures.certificate.rule, shares)).toEqual(outcome);
  },
);
