/** What was found of something, for as long as it is there. */
const known = new WeakMap<object, Map<string, unknown>>();
/** Each can take some bytes a response. */
const mostKnown = 16;

/**
 * Finds something out once: the parts of a page mostly ask the same of the same responses.
 *
 * @param of what it is found out of, by identity: a study's columns or its design.
 * @param asked what was asked, as JSON tells it apart; the first says by whom.
 */
export function lately<Found>(of: object, asked: readonly unknown[], find: () => Found): Found {
  const kept = known.get(of) ?? new Map<string, unknown>();
  known.set(of, kept);
  const key = JSON.stringify(asked);
  const found = kept.has(key) ? (kept.get(key) as Found) : find();
  // What was asked for last goes last.
  kept.delete(key);
  kept.set(key, found);
  const [first] = kept.keys();
  if (kept.size > mostKnown && first !== undefined) kept.delete(first);
  return found;
}
