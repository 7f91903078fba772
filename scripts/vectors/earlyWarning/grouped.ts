/** Items by a name of theirs, in the order in which names first come. */
export function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const before = found.get(name);
    if (before === undefined) found.set(name, [item]);
    else before.push(item);
  }
  return found;
}
