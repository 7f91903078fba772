/**
 * Why there is no number; `crosses-break` where it would hold answers to what was not the same, `withheld` where there is
 * one that is of too few to be public, `tells-of-few` where it would tell of few when taken from other public numbers, and
 * `all-alike` where it would tell what every single one has said.
 */
export type NotEstimableReason =
  | "no-data"
  | "n-too-small"
  | "no-variance"
  | "lonely-psu"
  | "raking-did-not-converge"
  | "table-degenerate"
  | "crosses-break"
  | "withheld"
  | "tells-of-few"
  | "all-alike";

/** The answer "this cannot be estimated", with the reason and how many answers there were. */
export interface NotEstimable {
  readonly kind: "not-estimable";
  readonly reason: NotEstimableReason;
  readonly n: number;
  /** With `lonely-psu`: the number of the stratum with a single cluster. Merge it with another. */
  readonly stratum?: number;
}

/** Two ends and how they were found; both belong to the interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** 0.95 for a 95% interval. */
  readonly level: number;
  readonly method: IntervalMethod;
}

/** How an interval is found. Every method is described in `docs/methods/`. */
export type IntervalMethod =
  "korn-graubard" | "student-t" | "normal" | "woodruff" | "logit" | "beta" | "wilson" | "asin" | "feldt";

/** Whether a share may be shown by the NCHS standard (Vital and Health Statistics 2(175), 2017). */
export type ReliabilityFlag = "present" | "present-complement-unreliable" | "review" | "suppress";

/** What is estimated. A net is a share of one side less the share of the other, -1 to 1; a quantile a value of the data. */
export type Statistic = "share" | "mean" | "net" | "total" | "ratio" | "quantile" | "difference" | "gap";

/**
 * Why a value stands without an interval: `n-too-small` is one answer alone, or no more clusters than strata;
 * `beyond-the-data` a quantile whose interval reaches past the values there are.
 */
export type WhyNoInterval = "n-too-small" | "beyond-the-data";

/** An interval, or why there is none. */
export type Uncertainty =
  | { readonly interval: Interval; readonly whyNoInterval: null }
  | { readonly interval: null; readonly whyNoInterval: WhyNoInterval };

/** A share (0 to 1), mean or total with everything a reader needs to judge it. */
export type Estimated = Uncertainty & {
  readonly kind: "estimate";
  readonly statistic: Statistic;
  readonly value: number;
  /** `null` where one answer alone, or too few clusters, leaves no way to find it. */
  readonly standardError: number | null;
  /** Answers with a positive weight. */
  readonly n: number;
  /** Sum of the weights of those answers: what the share is of. */
  readonly weightedBase: number;
  readonly effectiveSampleSize: number | null;
  readonly designEffect: number | null;
  readonly degreesOfFreedom: number;
  readonly reliability: ReliabilityFlag;
};

/** A number with its uncertainty, or the reason there is none; never NaN. */
export type Estimate = Estimated | NotEstimable;
