/** How series are watched. */
export interface WarningRule {
  /** The weight of a day in the moving average. */
  readonly lambda: number;
  /** Fewest answers of a day that is looked at. */
  readonly smallestN: number;
  /** Days of the first baseline, and most eligible days of a later one. */
  readonly baselineDays: number;
  /**
   * After how many days the baseline may move, to the eligible days that ended as many days ago; `null` keeps the first,
   * as in a study of the method itself.
   */
  readonly movesEvery: number | null;
  /** For how many days without enough answers a series still counts with what was known last. */
  readonly carriedFor: number;
}

/** How the product watches. */
export const usualRule: WarningRule = { lambda: 0.3, smallestN: 30, baselineDays: 14, movesEvery: 7, carriedFor: 7 };
