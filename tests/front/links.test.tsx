// Links of further facilitators, as the console lists and revokes them.
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { Links } from "govcourse/server/console/links";
import { say } from "./fixtures";
import { TEXTS } from "./room";

const link = (id: string, name: string, maker: string | null = null, own = false) => ({
  id,
  name,
  maker,
  own,
});
const LINKS = [
  link("A", "Ann"),
  link("B", "my phone", "A"),
  link("C", "Cem", "B"),
  link("D", "Dan", "B", true),
  link("E", "Eva", "GONE"),
];
let asked: string[];
let told: string;
let el: HTMLElement;

beforeEach(async () => {
  [asked, told] = [[], ""];
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  vi.stubGlobal("fetch", async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    return new Response(
      JSON.stringify({ revoked: path.endsWith("?made=1") ? ["A", "B", "C"] : ["A"], url: "new" }),
    );
  });
  el = document.body.appendChild(document.createElement("div"));
  const given = { t: say(TEXTS), api: "/api/rooms/ABC234", links: LINKS, look: () => {} };
  await act(async () => render(<Links {...given} tell={(message) => (told = message)} />, el));
});

const press = (name: string, inside = "") =>
  act(async () => {
    const all = [...el.querySelectorAll<HTMLButtonElement>(`${inside} button`)];
    all.find((one) => one.textContent === name)!.click();
  });

test("a link is listed with who made it, also when that one was revoked, and one's own is named", () => {
  const listed = [...el.querySelectorAll("li")].map((one) =>
    ["bdi", ".note"].map((part) => one.querySelector(part)!.textContent),
  );
  expect(listed).toEqual([
    ["Ann", ""],
    ["my phone", "made by Ann"],
    ["Cem", "made by my phone"],
    ["Dan", "your own link · made by my phone"],
    ["Eva", "made by somebody whose link was revoked"],
  ]);
});

test("whoever made others is revoked with all of these, but for one's own, or alone", async () => {
  await press("Revoke the link of Ann");
  expect(asked).toEqual([]);
  expect(el.querySelector("dialog")!.textContent).toContain("Ann made links too: my phone, Cem.");
  await press("Revoke all of these", "dialog");
  expect(asked).toEqual(["DELETE /api/rooms/ABC234/facilitators/A?made=1"]);
  await vi.waitFor(() => expect(told).toBe("Revoked: Ann, my phone, Cem."));
  await press("Revoke the link of Ann");
  await press("Only that of Ann", "dialog");
  expect(asked[1]).toBe("DELETE /api/rooms/ABC234/facilitators/A");
});

test("whoever made none is revoked at once", async () => {
  await press("Revoke the link of Cem");
  expect(asked).toEqual(["DELETE /api/rooms/ABC234/facilitators/C"]);
});
