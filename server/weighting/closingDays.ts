import type { Clock } from "../clock.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { ResponseStore } from "../fielding/responseStore.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import type { Schemes } from "./schemes.ts";
import type { UsualWeightsOf } from "./usualWeights.ts";
import type { WeightingRuns } from "./weightingRuns.ts";

/** What closing days needs. `onFault` hears of a scheme that could not be run; the others are run all the same. */
export interface ClosingParts {
  readonly schemes: Schemes;
  readonly runs: WeightingRuns;
  readonly usualWeights: Pick<UsualWeightsOf, "of">;
  readonly studies: StudyStore;
  readonly responses: ResponseStore;
  readonly clock: Clock;
  readonly onFault: (error: unknown, scheme: { study: string; scheme: string }) => void;
}

/** What was frozen by one look at the schemes. */
export type FrozenNow = readonly { readonly study: string; readonly scheme: string; readonly version: number | null }[];

/**
 * Makes the procedure that freezes weights as days close, and once a day weights the newest responses by the scheme that
 * estimates use: call it as often as you like.
 */
export function createClosingDays(parts: ClosingParts): () => Promise<FrozenNow> {
  // A block that cannot be weighted would be tried at every call: once a day is enough. Only saves work.
  const lookedAt = new Map<string, string>();

  return async () => {
    const frozen: { study: string; scheme: string; version: number | null }[] = [];
    for (const { study: name, scheme, schemeVersion } of await parts.schemes.list()) {
      const study = await parts.studies.find(name);
      if (study === null) continue;
      const key = `${name}/${scheme}/${schemeVersion}`;
      const today = calendarDay(parts.clock(), study.timeZone);
      if (lookedAt.get(key) === today) continue;
      try {
        const isDue = await isAnythingDue({ study: name, scheme, today }, parts);
        const isUsed = (await parts.usualWeights.of(name))?.scheme === scheme;
        const report = isDue ? await parts.runs.freezeClosed(study, scheme, { isUsed }) : null;
        if (report !== null) frozen.push({ study: name, scheme, version: report.version });
        lookedAt.set(key, today);
      } catch (error) {
        parts.onFault(error, { study: name, scheme });
      }
    }
    return frozen;
  };
}

/** Whether a study has answers of a day that is over and not frozen: else there is no need to read it into columns. */
async function isAnythingDue(
  { study, scheme, today }: { study: string; scheme: string; today: string },
  { responses, runs }: ClosingParts,
): Promise<boolean> {
  const over = [...(await responses.countsByDay(study)).keys()].filter((day) => day < today);
  return over.length > 0 && !(await runs.areFrozen(study, scheme, over));
}
