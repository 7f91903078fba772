import type { Clock } from "../clock.ts";
import type { Asking } from "./asking.ts";
import type { FigureStore } from "./figureStore.ts";

/** How long what another process has changed may go unnoticed. */
const noticedAfterMs = 1000;
const mostKept = 2000;

interface Kept<Value> {
  readonly study: string;
  readonly value: Value;
  /** On the clock that never goes back, and on the one by which links end: a test's may jump, a demonstration's stand. */
  readonly at: number;
  readonly moment: number;
  readonly changes: number;
  readonly responses: object;
  readonly ledger: object;
}

/**
 * Remembers what figures showed, so that a crowd does not make the store work: until a response comes, something is
 * said of what is wrong with the data, or this process changes a figure, and a second at most, within which others may have.
 *
 * @param work gives the value and the study that it is of; what it throws is not remembered.
 */
export function createRecentFigures<Wanted, Value>(
  parts: { store: Pick<FigureStore, "changes">; asking: Asking; clock: Clock },
  work: (wanted: Wanted) => Promise<{ readonly study: string; readonly value: Value }>,
): (wanted: Wanted) => Promise<Value> {
  const { store, asking, clock } = parts;
  const kept = new Map<string, Kept<Value>>();
  const underWay = new Map<string, { readonly changes: number; readonly value: Promise<Value> }>();

  const begin = async (key: string, wanted: Wanted, changes: number): Promise<Value> => {
    const [at, moment] = [performance.now(), clock().getTime()];
    const { study, value } = await work(wanted);
    kept.delete(key);
    const [responses, ledger] = await Promise.all([asking.responses(study), asking.ledger(study)]);
    kept.set(key, { study, value, at, moment, changes, responses, ledger });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return value;
  };

  return async (wanted) => {
    const key = JSON.stringify(wanted);
    const known = kept.get(key);
    if (known !== undefined && (await isCurrent(known, parts))) return known.value;
    const changes = store.changes();
    const before = underWay.get(key);
    // Those who come at once share the work, unless something was changed since it began.
    if (before?.changes === changes) return before.value;
    const value = begin(key, wanted, changes).finally(() => {
      if (underWay.get(key)?.value === value) underWay.delete(key);
    });
    underWay.set(key, { changes, value });
    return value;
  };
}

async function isCurrent(
  { study, at, moment, changes, responses, ledger }: Kept<unknown>,
  { store, asking, clock }: { store: Pick<FigureStore, "changes">; asking: Asking; clock: Clock },
): Promise<boolean> {
  const ages = [performance.now() - at, Math.abs(clock().getTime() - moment)];
  if (Math.max(...ages) > noticedAfterMs || store.changes() !== changes) return false;
  return (await asking.responses(study)) === responses && (await asking.ledger(study)) === ledger;
}
