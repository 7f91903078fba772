import { isUncertain } from "./attackerInterval.ts";
import { unknownsOf, valuesWhere, type LinkedCounts, type Unknowns } from "./linkedCounts.ts";

/** That a small count stays uncertain, or that it does not. */
export type Proof =
  | {
      readonly isUncertain: true;
      readonly cell: number;
      /** The counts that are other in the examples that prove it: while these are hidden, it holds. */
      readonly moved: readonly number[];
    }
  | { readonly isUncertain: false; readonly cell: number; readonly least: number };

/**
 * Whether suppressed counts stay uncertain by `isUncertain`, looking no further into their ranges than that needs.
 *
 * @param isSuppressed one entry a count: 1 or 0.
 * @param cells the suppressed ones that are asked about; each is looked into when its proof is taken.
 * @throws {RangeError} for counts that do not sum to their totals.
 */
export function* linkedProofs(
  linked: LinkedCounts,
  isSuppressed: Uint8Array,
  { cells, threshold }: { cells: readonly number[]; threshold: number },
): Generator<Proof> {
  // Some bound there must be, so that examples are numbers; this is beyond all that is asked about.
  const bound = linked.counts.reduce((sum, count) => sum + count, threshold);
  const unknowns = unknownsOf(linked, isSuppressed, bound);
  for (const cell of cells) yield proofOf(cell, unknowns, { linked, threshold });
}

function proofOf(
  cell: number,
  unknowns: Unknowns,
  { linked, threshold }: { linked: LinkedCounts; threshold: number },
): Proof {
  const count = linked.counts[cell] ?? 0;
  const width = threshold - 1;
  const up = valuesWhere("greatest", cell, unknowns, Math.max(threshold, count + width));
  // What a count is it can be: often a rise alone is wide enough.
  if (isUncertain({ least: count, most: up.value }, threshold))
    return { isUncertain: true, cell, moved: movedIn(up.values, unknowns, linked) };
  const isOpen = up.value >= threshold;
  const down = valuesWhere("least", cell, unknowns, isOpen ? up.value - width : undefined);
  if (!isUncertain({ least: down.value, most: up.value }, threshold))
    return { isUncertain: false, cell, least: down.value };
  const moved = [up, down].flatMap(({ values }) => movedIn(values, unknowns, linked));
  return { isUncertain: true, cell, moved };
}

/** The counts that an example has other than they are. */
function movedIn(values: Float64Array, { cells }: Unknowns, { counts }: LinkedCounts): number[] {
  return cells.filter((cell, place) => Math.abs((values[place] ?? 0) - (counts[cell] ?? 0)) > 1e-6);
}
