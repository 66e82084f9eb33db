// What a page gives as a file.
import { expect, test, vi } from "vitest";
import { download } from "govcourse/runtime/download";

test("a file that was made is given to the browser, and its address let go", async () => {
  const made: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${made.push(blob as Blob)}`);
  const away = vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => {});
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLElement,
  ) {
    expect((this as HTMLAnchorElement).download).toMatch(/^answer\./);
  });
  download({ name: "answer.csv", mime: "text/csv", text: "a,b" });
  download({ name: "answer.bin", mime: "application/octet-stream", base64: btoa("\u00ff\u0000") });
  expect(click).toHaveBeenCalledTimes(2);
  expect(await made[0].text()).toBe("a,b");
  expect([...new Uint8Array(await made[1].arrayBuffer())]).toEqual([255, 0]);
  await vi.advanceTimersByTimeAsync(60000);
  expect(away).toHaveBeenCalledTimes(2);
});
