/**
 * Whether an answer is in the named boxes, as 1 or 0: top-2-box of a scale of five is `inBoxes(values, [4, 5])`.
 *
 * @param values codes of the scale; not a number for no answer and for "don't know", which is out of the base.
 */
export function inBoxes(values: Float64Array, boxes: readonly number[]): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? value : Number(boxes.includes(value))));
}

/** For each code 1 in the top boxes, -1 in the bottom ones, 0 between: its mean is the net of the two shares. */
export function netScores(
  codes: number,
  { top, bottom, without = [] }: { top: readonly number[]; bottom: readonly number[]; without?: readonly number[] },
): number[] {
  return Array.from({ length: codes }, (_, code) =>
    without.includes(code) ? Number.NaN : Number(top.includes(code)) - Number(bottom.includes(code)),
  );
}

/** The other way round. The ends are the scale's: the data may not reach them. */
export function reverseCoded(
  values: Float64Array,
  { lowest, highest }: { lowest: number; highest: number },
): Float64Array {
  return values.map((value) => lowest + highest - value);
}
