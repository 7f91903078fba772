import type { Asking, ContrastFound, DifferenceFound } from "./asking.ts";
import { disclosedDifference, disclosedNeeds, disclosedResult } from "./disclosed.ts";
import {
  differenceInSteps,
  differenceToShow,
  needsInSteps,
  needsToShow,
  resultInSteps,
  resultToShow,
  saysTheSame,
  type ShownApart,
} from "./inSteps.ts";
import { createOthersShown } from "./othersShown.ts";
import { rowsOfContrast, rowsOfDifference, rowsOfNeeds, rowsOfResult } from "./shownRows.ts";
import type { ShownStore } from "./shownStore.ts";
import { createSteps, type OnShown } from "./steps.ts";
import { differenceWithout, needsWithout, resultWithout } from "./withoutNumber.ts";

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

/**
 * Asks for what the public is shown: it moves on in steps, from what was shown last, and tells of few people neither by
 * itself nor beside what else the public is shown of the study.
 */
export function createPublicAsking(asking: Asking, store: ShownStore): Asking {
  return askingInSteps(asking, store, () => Promise.resolve());
}

/** The same, and keeps what is shown for good: for what is frozen, beside which later numbers are shown. */
export function createFreezingAsking(asking: Asking, store: ShownStore): Asking {
  return askingInSteps(asking, store, (to, { moves, shown }) => store.freeze(to, moves, JSON.stringify(shown)));
}

function askingInSteps(asking: Asking, store: ShownStore, onShown: OnShown): Asking {
  const parts = { store, asking, onShown, others: createOthersShown(store) };
  const resultSteps = createSteps(parts, {
    toShow: resultToShow,
    inSteps: resultInSteps,
    rowsOf: rowsOfResult,
    without: (next, last, { row, cell }) =>
      resultWithout(next, last, { item: row.item, group: cell.group, window: cell.window }),
    saysTheSame,
  });
  const differenceSteps = createSteps<DifferenceFound, ShownApart<DifferenceFound>>(parts, {
    ...stepsApart,
    rowsOf: rowsOfDifference,
  });
  const contrastSteps = createSteps<ContrastFound, ShownApart<ContrastFound>>(parts, {
    ...stepsApart,
    rowsOf: rowsOfContrast,
  });
  const needsSteps = createSteps(parts, {
    toShow: needsToShow,
    inSteps: needsInSteps,
    rowsOf: rowsOfNeeds,
    without: needsWithout,
    saysTheSame: Object.is,
  });
  return {
    ...asking,
    analyse: async (study, request) => resultSteps(study, request, await asking.analyse(study, request)),
    difference: async (study, wanted) => differenceSteps(study, wanted, await asking.difference(study, wanted)),
    contrast: async (study, wanted) => contrastSteps(study, wanted, await asking.contrast(study, wanted)),
    needs: async (study, request) => needsSteps(study, request, await asking.needs(study, request)),
  };
}

const stepsApart = {
  toShow: differenceToShow,
  inSteps: differenceInSteps,
  without: differenceWithout,
  saysTheSame: Object.is,
};
