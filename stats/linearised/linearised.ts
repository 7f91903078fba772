/**
 * A statistic in the form its variance is found from: its value, and what each row adds to it per unit of weight.
 *
 * Statistics of the same design can be put together: the covariance of two, and so the error of their difference, comes
 * from their influences side by side.
 */
export interface Linearised {
  readonly value: number;
  /** One entry a row; 0 outside the domain and for no answer. */
  readonly influence: Float64Array;
  /** One entry a row: 1 in the domain, answered and of positive weight, else 0. */
  readonly isUsed: Uint8Array;
  /** Respondents used. */
  readonly n: number;
  /** Sum of their weights. */
  readonly weight: number;
  /** Sum of their squared weights. */
  readonly squaredWeight: number;
}

/** The subgroup an estimate is of: 1 for its rows, 0 for others; `null` for everyone. */
export type Domain = Uint8Array | null;
