import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { mergedCodebook } from "../estimates/mergedCodebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { Study } from "../fielding/study.ts";
import { Problem } from "../problem.ts";
import type { ScreeningSummary } from "./qualityApi.ts";
import type { QualityStore } from "./qualityStore.ts";
import type { ToScreen } from "./markResponses.ts";
import { screenStudy } from "./screenStudy.ts";

/** Screens studies by their rules. */
export type ScreeningRuns = ReturnType<typeof createScreeningRuns>;

/** What screening needs. */
export interface ScreeningParts {
  readonly store: QualityStore;
  /** Of what was answered: nothing that was made of it. */
  readonly columns: ColumnsReadModel;
  readonly questionnaires: QuestionnaireStore;
  readonly clock: Clock;
}

/** How often a run begins anew when another has taken its number. */
const mostAttempts = 5;

/** Makes the procedure of screening. */
export function createScreeningRuns(parts: ScreeningParts) {
  const { store, clock } = parts;

  const attempt = async (study: Study, cause: ScreeningSummary["cause"]): Promise<ScreeningSummary | null> => {
    const rules = await store.rules(study.study);
    const current = await store.version(study.study);
    const kept = current?.days.filter(({ report }) => report.isClosed) ?? [];
    const found = screenStudy(await toScreen(study.study, parts), {
      rules,
      closed: new Set(kept.map(({ report }) => report.day)),
      today: calendarDay(clock(), study.timeZone),
    });
    const added = [];
    for (const { report, marks } of found) added.push({ id: await store.addDay(study.study, marks), report });
    const days = [...kept, ...added].sort((one, other) => (one.report.day < other.report.day ? -1 : 1));
    const summary = { version: (current?.version ?? 0) + 1, cause, asOf: clock().toISOString() };
    if (await store.addVersion({ study: study.study, ...summary, days })) return summary;
    await store.dropDays(
      study.study,
      added.map(({ id }) => id),
    );
    return null;
  };

  return {
    /**
     * Screens the days of a study that are not closed, and keeps the marks as a new version. Days that are over are
     * closed by it: their marks stay, whatever rules come later.
     *
     * @throws {Problem} `no-rules` before there are any.
     */
    async run(study: Study): Promise<ScreeningSummary> {
      if ((await store.rules(study.study)).length === 0) throw new Problem("no-rules");
      for (let number = 0; number < mostAttempts; number++) {
        const summary = await attempt(study, "asked-for");
        if (summary !== null) return summary;
      }
      throw new Problem("store-unavailable", [], 1);
    },

    /**
     * Screens a study as days close.
     *
     * @returns `null` when another process did it just now.
     */
    closeDays: (study: Study): Promise<ScreeningSummary | null> => attempt(study, "days-closed"),

    /** Whether all of these days are closed, or nobody has made rules for them. */
    async areClosed(study: string, days: readonly string[]): Promise<boolean> {
      const closed = await closedDays(study, store);
      const first = (await store.rules(study)).reduce((least, { from }) => (from < least ? from : least), "9999-12-31");
      return days.every((day) => day < first || closed.has(day));
    },
  };
}

/** The days of a study whose marks are kept for good. */
export async function closedDays(study: string, store: QualityStore): Promise<Set<string>> {
  const current = await store.version(study);
  return new Set(current?.days.filter(({ report }) => report.isClosed).map(({ report }) => report.day));
}

/** A study's responses and what it asked. */
export async function toScreen(
  study: string,
  { columns, questionnaires }: Pick<ScreeningParts, "columns" | "questionnaires">,
): Promise<ToScreen> {
  const found = await columns.columnsOf(study);
  const versions = await questionnaires.versions(study);
  const codebook = mergedCodebook(
    versions.map(({ definition }) => deriveCodebook(definition)),
    { derivedQuestions: [] },
  );
  return { columns: found, codebook };
}
