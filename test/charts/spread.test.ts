import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spread } from "../../charts/spread.ts";

const ends = { apart: 10, from: 0, to: 100 };

describe("spread", () => {
  test("leaves alone what is far enough apart", () => {
    expect(spread([80, 10, 40], ends)).toEqual([80, 10, 40]);
  });

  test("moves neighbours by the same to both sides, in the order they are given", () => {
    expect(spread([50, 52], ends)).toEqual([46, 56]);
    expect(spread([52, 50], ends)).toEqual([56, 46]);
    expect(spread([50, 50, 50], ends)).toEqual([40, 50, 60]);
  });

  test("keeps within the ends", () => {
    expect(spread([1, 2], ends)).toEqual([0, 10]);
    expect(spread([99, 100], ends)).toEqual([90, 100]);
  });

  test("begins at the first end where there is no room for all", () => {
    expect(spread([5, 5, 5], { apart: 10, from: 0, to: 10 })).toEqual([0, 10, 20]);
  });

  test("parts any positions that have room, and swaps none", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 11 }), (wanted) => {
        const placed = spread(wanted, ends);
        const order = wanted.map((_, place) => place).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        const sorted = order.map((place) => placed[place] ?? 0);
        const steps = sorted.slice(1).map((position, rank) => position - (sorted[rank] ?? 0));
        expect(Math.min(10, ...steps)).toBeGreaterThan(10 - 1e-9);
        expect(Math.min(0, ...sorted)).toBeGreaterThan(-1e-9);
        expect(Math.max(100, ...sorted)).toBeLessThan(100 + 1e-9);
      }),
    );
  });
});
