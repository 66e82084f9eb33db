// Several texts as one: the marks between them are those of the page's language.
import { expect, test } from "vitest";
import { listed } from "govcourse/runtime/listed";

const ARABIC: Record<string, string> = { two_items: "، ", two_parts: "؛ ", name_and_text: ": " };
const say = (key: string) => ARABIC[key];

test("what there is stands with the language's marks, nought too", () => {
  expect(listed(say, ["أ", "", 0, null, "ب"])).toBe("أ، 0، ب");
  expect(listed(say, ["أ", "ب"], "two_parts")).toBe("أ؛ ب");
});
