// What the book's search shows of a page that it found.
import { expect, test } from "vitest";
import { excerpt } from "govcourse/book/excerpts";

const LONG = "كلام ".repeat(60);

test("an excerpt stands around the word, whose marks nobody typed", () => {
  expect(excerpt(`${LONG}الإدارةُ العامة ${LONG}`, ["ادار"]).textContent).toContain("الإدارةُ العامة");
  expect(excerpt(`${"mots ".repeat(60)}l’hôpital`, ["hopital"]).textContent).toMatch(/^… .*l’hôpital$/);
});

test("an excerpt has whole words", () => {
  const said = excerpt(`${"abcdefg ".repeat(60)}hôpital ${"abcdefg ".repeat(60)}`, ["hopital"]).textContent!;
  expect(new Set(said.split(" "))).toEqual(new Set(["…", "abcdefg", "hôpital"]));
});

test("without the word, as in a title, an excerpt is the page's beginning", () => {
  expect(excerpt(`Début. ${LONG}`, ["rien"]).textContent).toMatch(/^Début\. .* …$/);
  expect(excerpt("Court.", []).textContent).toBe("Court.");
});

test("an excerpt runs as its language does, whatever it begins with", () => {
  expect(excerpt("Diia: خدمات عامة في تطبيق واحد", ["تطبيق"]).dir).toBe("rtl");
  expect(excerpt("Diia : les services", ["services"]).dir).toBe("ltr");
});
