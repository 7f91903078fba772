/**
 * Moves positions on a line as little as is needed, in squares, for neighbours to be `apart` from each other: labels that
 * shall not cover each other. Their order stays; where they cannot all be between the ends, they begin at `from`.
 *
 * @param apart from middle to middle, or how much room each needs, half of it on each side.
 *
 * It is isotonic regression of the positions less what they must be apart (pool adjacent violators; Ayer et al. 1955).
 *
 * @returns the new positions, in the order of `wanted`.
 */
export function spread(
  wanted: readonly number[],
  { apart, from, to }: { apart: number | readonly number[]; from: number; to: number },
): number[] {
  const order = wanted.map((_, place) => place).sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0));
  const room = order.map((place) => (typeof apart === "number" ? apart : (apart[place] ?? 0)));
  // How far each is from the first where they stand as close as they may.
  const steps = room.map((own, rank) => (rank === 0 ? 0 : (own + (room[rank - 1] ?? own)) / 2));
  const offsets = steps.map((_, rank) => steps.slice(0, rank + 1).reduce((sum, step) => sum + step, 0));
  const blocks: { sum: number; count: number }[] = [];
  for (const [rank, place] of order.entries()) {
    blocks.push({ sum: (wanted[place] ?? 0) - (offsets[rank] ?? 0), count: 1 });
    pool(blocks);
  }
  const last = to - (offsets.at(-1) ?? 0);
  const levels = blocks.flatMap(({ sum, count }) =>
    Array<number>(count).fill(Math.max(from, Math.min(last, sum / count))),
  );
  const placed = Array<number>(wanted.length).fill(0);
  for (const [rank, place] of order.entries()) placed[place] = (levels[rank] ?? 0) + (offsets[rank] ?? 0);
  return placed;
}

/** Joins the last blocks while one is below the one before. */
function pool(blocks: { sum: number; count: number }[]): void {
  for (;;) {
    const [before, last] = [blocks.at(-2), blocks.at(-1)];
    if (before === undefined || last === undefined || before.sum / before.count <= last.sum / last.count) return;
    blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
  }
}
