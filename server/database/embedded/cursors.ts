import { codes, StoreError } from "./errors.ts";

/** Results that are read bit by bit. */
export type Cursors = ReturnType<typeof createCursors>;

interface OpenCursor {
  readonly source: Iterator<Buffer[]>;
  readonly namespace: string;
  rest: Buffer[];
  usedAt: number;
}

/** One batch of a cursor; `id` 0 when it was the last. */
export interface Batch {
  readonly id: bigint;
  readonly namespace: string;
  readonly documents: Buffer[];
}

const idleMs = 10 * 60_000;
const mostBatchBytes = 8_000_000;

/** Keeps cursors between the batches that a client asks for; one that is not asked for ten minutes is let go. */
export function createCursors() {
  const open = new Map<bigint, OpenCursor>();
  let lastId = 0n;

  const take = async (cursor: OpenCursor, size: number): Promise<{ documents: Buffer[]; isDone: boolean }> => {
    const documents: Buffer[] = [];
    let bytes = 0;
    for (;;) {
      while (documents.length < size && bytes < mostBatchBytes) {
        const document = cursor.rest.shift();
        if (document === undefined) break;
        documents.push(document);
        bytes += document.length;
      }
      if (documents.length >= size || bytes >= mostBatchBytes) return { documents, isDone: false };
      const next = cursor.source.next();
      if (next.done === true) return { documents, isDone: true };
      cursor.rest = [...next.value];
      // Others have their turn between two chunks of a long scan.
      await new Promise(setImmediate);
    }
  };

  const sweep = (): void => {
    const now = performance.now();
    for (const [id, { usedAt }] of open) if (now - usedAt > idleMs) open.delete(id);
  };

  return {
    /** The first batch of a new result. */
    async first(
      source: Iterator<Buffer[]>,
      { namespace, size, isSingle }: { namespace: string; size: number; isSingle: boolean },
    ): Promise<Batch> {
      sweep();
      const cursor: OpenCursor = { source, namespace, rest: [], usedAt: performance.now() };
      const { documents, isDone } = await take(cursor, size);
      if (isDone || isSingle) return { id: 0n, namespace, documents };
      lastId += 1n;
      open.set(lastId, cursor);
      return { id: lastId, namespace, documents };
    },

    /**
     * The next batch.
     *
     * @throws {StoreError} `CursorNotFound` when the result is at its end or was let go.
     */
    async next(id: bigint, size: number): Promise<Batch> {
      const cursor = open.get(id);
      if (cursor === undefined) throw new StoreError(codes.cursorNotFound, `There is no cursor ${id}`);
      cursor.usedAt = performance.now();
      const { documents, isDone } = await take(cursor, size);
      if (isDone) open.delete(id);
      return { id: isDone ? 0n : id, namespace: cursor.namespace, documents };
    },

    /** Lets a cursor go; `false` when there was none. */
    kill: (id: bigint): boolean => open.delete(id),
  };
}
