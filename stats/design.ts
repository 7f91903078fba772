/**
 * How the respondents of a file stand for a population: one weight each, and who was drawn together with whom.
 *
 * A row is a respondent, or with `frequencies` a kind of respondents alike in everything that is looked at; the results
 * are the same. Make one with `createDesign`, which holds what is said here to be true.
 */
export interface Design {
  readonly rows: number;
  /** Zero or positive, in any scale; a row of weight 0 is excluded but stays in the file. `null`: every row counts once. */
  readonly weights: Float64Array | null;
  /** How many respondents a row is, each with the row's weight: whole numbers from 0. `null`: one each. */
  readonly frequencies: Float64Array | null;
  /**
   * The mean of the squared weights of a row's respondents, where they have weights of their own and the row's is their
   * mean. `null`: the row's weight, squared.
   */
  readonly squaredWeights: Float64Array | null;
  /** Group numbers; a cluster's number is unique only within its stratum. */
  readonly strata: Int32Array | null;
  readonly clusters: Int32Array | null;
  /** The margins the weights were raked to, when variances should take the raking into account; `null`: weights as given. */
  readonly calibration: Calibration | null;
  readonly lonelyClusters: LonelyClusterRule;
}

/** What weights were calibrated to. */
export interface Calibration {
  readonly margins: readonly Coded[];
  /** Weights before the calibration; `null` when they were all 1. */
  readonly baseWeights: Float64Array | null;
}

/** A variable in codes: one entry a row, 0 to `categories` - 1; anything below 0 is no answer. */
export interface Coded {
  readonly codes: Int8Array | Int16Array | Int32Array;
  readonly categories: number;
}

/**
 * What a stratum with a single cluster adds to a variance: `fail` makes the estimate not estimable, `remove` adds
 * nothing, `adjust` its squared total, `average` as much as the other strata on average.
 */
export type LonelyClusterRule = "fail" | "remove" | "adjust" | "average";

/**
 * Makes a design.
 *
 * @throws {RangeError} for a weight or frequency that is negative or not finite, or a part of another length.
 */
export function createDesign(parts: Partial<Design> & Pick<Design, "rows">): Design {
  const design: Design = {
    weights: null,
    frequencies: null,
    squaredWeights: null,
    strata: null,
    clusters: null,
    calibration: null,
    lonelyClusters: "fail",
    ...parts,
  };
  const { rows, weights, frequencies, squaredWeights, strata, clusters } = design;
  for (const part of [weights, frequencies, squaredWeights, strata, clusters]) {
    if (part !== null && part.length !== rows)
      throw new RangeError(`Cannot build a design of ${rows} rows with a part of ${part.length}: lengths must agree`);
  }
  mustBeSizes(weights, "weight");
  mustBeSizes(frequencies, "frequency");
  mustBeSizes(squaredWeights, "squared weight");
  return design;
}

function mustBeSizes(values: Float64Array | null, name: string): void {
  if (values === null) return;
  for (const value of values) {
    if (value >= 0 && value < Infinity) continue;
    throw new RangeError(`Cannot build a design with ${name} ${value}: it must be finite and not negative`);
  }
}
