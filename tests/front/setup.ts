// Before each file: what the DOM of these tests lacks, and a clock that only moves when a test says so.
import { afterEach, beforeEach, vi } from "vitest";

class NoResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver = NoResizes;
// All is near the screen.
class Near {
  constructor(private seen: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    this.seen([{ isIntersecting: true }]);
  }
  disconnect() {}
}
globalThis.IntersectionObserver = Near as any;
globalThis.print = () => void dispatchEvent(new Event("afterprint"));
HTMLImageElement.prototype.decode = async () => {};
HTMLCanvasElement.prototype.getContext = (() => ({ drawImage() {}, fillRect() {} })) as any;
HTMLCanvasElement.prototype.toDataURL = () => "data:image/png;base64,AAAA";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2027-03-01T10:00:00") });
  localStorage.clear();
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  vi.useRealTimers();
});
