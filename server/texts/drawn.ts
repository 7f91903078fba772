import { randomInt } from "node:crypto";

/** So many of a list, in an order that nobody can foresee (Fisher and Yates); all of a shorter one. */
export function drawn<Item>(from: readonly Item[], size: number): Item[] {
  const left = [...from];
  const taken = Math.min(size, left.length);
  for (let place = 0; place < taken; place++) {
    const other = randomInt(place, left.length);
    const kept = left[place] as Item;
    left[place] = left[other] as Item;
    left[other] = kept;
  }
  return left.slice(0, taken);
}
