/** Writes what arrives at the same time in one go. */
export interface GroupedWriter<Item> {
  /** `true` when the item was written now, `false` when it had been there; rejects when neither is known. */
  write(item: Item): Promise<boolean>;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: (written: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Gathers single writes into batches: the first goes at once, and what arrives while it is under way goes together as
 * the next. A lone writer waits for nobody, and a crowd shares the cost of reaching the disk.
 *
 * @param insert writes a batch durably and gives the places of those that had been there before.
 * @param most largest batch.
 */
export function createGroupedWriter<Item>(
  insert: (items: readonly Item[]) => Promise<ReadonlySet<number>>,
  most: number,
): GroupedWriter<Item> {
  let waiting: Waiting<Item>[] = [];
  let busy = false;

  const writeWaiting = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const before = await insert(group.map(({ item }) => item));
        group.forEach(({ resolve }, index) => {
          resolve(!before.has(index));
        });
      } catch (reason) {
        for (const { reject } of group) reject(reason);
      }
    }
    busy = false;
  };

  return {
    write: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (!busy) void writeWaiting();
      }),
  };
}
