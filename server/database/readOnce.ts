/**
 * Makes what reads once, while they are in use, things that never change and are never removed.
 *
 * @param read reads what has some names, `null` where there is none yet; what it gives is shared and must not be changed.
 * @param mostKept how many are kept: of those that take much memory, few.
 */
export function createReadOnce<Names extends readonly (string | number)[], Value>(
  read: (...names: Names) => Promise<Value | null>,
  mostKept = 1_000,
): (...names: Names) => Promise<Value | null> {
  const kept = new Map<string, Value>();
  return async (...names) => {
    const key = JSON.stringify(names);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = await read(...names);
    if (found === null) return null;
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, found);
    return found;
  };
}
