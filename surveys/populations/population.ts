/** How many persons of a population are in each category of a variable. */
export interface PopulationMargin {
  readonly variable: string;
  /**
   * Persons, or any numbers in proportion to them, by category. Where two variables are crossed, a category is the two
   * of them with `|` between: `male|18-29`.
   */
  readonly counts: Readonly<Record<string, number>>;
}

/** A population to weight to, and where its figures are from. */
export interface Population {
  readonly name: string;
  /** Who is counted: compare with who is asked. */
  readonly covers: string;
  /** The day the figures are of. */
  readonly date: string;
  readonly source: string;
  /** The margins need not add up to the same number: weighting goes by shares. */
  readonly margins: readonly PopulationMargin[];
}

/** The share of each category of a margin, summing to 1. */
export function sharesOf({ counts }: PopulationMargin): Record<string, number> {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(Object.entries(counts).map(([category, count]) => [category, count / all]));
}
