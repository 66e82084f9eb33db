// What a facilitator brings into a room: what a sheet has that cannot be read is told in words, beside its heading there.
import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { Take } from "govcourse/server/console/take";
import { say } from "./fixtures";
import { ALL, FakeRoom, TEXTS } from "./room";

test("a problem of a sheet names where it is as people call it", async () => {
  const room = new FakeRoom();
  const problem = {
    row: 4,
    column: "evidence:legal-7",
    message: "Too long.",
    about: ["Law", "It is open", "Evidence"],
  };
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ found: 2, problems: [problem] })));
  const el = document.body.appendChild(document.createElement("div"));
  await act(async () => render(<Take t={say(TEXTS)} all={ALL} room={room.state} />, el));
  const input = [...el.querySelectorAll<HTMLInputElement>("input[type=file]")].at(-1)!;
  Object.defineProperty(input, "files", { value: [new File(["x"], "sheet.csv")] });
  await act(async () => void input.dispatchEvent(new Event("change", { bubbles: true })));
  await vi.waitFor(() => expect(el.querySelector("tbody")).not.toBeNull());
  const cells = [...el.querySelectorAll("tbody td")].map((one) => one.textContent);
  expect(cells).toEqual(["4", "Law › It is open › Evidence evidence:legal-7", "Too long."]);
  expect(el.querySelector("tbody code")!.textContent).toBe("evidence:legal-7");
});
