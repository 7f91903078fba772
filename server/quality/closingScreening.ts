import type { Clock } from "../clock.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { ResponseStore } from "../fielding/responseStore.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import type { QualityStore } from "./qualityStore.ts";
import type { ScreeningRuns } from "./screeningRuns.ts";

/** What closing days needs. `onFault` hears of a study that could not be screened; the others are all the same. */
export interface ClosingScreeningParts {
  readonly store: QualityStore;
  readonly runs: ScreeningRuns;
  readonly studies: StudyStore;
  readonly responses: ResponseStore;
  readonly clock: Clock;
  readonly onFault: (error: unknown, study: { study: string }) => void;
}

/** What was screened by one look at the studies. */
export type ScreenedNow = readonly { readonly study: string; readonly screening: number }[];

/** Makes the procedure that screens studies as days close: call it as often as you like. */
export function createClosingScreening(parts: ClosingScreeningParts): () => Promise<ScreenedNow> {
  return async () => {
    const screened: { study: string; screening: number }[] = [];
    for (const name of await parts.store.studies()) {
      const study = await parts.studies.find(name);
      if (study === null) continue;
      try {
        const today = calendarDay(parts.clock(), study.timeZone);
        const over = [...(await parts.responses.countsByDay(name)).keys()].filter((day) => day < today);
        if (await parts.runs.areClosed(name, over)) continue;
        const summary = await parts.runs.closeDays(study);
        if (summary !== null) screened.push({ study: name, screening: summary.version });
      } catch (error) {
        parts.onFault(error, { study: name });
      }
    }
    return screened;
  };
}
