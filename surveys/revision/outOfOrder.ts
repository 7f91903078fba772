/**
 * The fewest names that must be moved to come from one order to another: all but the longest run that both have in
 * common (longest common subsequence).
 *
 * @param before the same names as `after`, each once.
 */
export function outOfOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((name, place) => [name, place]));
  /** The longest rising run that ends at each name, and the name before it in that run. */
  const runs: { length: number; previous: number }[] = [];
  for (const [place, name] of after.entries()) {
    let best = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < place; earlier++) {
      const length = (runs[earlier]?.length ?? 0) + 1;
      const isRising = (places.get(after[earlier] ?? "") ?? 0) < (places.get(name) ?? 0);
      if (isRising && length > best.length) best = { length, previous: earlier };
    }
    runs.push(best);
  }
  const moved = new Set(after);
  const longest = Math.max(0, ...runs.map(({ length }) => length));
  for (let place = runs.findIndex(({ length }) => length === longest); place >= 0; place = runs[place]?.previous ?? -1)
    moved.delete(after[place] ?? "");
  return moved;
}
