import { calendarDay } from "../fielding/calendarDay.ts";
import type { Study } from "../fielding/study.ts";
import { batteriesOf } from "./batteries.ts";
import { reasonCounts } from "./reasonCounts.ts";
import { screenedParts } from "./screenedParts.ts";
import type { StudyQuality } from "./qualityApi.ts";
import type { ScreeningVersion } from "./qualityStore.ts";
import type { ScreenedRowsOf } from "./screenedRows.ts";
import { toScreen, type ScreeningParts } from "./screeningRuns.ts";
import { rulesOn } from "./screenStudy.ts";
import { suggestedRules } from "./suggestedRules.ts";

/** Makes what says how good a study's answers are. */
export function createQualityReports(parts: ScreeningParts & { screenedRowsOf: ScreenedRowsOf }) {
  const { store, screenedRowsOf, clock } = parts;
  return {
    /** Whom a study's screening marked and excludes, by which rules, and since when. */
    async report(study: Study): Promise<StudyQuality> {
      const screened = await toScreen(study.study, parts);
      const rules = await store.rules(study.study);
      const version = await store.version(study.study);
      const rows = await screenedRowsOf(screened.columns);
      const today = calendarDay(clock(), study.timeZone);
      const closed = version?.days.filter(({ report }) => report.isClosed) ?? [];
      const lastClosed = closed.at(-1)?.report.day;
      const batteries = batteriesOf(screened.codebook);
      return {
        study: study.study,
        asOf: clock().toISOString(),
        rules: rules.map((each) => ({
          ...each,
          daysClosedUnderIt: closed.filter(({ report }) => report.rulesVersion === each.rulesVersion).length,
        })),
        inForce: rulesOn(today, rules)?.rulesVersion ?? null,
        firstOpenDay: lastClosed === undefined ? null : dayAfter(lastClosed),
        firstDay: screened.columns.days[0] ?? null,
        suggested: suggestedRules(batteries),
        batteries,
        screening:
          version === null || rows === null
            ? null
            : {
                ...summaryOf(version),
                ...screenedParts(screened, rows, version),
                reasons: reasonCounts(rows),
              },
      };
    },
  };
}

function summaryOf({ version, cause, asOf }: ScreeningVersion): Pick<ScreeningVersion, "version" | "cause" | "asOf"> {
  return { version, cause, asOf };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
