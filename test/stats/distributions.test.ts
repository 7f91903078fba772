import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaLowerTail, betaQuantile } from "../../stats/distributions/beta.ts";
import { chiSquareLowerTail, chiSquareQuantile, chiSquareUpperTail } from "../../stats/distributions/chiSquare.ts";
import { fLowerTail, fQuantile, fUpperTail } from "../../stats/distributions/fDistribution.ts";
import { normalLowerTail, normalQuantile, normalTwoSided } from "../../stats/distributions/normal.ts";
import { tLowerTail, tQuantile, tTwoSided, tUpperTail } from "../../stats/distributions/studentT.ts";

/** Degrees of freedom as linearised variances and corrections have them: whole or not, few or many. */
const freedom = fc.double({ min: 0.5, max: 20_000, noNaN: true });
const probabilities = fc.oneof(
  fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
  fc.double({ min: -40, max: -1, noNaN: true }).map((exponent) => 10 ** exponent),
);

/** How far apart two numbers are, as a part of the second. */
function apart(got: number, wanted: number): number {
  return Math.abs(got - wanted) / wanted;
}

describe("tails", () => {
  test("keep their digits far out", () => {
    // 2 * pnorm(-8) of R 4.2.2; chi-square with 2 degrees of freedom is exponential.
    expect(apart(normalTwoSided(8), 1.244192114854348e-15)).toBeLessThan(1e-9);
    expect(apart(chiSquareUpperTail(1_000, 2), Math.exp(-500))).toBeLessThan(1e-9);
    // t with 1 degree of freedom is Cauchy's: 1/(pi x) far out, and a half less x/pi near 0.
    expect(apart(tUpperTail(1e12, 1), 1e-12 / Math.PI)).toBeLessThan(1e-9);
    expect(0.5 - tUpperTail(1e-8, 1)).toBeCloseTo(1e-8 / Math.PI, 15);
    // pt(-8.02582559449325, 100) of R 4.2.2, where the square is less than the degrees of freedom.
    expect(apart(tLowerTail(-8.02582559449325, 100), 1e-12)).toBeLessThan(1e-9);
    // F with 2 and d degrees of freedom has the upper tail (1 + 2x/d)^(-d/2).
    expect(apart(fUpperTail(50, 2, 40), 3.5 ** -20)).toBeLessThan(1e-9);
    expect(fLowerTail(1e-12, 2, 40) / 1e-12).toBeCloseTo(1, 9);
  });

  test("of both sides sum to 1", () => {
    fc.assert(
      fc.property(freedom, freedom, fc.double({ min: 1e-6, max: 1e4, noNaN: true }), (one, other, value) => {
        expect(fLowerTail(value, one, other) + fUpperTail(value, one, other)).toBeCloseTo(1, 11);
        expect(chiSquareLowerTail(value, one) + chiSquareUpperTail(value, one)).toBeCloseTo(1, 11);
        expect(tLowerTail(value, one) + tUpperTail(value, one)).toBeCloseTo(1, 11);
        expect(normalLowerTail(value) + normalLowerTail(-value)).toBeCloseTo(1, 11);
      }),
    );
  });

  test("of F with 1 and d degrees of freedom are those of the square of t, and with infinitely many chi-square's", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 30, noNaN: true }), freedom, (value, of) => {
        expect(fUpperTail(value * value, 1, of)).toBeCloseTo(tTwoSided(value, of), 11);
      }),
    );
    expect(fUpperTail(2, 3, Infinity)).toBe(chiSquareUpperTail(6, 3));
    expect(fLowerTail(2, 3, Infinity)).toBe(chiSquareLowerTail(6, 3));
    expect(tUpperTail(1.5, Infinity)).toBe(normalLowerTail(-1.5));
  });
});

describe("quantiles", () => {
  test("are where the tail is the probability, far out and near the middle", () => {
    fc.assert(
      fc.property(probabilities, freedom, (probability, of) => {
        expect(apart(normalLowerTail(normalQuantile(probability)), probability)).toBeLessThan(1e-9);
        expect(apart(tLowerTail(tQuantile(probability, of), of), probability)).toBeLessThan(1e-9);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), freedom, freedom, (probability, one, other) => {
        expect(apart(chiSquareLowerTail(chiSquareQuantile(probability, one), one), probability)).toBeLessThan(1e-7);
        expect(apart(fLowerTail(fQuantile(probability, one, other), one, other), probability)).toBeLessThan(1e-7);
      }),
    );
    expect(betaLowerTail(betaQuantile(0.025, 3.5, 8), 3.5, 8)).toBeCloseTo(0.025, 12);
  });

  test("of the two sides of a symmetric distribution are each other's opposites, and 0 in the middle", () => {
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
    expect(tQuantile(0.25, 7)).toBe(-tQuantile(0.75, 7));
    expect([normalQuantile(0.5), tQuantile(0.5, 7)]).toEqual([0, 0]);
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });

  test("need degrees of freedom", () => {
    expect(() => tQuantile(0.975, 0)).toThrow(RangeError);
  });
});
