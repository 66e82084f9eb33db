// Which cells JupyterLab runs by itself: those that only show something of the course, as its notebooks write them.
import { expect, test } from "vitest";
import { sets, shows } from "govcourse/runtime/shows";

test.each([
  'from govcourse import exercise\n\nexercise("sdg-pitch", language)',
  'from govcourse import exercise\n\nexercise("session-evaluation", language, session=4)\n',
  "from govcourse import overview\n\noverview(4, language, country, team)",
  'from govcourse import case_cards\n\ncase_cards("medellin", "curitiba")',
])("what shows something runs by itself: %s", (cell) => expect(shows(cell)).toBe(true));

test.each([
  "import os",
  'from govcourse import answers\n\nanswers("dtca")',
  'from govcourse import room\n\nroom("ABC234", "key")',
  'from govcourse import exercise\n\nexercise(__import__("os").system("x"))',
  'from govcourse import exercise\n\nexercise("a"); import os',
  'from govcourse import exercise\nimport os\n\nexercise("a")',
  'from govcourse import exercise\n\nexercise("a", language)\nos.remove("b")',
  'from govcourse import exercise\n\nexercise(f"{x}")',
  "%load_ext x",
])("and nothing else does: %s", (cell) => expect(shows(cell)).toBe(false));

test("parameters are set only as plain texts", () => {
  expect(sets('country = ""\nteam = ""\nlanguage = "en"')).toBe(true);
  for (const cell of ['country = open("x").read()', 'country = ""; x = ""', 'path = "x"', 'country = f""'])
    expect(sets(cell)).toBe(false);
});
