import { fUpperTail } from "../distributions/fDistribution.ts";

/** A statistic that has an F distribution where nothing is going on, and how probable one as large is there. */
export interface FTest {
  readonly kind: "f-test";
  readonly statistic: number;
  readonly numeratorDegreesOfFreedom: number;
  readonly denominatorDegreesOfFreedom: number;
  readonly p: number;
}

/** Holds a statistic against F; degrees of freedom positive, whole or not. */
export function fTest(statistic: number, numerator: number, denominator: number): FTest {
  return {
    kind: "f-test",
    statistic,
    numeratorDegreesOfFreedom: numerator,
    denominatorDegreesOfFreedom: denominator,
    p: fUpperTail(statistic, numerator, denominator),
  };
}
