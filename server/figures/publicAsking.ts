import { contentHash } from "../fielding/answers/contentHash.ts";
import type { Asking, ContrastFound, DifferenceFound } from "./asking.ts";
import { disclosedDifference, disclosedNeeds, disclosedResult } from "./disclosed.ts";
import {
  differenceInSteps,
  differenceToShow,
  needsInSteps,
  needsToShow,
  resultInSteps,
  resultToShow,
  type ShownApart,
} from "./inSteps.ts";
import type { ShownStore, ShownTo } from "./shownStore.ts";

/** Most answers that are remembered as objects; the others are read from the store again. */
const mostRemembered = 1000;

/** Asks for what the public may have, as the responses are now: for researchers, who see single answers anyway. */
export function createFreshAsking(asking: Asking): Asking {
  const disclosed = new WeakMap<object, object>();
  // The same answer stays the same object, by which it is seen that nothing has changed.
  const once = <Found extends object>(found: Found, disclose: (found: Found) => Found): Found => {
    const known = (disclosed.get(found) as Found | undefined) ?? disclose(found);
    disclosed.set(found, known);
    return known;
  };
  return {
    ...asking,
    analyse: async (study, request) => once(await asking.analyse(study, request), disclosedResult),
    difference: async (study, wanted) => once(await asking.difference(study, wanted), disclosedDifference),
    contrast: async (study, wanted) => once(await asking.contrast(study, wanted), disclosedDifference),
    needs: async (study, request) => once(await asking.needs(study, request), disclosedNeeds),
  };
}

/** Asks for what the public is shown: it moves on in steps, from what was shown last. */
export function createPublicAsking(asking: Asking, store: ShownStore): Asking {
  const resultSteps = createSteps(store, { toShow: resultToShow, inSteps: resultInSteps });
  const differenceSteps = createSteps<DifferenceFound, ShownApart<DifferenceFound>>(store, stepsApart);
  const contrastSteps = createSteps<ContrastFound, ShownApart<ContrastFound>>(store, stepsApart);
  const needsSteps = createSteps(store, { toShow: needsToShow, inSteps: needsInSteps });
  return {
    ...asking,
    analyse: async (study, request) => resultSteps(study, request, await asking.analyse(study, request)),
    difference: async (study, wanted) => differenceSteps(study, wanted, await asking.difference(study, wanted)),
    contrast: async (study, wanted) => contrastSteps(study, wanted, await asking.contrast(study, wanted)),
    needs: async (study, request) => needsSteps(study, request, await asking.needs(study, request)),
  };
}

const stepsApart = { toShow: differenceToShow, inSteps: differenceInSteps };

function createSteps<Found extends object, Shown extends { readonly result: Found }>(
  store: ShownStore,
  { toShow, inSteps }: { toShow: (found: Found) => Shown; inSteps: (shown: Shown, current: Shown) => Shown },
) {
  const remembered = new Map<string, { readonly moves: number; readonly found: Found; readonly shown: Shown }>();
  const remember = (key: string, what: { moves: number; found: Found; shown: Shown }): Found => {
    remembered.delete(key);
    remembered.set(key, what);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return what.shown.result;
  };
  const lastShown = async (to: ShownTo): Promise<{ moves: number; shown: Shown } | null> => {
    const last = await store.last(to);
    // Written below as it was shown.
    return last === null ? null : { moves: last.moves, shown: JSON.parse(last.content) as Shown };
  };
  return async (study: string, request: object, found: Found): Promise<Found> => {
    const to = { study, request: contentHash(request) };
    const key = `${study} ${to.request}`;
    for (;;) {
      const known = remembered.get(key);
      const isNewest = known !== undefined && (await store.moves(to)) === known.moves;
      if (isNewest && known.found === found) return known.shown.result;
      const last = isNewest ? known : await lastShown(to);
      const current = toShow(found);
      const shown = last === null ? current : inSteps(last.shown, current);
      if (last !== null && shown === last.shown) return remember(key, { moves: last.moves, found, shown });
      // Where another was first, its is what was shown last.
      if (await store.moveOn(to, last?.moves ?? null, JSON.stringify(shown)))
        return remember(key, { moves: last === null ? 0 : last.moves + 1, found, shown });
    }
  };
}
