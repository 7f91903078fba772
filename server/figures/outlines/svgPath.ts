import type { Spot } from "../../../charts/picture/shapes.ts";

/** How many numbers each command takes. */
const numbersTaken: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, Z: 0 };

/** A curve is drawn with so many straight lines. */
const pieces = 8;

/**
 * The closed lines of an SVG path: of its commands M, L, H, V, C, Q and Z, absolute and relative, curves in straight
 * pieces. What else a path may hold is not understood, and the answer `null`: only numbers come out of here.
 */
export function ringsOfPath(path: string): Spot[][] | null {
  if (!/^\s*[Mm][\sMmLlHhVvCcQqZz\d.,eE+-]*$/.test(path)) return null;
  const rings: Spot[][] = [];
  let at: Spot = [0, 0];
  for (const [, letter = "", rest = ""] of path.matchAll(/([MmLlHhVvCcQqZz])([^MmLlHhVvCcQqZz]*)/g)) {
    const moves = movesOf(letter, rest);
    if (moves === null) return null;
    if (letter.toUpperCase() === "M") rings.push([]);
    // After Z a line goes on from where the last began.
    if (letter.toUpperCase() === "Z") at = rings.at(-1)?.[0] ?? at;
    for (const numbers of moves) {
      const ends = endsOf(letter, numbers, at);
      rings.at(-1)?.push(...straightened(at, ends));
      at = ends.at(-1) ?? at;
    }
  }
  return rings;
}

/** The numbers behind a command, as many at a time as it takes; `null` where they are too few or too many. */
function movesOf(letter: string, rest: string): number[][] | null {
  const numbers = (rest.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g) ?? []).map(Number);
  const taken = numbersTaken[letter.toUpperCase()] ?? 0;
  if (taken === 0) return numbers.length === 0 ? [] : null;
  if (numbers.length === 0 || numbers.length % taken !== 0) return null;
  return Array.from({ length: numbers.length / taken }, (_, move) => numbers.slice(move * taken, (move + 1) * taken));
}

/** The spots of a command, the last of which is where it ends. */
function endsOf(letter: string, numbers: readonly number[], [x, y]: Spot): Spot[] {
  const [left, top] = letter === letter.toLowerCase() ? [x, y] : [0, 0];
  const [only = 0] = numbers;
  if (letter === "H" || letter === "h") return [[left + only, y]];
  if (letter === "V" || letter === "v") return [[x, top + only]];
  const spots: Spot[] = [];
  for (let place = 0; place < numbers.length; place += 2)
    spots.push([left + (numbers[place] ?? 0), top + (numbers[place + 1] ?? 0)]);
  return spots;
}

/** A curve of Bézier from a spot, by its control spots and its end; a straight line is its end alone. */
function straightened(from: Spot, ends: readonly Spot[]): Spot[] {
  if (ends.length < 2) return [...ends];
  return Array.from({ length: pieces }, (_, piece) => casteljau([from, ...ends], (piece + 1) / pieces));
}

/** A spot on a curve by de Casteljau's construction. */
function casteljau(spots: readonly Spot[], part: number): Spot {
  const [first = [0, 0], ...rest] = spots;
  if (rest.length === 0) return first;
  const between = rest.map(([x, y], place): Spot => {
    const [fromX, fromY] = spots[place] ?? [x, y];
    return [fromX + (x - fromX) * part, fromY + (y - fromY) * part];
  });
  return casteljau(between, part);
}
