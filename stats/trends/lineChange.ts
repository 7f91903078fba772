import { shareOfLogOdds } from "../distributions/logistic.ts";
import type { Interval } from "../estimate.ts";
import { studentTInterval } from "../intervals/studentT.ts";
import type { Regression } from "../regression/regression.ts";
import type { Window } from "./windows.ts";

/** How far a fitted line rises. */
export interface LineChange {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/** A fitted line: of the item, or of the log odds of a share. */
export interface Line {
  readonly model: "linear" | "logistic";
  /** Of an intercept and the period. */
  readonly regression: Regression;
  readonly level: number;
}

/** What a line shows at a period, and how fast that grows with the predictor: first, and second derivative. */
interface Shown {
  readonly value: number;
  readonly slope: number;
  readonly bend: number;
}

/** The change between the ends of a window, with its error by the delta method. */
export function changeAlong(line: Line, { from, to }: Window): LineChange {
  const first = shownAt(from, line);
  const last = shownAt(to, line);
  return lineChange(last.value - first.value, [last.slope - first.slope, last.slope * to - first.slope * from], line);
}

/**
 * The average slope, a period, over respondents; for a share that is the coefficient times the mean of p(1 - p). Its
 * error is by the delta method, with the respondents' periods as given.
 *
 * @param weights for each period the sum of its respondents' weights.
 */
export function averageChange(line: Line, weights: Float64Array): LineChange {
  const coefficient = coefficientsOf(line)[1];
  let weight = 0;
  let slope = 0;
  let bend = 0;
  let bendTimesPeriod = 0;
  for (const [period, own] of weights.entries()) {
    if (own === 0) continue;
    const shown = shownAt(period, line);
    weight += own;
    slope += own * shown.slope;
    bend += own * shown.bend;
    bendTimesPeriod += own * shown.bend * period;
  }
  const gradient = [coefficient * bend, slope + coefficient * bendTimesPeriod] as const;
  return lineChange((coefficient * slope) / weight, [gradient[0] / weight, gradient[1] / weight], line);
}

function coefficientsOf({ regression }: Line): [number, number] {
  const [intercept, slope] = regression.coefficients;
  return [intercept?.value ?? 0, slope?.value ?? 0];
}

function shownAt(period: number, line: Line): Shown {
  const [intercept, slope] = coefficientsOf(line);
  const predictor = intercept + slope * period;
  if (line.model === "linear") return { value: predictor, slope: 1, bend: 0 };
  const share = shareOfLogOdds(predictor);
  const variance = share * (1 - share);
  return { value: share, slope: variance, bend: variance * (1 - 2 * share) };
}

function lineChange(value: number, [one, other]: readonly [number, number], { regression, level }: Line): LineChange {
  const { covariance, degreesOfFreedom } = regression;
  const [first = 0, both = 0, , second = 0] = covariance;
  const variance = one * one * first + 2 * one * other * both + other * other * second;
  const standardError = Math.sqrt(Math.max(0, variance));
  return { value, standardError, interval: studentTInterval({ value, standardError, degreesOfFreedom, level }) };
}
