// A room's last tab: when it goes by itself, and what its facilitators did, with days as the page's language writes them.
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { Manage } from "govcourse/server/console/manage";
import { say } from "./fixtures";
import { ALL, FakeRoom, TEXTS } from "./room";

afterEach(() => document.documentElement.removeAttribute("lang"));

test("days are written as in French on a French page", async () => {
  document.documentElement.lang = "fr";
  const room = new FakeRoom();
  const acts = [{ at: "2026-12-01T14:01:27", who: "Ann", act: "link for Cem" }];
  const about = { expected: 0, teams: 0, keep: 30 };
  room.answers["/facilitators"] = { facilitators: [], acts, about, due: "2027-01-31" };
  const el = document.body.appendChild(document.createElement("div"));
  const given = { t: say(TEXTS), all: ALL, room: room.state, act: async () => true };
  await act(async () => render(<Manage {...given} dashboard />, el));
  await vi.waitFor(() => expect(el.querySelector(".log li")).not.toBeNull());
  expect(el.textContent).toContain(TEXTS.room_kept.replace("{date}", "31 janv. 2027"));
  expect(el.querySelector(".log time")!.textContent).toMatch(/^1 déc\. 2026, \d\d:\d\d$/);
  expect([...el.querySelectorAll(".log bdi")].map((one) => one.textContent)).toEqual(["Ann", "link for Cem"]);
});
