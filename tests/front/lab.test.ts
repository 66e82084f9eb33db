// What the course adds to JupyterLab's page as soon as its script is there.
import { expect, test, vi } from "vitest";

test("JupyterLab's page gets the course's font once, from beside the script", async () => {
  const src = "http://127.0.0.1:8888/user/x/lab/extensions/govcourse/static/lab.js?v=1";
  vi.spyOn(document, "currentScript", "get").mockReturnValue({ src } as HTMLScriptElement);
  await import("govcourse/entries/lab");
  const sheets = [...document.head.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  expect(sheets.map(({ href }) => href)).toEqual([
    "http://127.0.0.1:8888/user/x/lab/extensions/govcourse/static/fonts.css",
  ]);
});
