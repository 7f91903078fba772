import { greatest, solve, valuesOf, type Equation } from "./linearProgramme.ts";
import { termsOf, type LinkedCounts } from "./linkedCounts.ts";

/**
 * The counts that would have to move with one for all sums to hold when it is larger, such that those not suppressed yet
 * are as small as can be; `null` where they cannot. Counts of 0 that are shown do not move.
 *
 * @see Kelly, Golden & Assad (1992), Networks 22(4), for the heuristic.
 */
export function movedWith(
  { counts, sums }: LinkedCounts,
  isSuppressed: Uint8Array,
  { cell, by }: { cell: number; by: number },
): number[] | null {
  const movable = Array.from(counts.keys()).filter(
    (other) => other !== cell && (isSuppressed[other] === 1 || (counts[other] ?? 0) > 0),
  );
  const placeOf = new Map(movable.map((other, place) => [other, place]));
  // For each count first how far it goes up, then how far down.
  const equations = sums.map((sum): Equation => {
    const terms = termsOf(sum);
    const open = terms.filter((term) => placeOf.has(term.cell));
    return {
      of: open.flatMap((term) => [2 * (placeOf.get(term.cell) ?? 0), 2 * (placeOf.get(term.cell) ?? 0) + 1]),
      factors: open.flatMap(({ factor }) => [factor, -factor]),
      sum: terms.reduce((rest, term) => rest - (term.cell === cell ? term.factor * by : 0), 0),
    };
  });
  const bounds = Float64Array.from(movable.flatMap((other) => [Infinity, counts[other] ?? 0]));
  const solution = solve(equations, bounds);
  if (solution === null) return null;
  const costs = Float64Array.from(
    movable.flatMap((other) => {
      const cost = isSuppressed[other] === 1 ? 0 : -(counts[other] ?? 0);
      return [cost, cost];
    }),
  );
  const values = valuesOf(greatest(solution, costs).at);
  return movable.filter((_, place) => Math.max(values[2 * place] ?? 0, values[2 * place + 1] ?? 0) > 1e-6);
}
