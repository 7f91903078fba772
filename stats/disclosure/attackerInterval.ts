import type { CountTable } from "./countTable.ts";

/** What somebody who knows the totals and the shown cells can find out about a suppressed one. */
export interface AttackerInterval {
  readonly least: number;
  readonly most: number;
}

/** Whether a range leaves it open that a small count is not small, and is wide enough to tell little. */
export function isUncertain({ least, most }: AttackerInterval, threshold: number): boolean {
  return most >= threshold && most - least >= threshold - 1;
}

/**
 * The exact range of a suppressed cell, given that all suppressed counts are at least 0 and the rest is published.
 *
 * It is a linear programme, but of a kind that needs no solver: counts that keep all totals differ by cycles through rows
 * and columns, so that the furthest a cell can go is a largest flow. It can grow by what flows from its column to its row,
 * where a column gives to a row as much as their cell can lose and a row gives to a column without limit; and shrink by
 * what flows back.
 *
 * @param isSuppressed one entry a cell: 1 or 0.
 * @param cell a suppressed one.
 * @see Cox (1995), Journal of the American Statistical Association 90(432); Ford & Fulkerson (1956).
 */
export function attackerInterval(table: CountTable, isSuppressed: Uint8Array, cell: number): AttackerInterval {
  const { rows, columns, counts } = table;
  const row = Math.floor(cell / columns);
  const column = rows + (cell % columns);
  const own = counts[cell] ?? 0;
  const others = Uint8Array.from(isSuppressed);
  others[cell] = 0;
  const grows = largestFlow(networkOf(table, others), { from: column, to: row, most: Infinity });
  const shrinks = largestFlow(networkOf(table, others), { from: row, to: column, most: own });
  return { least: own - shrinks, most: own + grows };
}

/** Capacities between nodes: rows first, then columns. */
interface Network {
  readonly nodes: number;
  readonly capacity: Float64Array;
}

function networkOf({ rows, columns, counts }: CountTable, isSuppressed: Uint8Array): Network {
  const nodes = rows + columns;
  const capacity = new Float64Array(nodes * nodes);
  let all = 0;
  for (const count of counts) all += count;
  for (let cell = 0; cell < counts.length; cell++) {
    if (isSuppressed[cell] !== 1) continue;
    const row = Math.floor(cell / columns);
    const column = rows + (cell % columns);
    capacity[column * nodes + row] = counts[cell] ?? 0;
    // No cell can gain more than there is.
    capacity[row * nodes + column] = all;
  }
  return { nodes, capacity };
}

/** Fills the shortest way that has room left, until there is none. The capacities are used up. */
function largestFlow(
  { nodes, capacity }: Network,
  { from, to, most }: { from: number; to: number; most: number },
): number {
  let flow = 0;
  while (flow < most) {
    const before = shortestWay({ nodes, capacity }, from, to);
    if (before === null) return flow;
    let room = most - flow;
    for (let node = to; node !== from; node = before[node] ?? from)
      room = Math.min(room, capacity[(before[node] ?? from) * nodes + node] ?? 0);
    for (let node = to; node !== from; node = before[node] ?? from) {
      const last = before[node] ?? from;
      capacity[last * nodes + node] = (capacity[last * nodes + node] ?? 0) - room;
      capacity[node * nodes + last] = (capacity[node * nodes + last] ?? 0) + room;
    }
    flow += room;
  }
  return flow;
}

/** For each node the one before it on the way; `null` where no way has room. */
function shortestWay({ nodes, capacity }: Network, from: number, to: number): Int32Array | null {
  const before = new Int32Array(nodes).fill(-1);
  const queue = [from];
  before[from] = from;
  for (const node of queue) {
    for (let next = 0; next < nodes; next++) {
      if (before[next] !== -1 || (capacity[node * nodes + next] ?? 0) <= 0) continue;
      before[next] = node;
      if (next === to) return before;
      queue.push(next);
    }
  }
  return null;
}
