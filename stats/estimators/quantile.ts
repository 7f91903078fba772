import type { Design } from "../design.ts";
import type { Estimated, NotEstimable, Uncertainty } from "../estimate.ts";
import { tQuantile } from "../distributions/studentT.ts";
import { upperProbability } from "../intervals/shareForInterval.ts";
import type { Domain } from "../linearised/linearised.ts";
import { usedRows } from "../linearised/usedRows.ts";
import { reliabilityBySize } from "../reliability.ts";
import { mean } from "./mean.ts";
import { sortedValues, valueAt, type QuantileRule, type SortedValues } from "./sortedValues.ts";

/** A quantile; each end of its interval is `null` where the data do not reach that far. */
export type EstimatedQuantile = Estimated & {
  readonly lowerEnd: number | null;
  readonly upperEnd: number | null;
};

/** What is wanted of a quantile. */
export interface QuantileWanted {
  /** 0.5 for the median. */
  readonly probability: number;
  readonly rule?: QuantileRule;
  readonly level?: number;
}

/**
 * Estimates a quantile with Woodruff's interval: that of the share at or below it, carried back to the values by the same
 * rule. On coarse scales the interval jumps; the mean or a share says more there.
 *
 * @param values one entry a row; not a number means no answer.
 * @throws {RangeError} for a probability that is not between 0 and 1.
 * @see Woodruff (1952), Journal of the American Statistical Association 47(260).
 */
export function quantile(
  values: Float64Array,
  design: Design,
  domain: Domain,
  wanted: QuantileWanted,
): EstimatedQuantile | NotEstimable {
  const [found] = quantiles(values, design, domain, { ...wanted, probabilities: [wanted.probability] });
  return found ?? { kind: "not-estimable", reason: "no-data", n: 0 };
}

/**
 * Several quantiles of the same values, which are put in order once.
 *
 * @throws {RangeError} for a probability that is not between 0 and 1.
 */
export function quantiles(
  values: Float64Array,
  design: Design,
  domain: Domain,
  {
    probabilities,
    rule = "math",
    level = 0.95,
  }: Omit<QuantileWanted, "probability"> & { probabilities: readonly number[] },
): (EstimatedQuantile | NotEstimable)[] {
  const wrong = probabilities.find((probability) => !(probability > 0 && probability < 1));
  if (wrong !== undefined)
    throw new RangeError(`Cannot take a quantile at ${wrong}: the probability must be between 0 and 1`);
  const used = usedRows([values], design, domain);
  if (used.n === 0) return probabilities.map(() => ({ kind: "not-estimable", reason: "no-data", n: 0 }));
  const sorted = sortedValues(values, used, design);
  return probabilities.map((probability) => {
    const value = valueAt(probability, sorted, rule);
    const below = values.map((each) => (Number.isNaN(each) ? each : Number(each <= value)));
    const share = mean(below, design, domain, level);
    return share.kind === "not-estimable" ? share : woodruff(value, share, { sorted, rule, level });
  });
}

function woodruff(
  value: number,
  share: Estimated,
  { sorted, rule, level }: { sorted: SortedValues; rule: QuantileRule; level: number },
): EstimatedQuantile {
  const { interval, n, degreesOfFreedom } = share;
  const at = (probability: number | undefined): number | null =>
    probability === undefined || probability < 0 || probability > 1 ? null : valueAt(probability, sorted, rule);
  const lowerEnd = at(interval?.lower);
  const upperEnd = at(interval?.upper);
  const isWhole = lowerEnd !== null && upperEnd !== null;
  const uncertainty: Uncertainty = isWhole
    ? { interval: { lower: lowerEnd, upper: upperEnd, level, method: "woodruff" }, whyNoInterval: null }
    : { interval: null, whyNoInterval: interval === null ? "n-too-small" : "beyond-the-data" };
  return {
    ...share,
    statistic: "quantile",
    value,
    standardError: isWhole ? (upperEnd - lowerEnd) / (2 * tQuantile(upperProbability(level), degreesOfFreedom)) : null,
    ...uncertainty,
    lowerEnd,
    upperEnd,
    reliability: reliabilityBySize(n, degreesOfFreedom),
  };
}
