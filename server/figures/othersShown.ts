import type { OtherShown } from "./besideOthers.ts";
import { rowsIn, type ShownRow } from "./shownRows.ts";
import type { ShownAt, ShownStore, ShownTo } from "./shownStore.ts";

/** Most answers of which the rows are remembered. */
const mostRemembered = 1000;

/** Reads what else a study shows. */
export type OthersShown = ReturnType<typeof createOthersShown>;

/** Makes what reads the rows of other shown answers, those that have moved on since they were read last. */
export function createOthersShown(store: ShownStore) {
  const read = new Map<string, { readonly moves: number; readonly rows: readonly ShownRow[] }>();
  return async ({ study, request: own }: ShownTo, answers: ShownAt["answers"]): Promise<OtherShown[]> => {
    const found: OtherShown[] = [];
    for (const { request, moves } of answers) {
      if (request === own) continue;
      const key = `${study} ${request}`;
      const known = read.get(key);
      const rows =
        known?.moves === moves ? known.rows : rowsIn((await store.last({ study, request }))?.content ?? "null");
      read.delete(key);
      read.set(key, { moves, rows });
      const [oldest] = read.keys();
      if (read.size > mostRemembered && oldest !== undefined) read.delete(oldest);
      found.push({ request, rows });
    }
    return found;
  };
}
