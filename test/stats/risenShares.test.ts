import { describe, expect, test } from "vitest";
import { fisherExactGreater } from "../../stats/association/fisherExact.ts";
import { risenShares } from "../../stats/association/risenShares.ts";

describe("fisherExactGreater", () => {
  test("gives the p values of R's examples of fisher.test", () => {
    // R 4, ?fisher.test: TeaTasting (greater, 0.2429) and Convictions (less, 0.0004652, here from its other side).
    expect(fisherExactGreater({ yes: 3, of: 4, otherYes: 1, otherOf: 4 })).toBeCloseTo(17 / 70, 14);
    expect(fisherExactGreater({ yes: 15, of: 18, otherYes: 2, otherOf: 12 })).toBeCloseTo(0.0004652, 7);
  });

  test("adds up to one with the other side, and is one where nothing else could be", () => {
    for (const yes of [0, 1, 4, 7, 12]) {
      const atLeast = fisherExactGreater({ yes, of: 40, otherYes: 12 - yes, otherOf: 60 });
      const more = yes === 12 ? 0 : fisherExactGreater({ yes: yes + 1, of: 40, otherYes: 11 - yes, otherOf: 60 });
      const atMost = fisherExactGreater({ yes: 12 - yes, of: 60, otherYes: yes, otherOf: 40 });
      expect(atMost + more).toBeCloseTo(1, 12);
      expect(atLeast).toBeGreaterThan(more);
    }
    expect(fisherExactGreater({ yes: 0, of: 5, otherYes: 0, otherOf: 5 })).toBe(1);
    expect(fisherExactGreater({ yes: 5, of: 5, otherYes: 5, otherOf: 5 })).toBe(1);
  });

  test("keeps its digits far out", () => {
    expect(fisherExactGreater({ yes: 100, of: 5_000, otherYes: 0, otherOf: 50_000 })).toBeLessThan(1e-100);
    expect(fisherExactGreater({ yes: 40, of: 5_000, otherYes: 10, otherOf: 5_000 })).toBeLessThan(1e-4);
  });
});

describe("risenShares", () => {
  test("finds what rose among many that did not", () => {
    const now = [30, ...Array.from({ length: 99 }, (_, thing) => 5 + (thing % 3))];
    const before = [8, ...Array.from({ length: 99 }, (_, thing) => 5 + ((thing + 1) % 3))];
    const { pValues, qValues } = risenShares({ now, before, peopleNow: 400, peopleBefore: 400 });
    expect(qValues[0]).toBeLessThan(0.05);
    expect(qValues[0]).toBeCloseTo(100 * (pValues[0] ?? 0), 12);
    expect([...qValues.subarray(1)].every((value) => value > 0.5)).toBe(true);
  });

  test("tests nothing against a period without anybody", () => {
    expect([...risenShares({ now: [3], before: [0], peopleNow: 9, peopleBefore: 0 }).qValues]).toEqual([Number.NaN]);
  });
});
