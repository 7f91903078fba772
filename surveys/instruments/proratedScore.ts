import type { Instrument } from "./instrument.ts";

/** What a scale makes of one person's answers before it is rounded. */
export type ProratedScore =
  | { readonly kind: "score"; readonly itemsAnswered: number; readonly exact: number }
  | { readonly kind: "too-few-answered"; readonly itemsAnswered: number }
  | {
      readonly kind: "item-out-of-range";
      /** Counted from 1, as items are printed. */
      readonly item: number;
      readonly value: unknown;
    };

/**
 * The score of one scale, unrounded: items without an answer are made up for by the mean of the others while at least
 * `itemsNeeded` are answered.
 *
 * @param answers one code an item, in order; `undefined` for no answer.
 */
export function proratedScore(
  { options, itemCount, itemsNeeded, multiplier }: Instrument,
  answers: readonly unknown[],
): ProratedScore {
  let itemsAnswered = 0;
  let sum = 0;
  for (const [place, answer] of answers.entries()) {
    if (answer === undefined) continue;
    const option = options.find(({ code }) => code === answer);
    if (option === undefined) return { kind: "item-out-of-range", item: place + 1, value: answer };
    itemsAnswered += 1;
    sum += option.points;
  }
  if (itemsAnswered < itemsNeeded) return { kind: "too-few-answered", itemsAnswered };
  return { kind: "score", itemsAnswered, exact: (itemCount * multiplier * sum) / itemsAnswered };
}
