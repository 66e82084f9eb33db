// Before each file: what the DOM of these tests lacks, and a clock that only moves when a test says so.
import { afterEach, beforeEach, vi } from "vitest";

class NoResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver = NoResizes;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2027-03-01T10:00:00") });
  localStorage.clear();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});
