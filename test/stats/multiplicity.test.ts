import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../stats/multiplicity/benjaminiHochberg.ts";
import { bonferroni } from "../../stats/multiplicity/bonferroni.ts";
import { holm } from "../../stats/multiplicity/holm.ts";

const pValues = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })
  .map((values) => Float64Array.from(values));

function expectNear(got: Float64Array, wanted: readonly number[]): void {
  expect(got).toHaveLength(wanted.length);
  for (const [place, value] of wanted.entries()) expect(got[place]).toBeCloseTo(value, 12);
}

describe("adjusted p values", () => {
  test("are those worked by hand", () => {
    const found = Float64Array.from([0.01, 0.04, 0.03, 0.005, 0.5]);
    expectNear(bonferroni(found), [0.05, 0.2, 0.15, 0.025, 1]);
    // By size 0.005 x 5, 0.01 x 4, 0.03 x 3, 0.04 x 2 (held at 0.09), 0.5 x 1.
    expectNear(holm(found), [0.04, 0.09, 0.09, 0.025, 0.5]);
    // By size 0.005 x 5/1, 0.01 x 5/2, 0.03 x 5/3, 0.04 x 5/4, 0.5 x 5/5.
    expectNear(benjaminiHochberg(found), [0.025, 0.05, 0.05, 0.025, 0.5]);
  });

  test("are never below the p value nor above 1, and Bonferroni's never below Holm's, Holm's never below Benjamini and Hochberg's", () => {
    fc.assert(
      fc.property(pValues, (found) => {
        const [most, middle, least] = [bonferroni(found), holm(found), benjaminiHochberg(found)];
        for (const [place, p] of found.entries()) {
          const steps = [p, least[place] ?? 0, middle[place] ?? 0, most[place] ?? 0, 1];
          for (let step = 1; step < steps.length; step++)
            expect(steps[step]).toBeGreaterThanOrEqual((steps[step - 1] ?? 0) * (1 - 1e-12));
        }
      }),
    );
  });

  test("stay in the order of the p values, and follow them when the tests are listed otherwise", () => {
    fc.assert(
      fc.property(pValues, (found) => {
        for (const adjust of [bonferroni, holm, benjaminiHochberg]) {
          const adjusted = adjust(found);
          expectNear(adjust(found.toReversed()), [...adjusted.toReversed()]);
          const inOrder = Array.from(found.keys()).sort((one, other) => (found[one] ?? 0) - (found[other] ?? 0));
          const rising = inOrder.map((place) => adjusted[place] ?? 1);
          expect(rising).toEqual(rising.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  test("do not count what was not tested, and leave it so", () => {
    for (const adjust of [bonferroni, holm, benjaminiHochberg]) {
      const [first = 0, second = 0] = adjust(Float64Array.from([0.01, 0.04]));
      expect([...adjust(Float64Array.from([Number.NaN, 0.01, Number.NaN, 0.04]))]).toEqual([
        Number.NaN,
        first,
        Number.NaN,
        second,
      ]);
    }
  });

  test("of one test or none are what was given", () => {
    for (const adjust of [bonferroni, holm, benjaminiHochberg]) {
      expect([...adjust(Float64Array.from([0.03]))]).toEqual([0.03]);
      expect([...adjust(new Float64Array(0))]).toEqual([]);
    }
  });
});
