// What holds for the view of every kind, on each activity of that kind.
import { describe, expect, test, vi } from "vitest";
import type { Kind } from "govcourse/runtime/kind";
import { activities, type Doc } from "../fixtures";
import { examples, locked, nameOf, naming, show, useAll } from "../page";

export const phone = (width = 320) =>
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);

export function everyActivity(name: string, kind: Kind): void {
  const own = activities.filter(([, { spec }]) => spec.kind === name);

  describe.each(own)("%s", (activity, { spec }) => {
    test("says what it is, what to do, and what is not there yet", async () => {
      const page = await show(kind, activity, { replies: examples });
      const shown = page.text();
      for (const line of [spec.title, spec.lead, ...spec.instructions, spec.empty])
        expect(shown).toContain(line.replace(/\s+/g, " ").trim());
      expect(page.place("section").getAttribute("data-state")).toBe("ready");
      await page.wait(60000);
      expect(page.saves).toBe(0);
    });

    test.each(["on a wide column", "on a phone"])("has a name for each control %s", async (where) => {
      if (where === "on a phone") phone();
      for (const answer of [{}, spec.example ?? {}]) {
        const page = await show(kind, activity, { answer, replies: examples });
        const named = naming();
        const nameless = page.controls().filter((control) => !named(control));
        expect(nameless.map((control) => control.outerHTML)).toEqual([]);
        const ids = [...page.el.querySelectorAll("[id]")].map((one) => one.id);
        expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
        page.away();
        page.el.remove();
      }
    });

    if (!spec.example) return;

    test("shows an example that nobody can change, and nothing of it is saved", async () => {
      const page = await show(kind, activity, { replies: examples });
      await page.example();
      const ids = [...page.el.querySelectorAll("[id]")].map((one) => one.id);
      expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]); // beside one's own work
      expect(page.text("[role=note]")).toContain(page.spec.example_note ?? page.t("example_note"));
      const open = page.controls().filter((control) => control.matches("textarea") && !locked(control));
      expect(open.map(nameOf)).toEqual([]);
      for (let twice = 0; twice < 2; twice++) {
        await useAll(page, page.place(".gc-example")); // what began at first ends then
        await page.wait(5000);
      }
      expect(page.saves).toBe(0);
      await page.press(page.t("example_away"));
      expect(page.el.querySelector("[role=note]")).toBeNull();
      expect(page.text()).toContain(page.spec.empty.replace(/\s+/g, " ").trim()); // one's own work, as it was
    });

    test("lets one begin with a copy of the example, take it back, and clear it", async () => {
      const page = await show(kind, activity, { replies: examples });
      await page.example();
      await page.press(page.t("example_copy"));
      expect(await page.saved()).toEqual(spec.example);
      await page.press(page.t("undo"));
      expect(await page.saved()).toEqual({});
      await page.press(page.t("redo"));
      expect(await page.saved()).toEqual(spec.example);
      await page.choose(page.t("clear"));
      await page.press(page.t("clear_yes"));
      expect(await page.saved()).toEqual({});
    });
  });
}
