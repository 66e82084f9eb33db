import { expect, test } from "vitest";
import { alike } from "govcourse/server/console/alike";

test.each([
  ["Trust", "trust!"],
  ["Leadership", "leader ship of leaders"],
  ["formation", "Formations"],
  ["éducation", "Education"],
  ["one window", "A window, for one"],
  ["ثقة", "ثقة."],
  ["IT", "it"],
])("“%s” is like “%s”", (one, other) => expect(alike(one, other)).toBe(true));

test.each([
  ["Trust", "Money"],
  ["no money", "no trust"],
  ["", "Trust"],
  ["!", "?"],
])("“%s” is not like “%s”", (one, other) => expect(alike(one, other)).toBe(false));
