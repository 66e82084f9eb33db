// Figures as Python has them.
import { expect } from "vitest";

// Equal, numbers up to rounding.
export function close(found: any, expected: any, at = ""): void {
  if (typeof expected === "number") expect(found, at).toBeCloseTo(expected, 9);
  else if (expected === null || typeof expected !== "object") expect(found, at).toBe(expected);
  else {
    expect(Object.keys(found).sort(), at).toEqual(Object.keys(expected).sort());
    for (const key of Object.keys(expected)) close(found[key], expected[key], `${at}.${key}`);
  }
}
