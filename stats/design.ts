/**
 * How the respondents of a file stand for a population: one weight each, and who was drawn together with whom.
 *
 * `weights` are zero or positive and finite, in any scale; a row of weight 0 is excluded but stays in the file.
 * `strata` and `clusters` are group numbers; a cluster number is unique only within its stratum.
 */
export interface Design {
  readonly rows: number;
  /** `null` for a design in which every row counts once. */
  readonly weights: Float64Array | null;
  readonly strata: Int32Array | null;
  readonly clusters: Int32Array | null;
}
