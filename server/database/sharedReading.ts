/**
 * Lets those who want the same thing at the same time share one reading of it.
 *
 * Whoever asks gets a reading that began after they asked, so that a change acknowledged before is seen: those who ask
 * while one is under way share the next. A lone reader waits for nobody.
 *
 * @param read reads what has some names; what it gives is shared and must not be changed.
 */
export function createSharedReading<Names extends readonly string[], Value>(
  read: (...names: Names) => Promise<Value>,
): (...names: Names) => Promise<Value> {
  const underWay = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<Value>>();

  const begin = (key: string, names: Names): Promise<Value> => {
    const reading = read(...names).finally(() => {
      if (underWay.get(key) === reading) underWay.delete(key);
    });
    underWay.set(key, reading);
    return reading;
  };

  return (...names) => {
    const key = JSON.stringify(names);
    const before = underWay.get(key);
    if (before === undefined) return begin(key, names);
    const awaited = next.get(key);
    if (awaited !== undefined) return awaited;
    const begun = (): Promise<Value> => {
      next.delete(key);
      return begin(key, names);
    };
    const reading = before.then(begun, begun);
    next.set(key, reading);
    return reading;
  };
}
