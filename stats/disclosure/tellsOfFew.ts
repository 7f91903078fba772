/** Of fewer people nothing may be told by taking numbers from each other, as counts of fewer are hidden. */
export const few = 10;

/** What two sums of printed numbers are of. */
export interface TakenApart {
  /** How many people are in one sum and not in the other. */
  readonly people: { readonly least: number; readonly most: number };
  /** What each of them weighs, where 1 is the average. */
  readonly worth: number;
  /** How far apart two people can be in what they said: 1 for a share, 2 for a net. */
  readonly span: number;
  /** Each number in the two sums: of how many it is, and half the step to which it is printed. */
  readonly printed: readonly { readonly people: number; readonly halfStep: number }[];
}

/**
 * Whether the difference of two sums of printed numbers tells what few people have said.
 *
 * A number times the people it is of is what they said in all, to within half a step for each of them. So the difference
 * leaves a range open that is twice the sum of these, and it tells nothing of use while half that range is as wide as all
 * that so few can have said. Nothing more is counted on: how many people a number is of is printed to the nearest 5, yet
 * with a hundred answers the share gives it away.
 *
 * @see Denning, Denning & Schwartz (1979), ACM Transactions on Database Systems 4(1), for the tracker that this bounds.
 */
export function tellsOfFew({ people, worth, span, printed }: TakenApart): boolean {
  const { least, most } = people;
  if (most < 1 || least >= few) return false;
  return openHalf(printed) < Math.min(most, few - 1) * worth * span;
}

/** Half of what rounding leaves open of the sum of what people said. */
export function openHalf(printed: TakenApart["printed"]): number {
  return printed.reduce((sum, { people, halfStep }) => sum + people * halfStep, 0);
}
