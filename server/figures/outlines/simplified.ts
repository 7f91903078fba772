import type { Spot } from "../../../charts/picture/shapes.ts";

/**
 * A line with fewer spots, none of which was further than `tolerance` from what is left (Douglas and Peucker 1973); its
 * ends stay.
 */
export function simplified(spots: readonly Spot[], tolerance: number): Spot[] {
  const isKept = new Uint8Array(spots.length);
  isKept[0] = isKept[spots.length - 1] = 1;
  // A list of stretches in place of recursion: a coast has tens of thousands of spots.
  const stretches: [number, number][] = [[0, spots.length - 1]];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const [first, last] = stretch;
    let [furthest, most] = [-1, tolerance];
    for (let place = first + 1; place < last; place++) {
      const distance = distanceFrom(spots[place], spots[first], spots[last]);
      if (distance > most) [furthest, most] = [place, distance];
    }
    if (furthest < 0) continue;
    isKept[furthest] = 1;
    stretches.push([first, furthest], [furthest, last]);
  }
  return spots.filter((_, place) => isKept[place] === 1);
}

/** From a spot to the line between two others, or to the first where they are one. */
function distanceFrom([x, y]: Spot = [0, 0], [fromX, fromY]: Spot = [0, 0], [toX, toY]: Spot = [0, 0]): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = Math.hypot(alongX, alongY);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  return Math.abs(alongX * (fromY - y) - (fromX - x) * alongY) / length;
}
