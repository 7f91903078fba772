import betainc from "@stdlib/math-base-special-betainc";

/** A place between 0 and 1 by its distances from both ends, so that neither loses its digits next to its end. */
export interface PlaceBetween {
  readonly from0: number;
  readonly from1: number;
}

/** The probabilities that a beta variable is at most a place, and more than it. */
export interface BetaTails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The tails of the beta distribution, the smaller worked out by itself: what is left of 1 has no digits for it.
 *
 * @param first first shape, positive, whole or not.
 * @param second second shape, likewise.
 */
export function betaTails({ from0, from1 }: PlaceBetween, first: number, second: number): BetaTails {
  if (from0 > from1) {
    const { lower: upper, upper: lower } = betaTails({ from0: from1, from1: from0 }, second, first);
    return { lower, upper };
  }
  const lower = betainc(from0, first, second, true, false);
  return { lower, upper: lower <= 0.5 ? 1 - lower : betainc(from0, first, second, true, true) };
}
