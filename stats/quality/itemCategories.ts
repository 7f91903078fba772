/** The distinct values of an item in order, and for each row the place of its own; -1 for no answer. */
export interface ItemCategories {
  readonly values: Float64Array;
  readonly placeOf: Int32Array;
}

/** Sorts an item's answers into its distinct values. */
export function createCategories(item: Float64Array): ItemCategories {
  const values = Float64Array.from(new Set(item.filter((value) => !Number.isNaN(value)))).sort();
  const places = new Map(Array.from(values, (value, place) => [value, place]));
  return { values, placeOf: Int32Array.from(item, (value) => places.get(value) ?? -1) };
}

/**
 * The largest sum of products of two items that their counts allow: the largest answers to both given by the same people.
 *
 * @param pair places of the items.
 * @param counts for each item how many chose each value; both items sum to the same.
 */
export function largestProduct(
  [one, other]: readonly [number, number],
  counts: readonly Float64Array[],
  categories: readonly ItemCategories[],
): number {
  const first = { values: categories[one]?.values ?? none, counts: counts[one] ?? none };
  const second = { values: categories[other]?.values ?? none, counts: counts[other] ?? none };
  let [sum, from, to] = [0, 0, 0];
  let [left, right] = [first.counts[0] ?? 0, second.counts[0] ?? 0];
  while (from < first.values.length && to < second.values.length) {
    const both = Math.min(left, right);
    sum += both * (first.values[from] ?? 0) * (second.values[to] ?? 0);
    left -= both;
    right -= both;
    if (left === 0) left = first.counts[(from += 1)] ?? 0;
    if (right === 0) right = second.counts[(to += 1)] ?? 0;
  }
  return sum;
}

const none = new Float64Array(0);
