// Fields: what grows, and what Enter does in them.
import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { Add } from "govcourse/ui/add";
import { TextField } from "govcourse/ui/fields";

async function field(props: { long?: boolean; type?: "search" }): Promise<HTMLTextAreaElement> {
  const place = document.body.appendChild(document.createElement("div"));
  let value = "";
  const put = (next: string) => {
    value = next;
    draw();
  };
  const draw = () =>
    render(<TextField {...props} label="L" value={value} onValue={(next) => put(next)} />, place);
  await act(async () => draw());
  return place.querySelector("textarea, input")!;
}
async function type(into: HTMLTextAreaElement, text: string): Promise<void> {
  await act(async () => {
    into.value = text;
    into.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
const enter = () => new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });

test("the text stands once more behind its field, which is then as high as it", async () => {
  const long = await field({ long: true });
  await type(long, "one\ntwo");
  expect(long.parentElement!.dataset.text).toBe("one\ntwo");
});

test("a short field takes one paragraph, and a long one as many as are typed", async () => {
  const [short, long] = [await field({}), await field({ long: true })];
  for (const [one, stays] of [
    [short, false],
    [long, true],
  ] as const) {
    const pressed = enter();
    one.dispatchEvent(pressed);
    expect(pressed.defaultPrevented).toBe(!stays);
    await type(one, "one\n two");
    expect(one.value).toBe(stays ? "one\n two" : "one two");
  }
});

test("Enter in a short field sends its form", async () => {
  const add = vi.fn();
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () => render(<Add label="L" max={9} button="Add" full={false} add={add} />, place));
  const one = place.querySelector("textarea")!;
  await type(one, "x");
  await act(async () => void one.dispatchEvent(enter()));
  expect(add).toHaveBeenCalledWith("x");
  expect(one.value).toBe("");
});

test("what is searched for is typed in a field of one line", async () => {
  expect((await field({ type: "search" })).localName).toBe("input");
});
